from __future__ import annotations

from enum import Enum, auto
from typing import Protocol


class Fault(Enum):
    """Why a file is not taken."""

    UNKNOWN = auto()
    MARKUP = auto()
    TEXT_BY_ANOTHER_NAME = auto()
    OLD_OFFICE = auto()
    MACROS = auto()
    ENCRYPTED = auto()
    UNPACKS_TO_TOO_MUCH = auto()
    TOO_MANY_PIXELS = auto()
    DAMAGED = auto()


class Refusal(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.name)
        self.fault = fault


class Readable(Protocol):
    """What is asked of an opened file."""

    def read(self, size: int = ..., /) -> bytes: ...
    def seek(self, offset: int, whence: int = ..., /) -> int: ...
    def tell(self) -> int: ...
