"""The numbered objects of a PDF, to be written anew: where each of them begins is told by the table at its end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

TABLE = re.compile(rb"xref\n0 (\d+)\n")
PLACE = re.compile(rb"startxref\n(\d+)\n")
ENTRY = 20  # bytes: where the object begins, in ten digits, and whether it is in use
IN_USE = b" 00000 n"
BEGINNING, END = b"%d 0 obj\n", b"\nendobj\n"


class Objects:
    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        place = PLACE.search(pdf, pdf.rindex(b"startxref"))
        assert place is not None  # every PDF says where its table is, and the compiler's has one
        table = TABLE.match(pdf, int(place[1]))
        assert table is not None
        self._place = place
        self._table, self._end = table.end(), table.end() + ENTRY * int(table[1])
        self._changed: dict[int, bytes] = {}

    def __iter__(self) -> Iterator[int]:
        """The numbers of the objects that are in use."""
        for number, at in enumerate(range(self._table, self._end, ENTRY)):
            if IN_USE in self._pdf[at : at + ENTRY]:
                yield number

    def __getitem__(self, number: int) -> bytes:
        if number in self._changed:
            return self._changed[number]
        start, end = self._span(number)
        return self._pdf[start:end]

    def __setitem__(self, number: int, content: bytes) -> None:
        self._changed[number] = content

    def beginning(self, content: bytes) -> Iterator[int]:
        """The numbers of the objects that begin so."""
        for found in re.finditer(re.escape(b" 0 obj\n" + content), self._pdf):
            number = self._pdf[self._pdf.rfind(b"\n", 0, found.start()) + 1 : found.start()]
            if number.isdigit() and self._span(int(number))[0] == found.end() - len(content):
                yield int(number)

    def written(self) -> bytes:
        """The file with the objects as they are now."""
        spans = sorted((self._span(number), content) for number, content in self._changed.items())
        pieces, last = [], 0
        for (start, end), content in spans:
            pieces += [self._pdf[last:start], content]
            last = end
        moved = [0, *accumulate(len(content) - (end - start) for (start, end), content in spans)]
        starts = [start for (start, _end), _content in spans]
        table = b"".join(self._entries(starts, moved))
        place = b"startxref\n%d\n" % (int(self._place[1]) + moved[-1])
        rest = [self._pdf[last : self._table], table, self._pdf[self._end : self._place.start()], place]
        return b"".join([*pieces, *rest, self._pdf[self._place.end() :]])

    def _entries(self, starts: list[int], moved: list[int]) -> Iterator[bytes]:
        for at in range(self._table, self._end, ENTRY):
            entry = self._pdf[at : at + ENTRY]
            if IN_USE in entry:
                begins = int(entry[:10])
                entry = b"%010d" % (begins + moved[bisect_left(starts, begins)]) + entry[10:]
            yield entry

    def _span(self, number: int) -> tuple[int, int]:
        at = self._table + ENTRY * number
        start = int(self._pdf[at : at + 10]) + len(BEGINNING % number)
        return start, self._pdf.index(END, start)
