"""A caption belongs into its table or figure; the compiler puts some beside it, in a division of both."""

from __future__ import annotations

import re

from actionplan.exports.pdf.objects import Objects

KIND = re.compile(rb"/S/(\w+)/P (\d+) 0 R")
CHILD = re.compile(rb"(\d+) 0 R")
CAPTION = b"<</Type/StructElem/S/Caption/P "
CHILDREN = b"/K["


def within(pdf: bytes) -> bytes:
    """The file with every caption as the first child of what it describes."""
    objects = Objects(pdf)
    for number in objects.beginning(CAPTION):
        _kind, division = _kind_and_parent(objects, number)
        described = _described(objects, division)
        if described not in (None, division):
            _move(objects, number, division, described)
    return objects.written()


def _kind_and_parent(objects: Objects, number: int) -> tuple[bytes, int]:
    found = KIND.search(objects[number])
    assert found is not None  # every element of a structure has both
    return found[1], int(found[2])


def _described(objects: Objects, number: int) -> int | None:
    """The table or figure that this is, or that stands in it."""
    kind, _parent = _kind_and_parent(objects, number)
    if kind in (b"Table", b"Figure"):
        return number
    children = CHILD.findall(objects[number].rpartition(CHILDREN)[2]) if kind == b"Div" else []
    return next((found for child in children if (found := _described(objects, int(child))) is not None), None)


def _move(objects: Objects, caption: int, division: int, described: int) -> None:
    child = b"%d 0 R" % caption
    objects[division] = objects[division].replace(b"[%s " % child, b"[")
    before, children, after = objects[described].rpartition(CHILDREN)
    objects[described] = before + children + child + b" " + after
    objects[caption] = objects[caption].replace(b"/P %d 0 R" % division, b"/P %d 0 R" % described, 1)
