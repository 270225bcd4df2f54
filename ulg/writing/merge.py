"""Three-way merge of what two people wrote from the same text: both kept whole, or a conflict for a person to settle.

In a merged text every block stands as often as its writers meant: what either added is there, what either deleted and
the other left alone is gone. It is a conflict where that cannot be had or where the order would be a guess:

- both changed the same block, or one changed what the other deleted;
- both added different blocks at the same place, or the same block at different places;
- both moved a block to different places, or one moved what the other changed or deleted.

The same change on both sides is no conflict, nor is a block edited right beside another writer's change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, NamedTuple

from merge3 import Merge3

# The time to compare grows with the pairs of equal blocks; beyond this many a person decides.
_MOST_PAIRS = 100_000


def merge_text(base: str, mine: str, theirs: str) -> str | None:
    r"""Plain text line by line, every line end as \n; None on conflict."""
    merged = merge_blocks(_lines(base), _lines(mine), _lines(theirs))
    return None if merged is None else "\n".join(merged)


def merge_blocks(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str] | None:
    """Paragraphs, or other pieces that are only changed as a whole; None on conflict."""
    base, mine, theirs = list(base), list(mine), list(theirs)
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    if _is_too_much(base, mine, theirs):
        return None
    merged: list[str] = []
    for kind, *sides in _groups(base, mine, theirs):
        settled = _settled(*sides) if kind == "conflict" else sides[0]
        if settled is None:
            return None
        merged += settled
    return merged if _holds_all(merged, base, mine, theirs) else None


def text_with_mine(base: str, mine: str, theirs: str) -> str:
    return "\n".join(blocks_with_mine(_lines(base), _lines(mine), _lines(theirs)))


def blocks_with_mine(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """All of mine, with what the others changed elsewhere: a start for whoever settles the conflict."""
    base, mine, theirs = list(base), list(mine), list(theirs)
    if _is_too_much(base, mine, theirs):
        return mine
    merged: list[str] = []
    for kind, *sides in _groups(base, mine, theirs):
        settled = _settled(*sides) if kind == "conflict" else sides[0]
        merged += _block_by_block(*sides) if settled is None else settled
    return merged


def _groups(base: list[str], mine: list[str], theirs: list[str]) -> Iterator[tuple[Any, ...]]:
    merge = Merge3(base, mine, theirs, sequence_matcher=_Matcher)  # type: ignore[arg-type]  # its Match is a tuple
    return merge.merge_groups()


def _block_by_block(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> Sequence[str]:
    if not len(base) == len(mine) == len(theirs):
        return mine
    return [their if my == before else my for before, my, their in zip(base, mine, theirs, strict=True)]


def _is_too_much(base: list[str], mine: list[str], theirs: list[str]) -> bool:
    return max(_equal_pairs(base, mine), _equal_pairs(base, theirs)) > _MOST_PAIRS


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _equal_pairs(one: list[str], other: list[str]) -> int:
    counts = Counter(other)
    return sum(counts[block] for block in one)


class _Matcher(SequenceMatcher):
    """Sees every block: difflib otherwise passes over those that come often in a long text."""

    def __init__(self, isjunk: None, a: Sequence[str], b: Sequence[str]) -> None:
        super().__init__(isjunk, a, b, autojunk=False)


class _Change(NamedTuple):
    """The blocks of the base from `start` to `end` became others."""

    start: int
    end: int
    blocks: tuple[str, ...]

    @property
    def is_one_for_one(self) -> bool:
        return 0 < self.end - self.start == len(self.blocks)


def _settled(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str] | None:
    """Changes that touch, with no unchanged block between them: both are kept where their order is plain."""
    changes = sorted({*_changes(base, mine), *_changes(base, theirs)})
    if any(_clash(one, after) for one, after in pairwise(changes)):
        return None
    merged = list(base)
    for change in reversed(changes):
        merged[change.start : change.end] = change.blocks
    return merged


def _changes(base: Sequence[str], side: Sequence[str]) -> Iterator[_Change]:
    for kind, start, end, first, last in _Matcher(None, base, side).get_opcodes():
        if kind != "equal":
            yield _Change(start, end, tuple(side[first:last]))


def _clash(one: _Change, after: _Change) -> bool:
    """Beside each other one of two changes must have edited blocks only: if both added some, which come first?"""
    if after.start == one.end:
        return not (one.is_one_for_one or after.is_one_for_one)
    return after.start < one.end


def _holds_all(merged: list[str], base: list[str], mine: list[str], theirs: list[str]) -> bool:
    """Whether every block stands in the merged text as often as both meant: a moved one can get lost or doubled."""
    before, one, other, after = (Counter(filter(str.strip, side)) for side in (base, mine, theirs, merged))
    return all(after[block] == _wanted(before[block], one[block], other[block]) for block in before | one | other)


def _wanted(before: int, one: int, other: int) -> int | None:
    if one in (before, other):
        return other
    return one if other == before else None
