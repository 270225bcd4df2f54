from typing import NamedTuple


class Place(NamedTuple):
    """What a failure is about: a record by its kind and code, or a section by its key; or a comment on either."""

    kind: str
    key: str
    is_comment: bool = False


class ExportFailed(Exception):
    """A file could not be made. The message says why in plain words, the place where the reason stands."""

    def __init__(self, message: str, detail: str = "", place: Place | None = None) -> None:
        super().__init__(message)
        self.detail = detail  # what the program said that makes the file, for the log
        self.place = place
