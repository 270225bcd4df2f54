"""What people paste, without what nobody can see and no database or document keeps."""

from __future__ import annotations

import unicodedata

_KEPT = {"\n", "\t"}
# Unicode's categories: control, surrogate, private use
_WITHOUT_SHAPE = {"Cc", "Cs", "Co"}
_BYTE_ORDER_MARKS = {"\ufeff", "\ufffe", "\uffff"}


def printable(text: str) -> str:
    """The text with plain line ends, without control characters and others that have no shape."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.isprintable():
        return text
    return "".join(character for character in text if _is_seen(character))


def one_line(text: str) -> str:
    """The text of a field that holds one line: what stood on several is joined by spaces."""
    return printable(" ".join(text.split()))


def _is_seen(character: str) -> bool:
    if character in _KEPT:
        return True
    return unicodedata.category(character) not in _WITHOUT_SHAPE and character not in _BYTE_ORDER_MARKS
