"""Two texts beside each other or one after the other: which words stand only in one of them. Pure.

A text is a list of lines, each with its kind (`p`, `h2`, `li` …) and its words. What comes out are pieces of plain
text, to be escaped by whoever shows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

SAME, ADDED, REMOVED = "same", "added", "removed"

_WORDS = re.compile(r"\s*\w+|\s*[^\w\s]|\s+")  # a space stands with its word: alone it would match anywhere
# The time to compare grows with the one number times the other
_MOST_PAIRS = 1_000_000
_MOST_LINES = 1_000
_ALIKE = 0.3


@dataclass(frozen=True)
class Piece:
    kind: str
    text: str


@dataclass(frozen=True)
class Line:
    """A paragraph, heading or item; `skipped` counts unchanged ones that are left out in its place."""

    kind: str
    pieces: tuple[Piece, ...] = ()
    skipped: int = 0

    @property
    def is_same(self) -> bool:
        return all(piece.kind == SAME for piece in self.pieces)


Styled = tuple[str, str]


def changes(before: Sequence[Styled], after: Sequence[Styled]) -> list[Line]:
    """The new text with what was added and removed, unchanged lines far from any change left out."""
    return _folded(_changes(before, after))


def sides(one: Sequence[Styled], other: Sequence[Styled]) -> tuple[list[Line], list[Line]]:
    """Both texts, each with the words marked that the other lacks, and without what is the same in both."""
    lines = _folded(_changes(one, other))
    return list(_seen_from(REMOVED, lines)), list(_seen_from(ADDED, lines))


def _changes(before: Sequence[Styled], after: Sequence[Styled]) -> list[Line]:
    lines: list[Line] = []
    for kind, start, end, first, last in _opcodes(before, after):
        if kind == "equal":
            lines += [Line(style, (Piece(SAME, words),)) for style, words in after[first:last]]
        else:
            lines += _replaced(before[start:end], after[first:last])
    return lines


def _replaced(before: Sequence[Styled], after: Sequence[Styled]) -> Iterator[Line]:
    """Lines that became others: the two most alike are one line that changed, and so on on both sides of them."""
    place = _most_alike(before, after)
    if place is None:
        yield from (Line(style, (Piece(REMOVED, words),)) for style, words in before)
        yield from (Line(style, (Piece(ADDED, words),)) for style, words in after)
        return
    old, new = place
    yield from _replaced(before[:old], after[:new])
    yield Line(after[new][0], _pieces(_words(before[old][1]), _words(after[new][1])))
    yield from _replaced(before[old + 1 :], after[new + 1 :])


def _most_alike(before: Sequence[Styled], after: Sequence[Styled]) -> tuple[int, int] | None:
    if len(before) * len(after) > _MOST_LINES:
        return None
    ones, others = [_words(words) for _style, words in before], [_words(words) for _style, words in after]
    if sum(map(len, ones)) * sum(map(len, others)) > _MOST_PAIRS:
        return None
    found, best = None, _ALIKE
    for new, other in enumerate(others):
        for old, one in enumerate(ones):
            matcher = SequenceMatcher(None, one, other)
            if matcher.quick_ratio() > best and (ratio := matcher.ratio()) > best:
                found, best = (old, new), ratio
    return found


def _words(text: str) -> list[str]:
    return _WORDS.findall(text)


def _pieces(before: list[str], after: list[str]) -> tuple[Piece, ...]:
    """Both lines in reading order."""
    pieces: list[Piece] = []
    for kind, start, end, first, last in SequenceMatcher(None, before, after).get_opcodes():
        if kind == "equal":
            pieces.append(Piece(SAME, "".join(after[first:last])))
            continue
        pieces.append(Piece(REMOVED, "".join(before[start:end])))
        pieces.append(Piece(ADDED, "".join(after[first:last])))
    return tuple(piece for piece in pieces if piece.text)


def _opcodes(before: Sequence[Styled], after: Sequence[Styled]) -> Iterable[tuple[str, int, int, int, int]]:
    if len(before) * len(after) > _MOST_PAIRS:
        return [("replace", 0, len(before), 0, len(after))]
    return SequenceMatcher(None, list(before), list(after)).get_opcodes()


def _seen_from(side: str, lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        seen = [piece for piece in line.pieces if piece.kind in {SAME, side}]
        joined = groupby(seen, lambda piece: piece.kind)
        kept = tuple(
            Piece(ADDED if kind == side else SAME, "".join(piece.text for piece in run)) for kind, run in joined
        )
        if kept or line.skipped:
            yield Line(line.kind, kept, line.skipped)


def _folded(lines: Sequence[Line]) -> list[Line]:
    """With one unchanged line around each change; of the others only their number."""
    near = {place + step for place, line in enumerate(lines) if not line.is_same for step in (-1, 0, 1)}
    folded: list[Line] = []
    for is_near, group in groupby(enumerate(lines), lambda item: item[0] in near):
        found = [line for _place, line in group]
        folded += found if is_near or len(found) == 1 else [Line("", skipped=len(found))]
    return folded
