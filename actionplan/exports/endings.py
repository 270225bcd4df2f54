"""Streams of a PDF whose data happen to end as a line does: strict readers take them for a byte too short.

Such a stream is packed again, one line end of its operators turned into a space, so that it is as long as before and
ends otherwise. Nothing that is drawn changes, and no byte beside it moves.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

AMBIGUOUS = re.compile(rb"\r\nendstream")
LENGTH = re.compile(rb"/Length (\d+)/Filter/FlateDecode>>\s*stream\n")
# After these operators a line end only parts; within a string of glyphs it would be one
AFTER_OPERATOR = re.compile(rb"(?<=\nET|EMC)\n")
EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"
MOST_TRIES = 40


def mended(pdf: bytes) -> bytes:
    """The file without such endings, as far as its streams can be packed to the same length."""
    for found in AMBIGUOUS.finditer(pdf):
        end = found.start() + 1
        if (start := _start(pdf, end)) and (packed := _packed_anew(pdf[start:end])):
            pdf = pdf[:start] + packed + pdf[end:]
    return pdf


def _start(pdf: bytes, end: int) -> int | None:
    """Where the data of the stream begins that ends here."""
    heads = [head for head in LENGTH.finditer(pdf, max(0, end - 2**18), end) if head.end() + int(head[1]) == end]
    return heads[0].end() if heads else None


def _packed_anew(data: bytes) -> bytes | None:
    plain = zlib.decompress(data)
    for turn, line_end in enumerate(AFTER_OPERATOR.finditer(plain)):
        if turn == MOST_TRIES:
            break
        changed = plain[: line_end.start()] + b" " + plain[line_end.end() :]
        for body, tail in _packings(changed):
            blocks, rest = divmod(len(data) - len(body) - len(tail), len(EMPTY_BLOCK))
            if blocks >= 0 and not rest and not tail.endswith(b"\r"):
                return body + EMPTY_BLOCK * blocks + tail
    return None


def _packings(plain: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Ways to compress, each in two parts between which empty blocks may stand."""
    for level in range(9, 4, -1):
        for memory in (9, 8):
            packer = zlib.compressobj(level, zlib.DEFLATED, zlib.MAX_WBITS, memory)
            body = packer.compress(plain) + packer.flush(zlib.Z_SYNC_FLUSH)
            yield body, packer.flush(zlib.Z_FINISH)
