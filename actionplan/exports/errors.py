class ExportFailed(Exception):
    """A file could not be made. The message says why in plain words and names the record where it can."""

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.detail = detail  # what the program said that makes the file, for the log
