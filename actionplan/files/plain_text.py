"""Plain text: what can be read as such from the first letter to the last, and is no page of the web."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from actionplan.files.refusal import Fault, Readable, Refusal

A_PIECE = 65_536
BY_MARK = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
WITHOUT_MARK = ("utf-8", "cp1252")  # the second as Excel writes tables on many machines
NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
MARKUP = re.compile(r"<(?:!doctype|\?xml|html|head|body|script|svg|iframe)\b", re.IGNORECASE)


def refuse_what_is_none(file: Readable) -> None:
    """Refusal, unless all of the file is text."""
    if not any(_is_text(file, encoding) for encoding in _encodings(file)):
        raise Refusal(Fault.UNKNOWN)


def _encodings(file: Readable) -> tuple[str, ...]:
    file.seek(0)
    start = file.read(4)
    return next(((name,) for mark, name in BY_MARK.items() if start.startswith(mark)), WITHOUT_MARK)


def _is_text(file: Readable, encoding: str) -> bool:
    file.seek(0)
    try:
        for number, piece in enumerate(_pieces(file, encoding)):
            if NO_TEXT.search(piece):
                return False
            if number == 0 and MARKUP.search(piece):
                raise Refusal(Fault.MARKUP)
    except UnicodeError:
        return False
    return True


def _pieces(file: Readable, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    while data := file.read(A_PIECE):
        yield decoder.decode(data)
    yield decoder.decode(b"", final=True)
