"""Streams of a PDF whose data happen to end as a line does: strict readers take them for a byte too short.

Such a stream gets a second filter, whose own end mark comes last. What it holds stays the same, byte for byte.
"""

from __future__ import annotations

import base64
import re

from actionplan.exports.pdf.objects import Objects

AMBIGUOUS = b"\r\nendstream"
LENGTH = re.compile(rb"(?<=/Length )\d+")
BEGINNING, ENDING = b"stream\n", b"\nendstream"
FILTER, FILTERS = b"/Filter/FlateDecode", b"/Filter[/ASCII85Decode/FlateDecode]"
END = b"~>"


def repaired(pdf: bytes) -> bytes:
    """The file without such endings of its compressed streams."""
    if AMBIGUOUS not in pdf:
        return pdf
    objects = Objects(pdf)
    for number in objects:
        if objects[number].endswith(AMBIGUOUS):
            objects[number] = _wrapped(objects[number])
    return objects.written()


def _wrapped(stream: bytes) -> bytes:
    about, beginning, data = stream.partition(BEGINNING)
    if FILTER not in about:
        return stream
    data = base64.a85encode(data.removesuffix(ENDING)) + END
    about = LENGTH.sub(b"%d" % len(data), about, count=1).replace(FILTER, FILTERS)
    return about + beginning + data + ENDING
