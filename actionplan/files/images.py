"""Images: their size is read from the header, and nothing of the picture."""

from __future__ import annotations

import struct

import imagesize

from actionplan.files.refusal import Fault, Readable, Refusal

MOST_PIXELS = 200_000_000  # of the largest cameras; whoever opens the file needs four bytes for each
BROKEN = (ValueError, TypeError, LookupError, OSError, OverflowError, EOFError, struct.error)


def refuse_wrong_size(file: Readable) -> None:
    file.seek(0)
    try:
        width, height = imagesize.get(file)
    except BROKEN as error:
        raise Refusal(Fault.DAMAGED) from error
    if width <= 0 or height <= 0:
        raise Refusal(Fault.DAMAGED)
    if width * height > MOST_PIXELS:
        raise Refusal(Fault.TOO_MANY_PIXELS)
