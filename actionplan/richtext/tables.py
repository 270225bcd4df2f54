"""A table as lines: one for each row, its cells parted by a sign, so that no two figures meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

TEXT, INLINE, BLOCK, BREAK, CELL = "text", "inline", "block", "break", "cell"
BETWEEN_CELLS = " | "
BETWEEN_INNER_CELLS = " · "  # of a table inside a cell
BETWEEN_LINES = " / "  # of one cell

_WIDEST, _TALLEST = 30, 30  # what a cell may claim to span
_LONGEST_REPEATED = 80
_DEEPEST = 20  # formats inside each other
_TAG = re.compile(r"<(/?)(\w+)")


class Piece(NamedTuple):
    """A stretch of html in our tags, and what it is."""

    kind: str
    html: str


@dataclass
class Cell:
    is_header: bool = False
    columns: int = 1
    rows: int = 1
    pieces: list[Piece] = field(default_factory=list)

    @property
    def line(self) -> str:
        return "".join(_in_one_line(self.pieces)).strip()


class Table:
    """An open table: takes rows, cells and what stands in them, and says it in lines."""

    def __init__(self) -> None:
        self._rows: list[list[Cell]] = []
        self._around: list[Piece] = []
        self._caption: list[Piece] = []
        self._here = self._around

    def start(self, tag: str, columns: int = 1, rows: int = 1) -> None:
        if tag in {"td", "th"}:
            if not self._rows:
                self._rows.append([])
            cell = Cell(tag == "th", min(columns, _WIDEST), min(rows, _TALLEST))
            self._rows[-1].append(cell)
            self._here = cell.pieces
        elif tag == "caption":
            self._here = self._caption
            self._caption.append(Piece(BLOCK, "</p>"))
        else:
            self.end(tag)
            if tag == "tr":
                self._rows.append([])

    def end(self, tag: str) -> None:
        """What comes now stands beside the cells, and apart from what stood there before."""
        self._here = self._around
        self._around.append(Piece(BLOCK, "</p>"))

    def add(self, piece: Piece) -> None:
        self._here.append(piece)

    @property
    def is_wide(self) -> bool:
        """Whether any row has cells beside each other; else the table only sets text in its place."""
        return any(len([cell for cell in row if _is_seen(cell.pieces)]) > 1 for row in self._rows)

    def pieces(self) -> Iterator[Piece]:
        yield from _paragraph([*self._around, Piece(TEXT, " ")])
        yield from _paragraph(self._caption)
        if self.is_wide:
            yield from self._lines()
        else:
            for row in self._rows:
                for cell in row:
                    yield from _paragraph(cell.pieces)

    def _lines(self) -> Iterator[Piece]:
        rows = [row for row in self._filled() if any(line for line, _is_header in row)]
        for place, row in enumerate(rows):
            is_head = place == 0 and len(rows) > 1
            yield Piece(BLOCK, "<p>")
            for column, (line, is_header) in enumerate(row):
                if column:
                    yield Piece(CELL, BETWEEN_CELLS)
                is_strong = line and (is_head or is_header)
                yield Piece(TEXT, f"<strong>{line}</strong>" if is_strong else line)
            yield Piece(BLOCK, "</p>")

    def _filled(self) -> Iterator[list[tuple[str, bool]]]:
        """Each row with a place for every column; a cell over several rows is said in each of them."""
        spanning: dict[int, tuple[int, str, bool]] = {}
        for row in self._rows:
            filled: list[tuple[str, bool]] = []
            cells = iter(row)
            cell = next(cells, None)
            while cell is not None or len(filled) in spanning:
                column = len(filled)
                if cell is None or column in spanning:
                    more, line, is_header = spanning.pop(column)
                    filled.append((line, is_header))
                    if more > 1:
                        spanning[column] = (more - 1, line, is_header)
                    continue
                line = cell.line
                filled += [(line, cell.is_header), *[("", False)] * (cell.columns - 1)]
                if cell.rows > 1:
                    repeated = line if len(line) <= _LONGEST_REPEATED else ""
                    spanning[column] = (cell.rows - 1, repeated, cell.is_header)
                cell = next(cells, None)
            while filled and not filled[-1][0]:
                filled.pop()
            yield filled


def _paragraph(pieces: list[Piece]) -> Iterator[Piece]:
    if pieces:
        yield Piece(BLOCK, "<p>")
        yield from pieces
        yield Piece(BLOCK, "</p>")


def _is_seen(pieces: Iterable[Piece]) -> bool:
    return any(kind == TEXT and has_words(html) for kind, html in pieces)


def has_words(html: str) -> bool:
    return bool(html.strip()) and bool(unescape(html).strip())


def _in_one_line(pieces: Iterable[Piece]) -> Iterator[str]:
    """What stands in a cell without its blocks; formatting that is open at its end is closed there."""
    is_seen = is_parted = False
    open_tags: list[str] = []
    for kind, html in pieces:
        if kind == TEXT and has_words(html):
            if is_seen and is_parted:
                yield BETWEEN_LINES
            is_seen, is_parted = True, False
            yield html
        elif kind == TEXT:
            yield " "
        elif kind == CELL:
            yield BETWEEN_INNER_CELLS
        elif kind == INLINE:
            yield from _balanced(html, open_tags)
        else:
            is_parted = True
    yield from (f"</{tag}>" for tag in reversed(open_tags))


def _balanced(html: str, open_tags: list[str]) -> Iterator[str]:
    found = _TAG.match(html)
    assert found is not None  # every inline piece is one tag
    is_end, tag = found.groups()
    if not is_end:
        if len(open_tags) < _DEEPEST:
            open_tags.append(tag)
            yield html
    elif tag in open_tags:
        while True:
            closed = open_tags.pop()
            yield f"</{closed}>"
            if closed == tag:
                return
