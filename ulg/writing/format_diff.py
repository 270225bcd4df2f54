"""What changed in two texts beside their words: where links lead, and what a paragraph is. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Named = tuple[str, str]  # words, with the address of their link or with what the paragraph is

_MOST = 2_000


@dataclass(frozen=True)
class FormatChange:
    """The words, and what was said of them before and after: nothing where it was no link, or they did not stand."""

    words: str
    before: str
    after: str


def links(before: Sequence[Named], after: Sequence[Named]) -> tuple[FormatChange, ...]:
    """Links that lead elsewhere, came or went."""
    gone, come = _only_in_one(before, after)
    changed = [FormatChange(old[0], old[1], new[1]) for old, new in _pairs(gone, come, lambda each: each[0])]
    _pairs(gone, come, lambda each: each[1])  # other words for the same address: the text says so
    return (
        *changed,
        *(FormatChange(*each, "") for each in gone),
        *(FormatChange(words, "", href) for words, href in come),
    )


def kinds(before: Sequence[Named], after: Sequence[Named]) -> tuple[FormatChange, ...]:
    """Paragraphs with the same words that became something else, such as a heading."""
    gone, come = _only_in_one(before, after)
    return tuple(FormatChange(old[0], old[1], new[1]) for old, new in _pairs(gone, come, lambda each: each[0]))


def _only_in_one(before: Sequence[Named], after: Sequence[Named]) -> tuple[list[Named], list[Named]]:
    before, after = before[:_MOST], after[:_MOST]
    gone: list[Named] = []
    come: list[Named] = []
    for kind, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            gone += before[start:end]
            come += after[first:last]
    for each in list(gone):  # what only moved
        if each in come:
            gone.remove(each)
            come.remove(each)
    return gone, come


def _pairs(gone: list[Named], come: list[Named], same: Callable[[Named], str]) -> list[tuple[Named, Named]]:
    """Those of both that are alike, taken out of both."""
    found = []
    for old in list(gone):
        new = next((each for each in come if same(each) == same(old)), None)
        if new is not None:
            found.append((old, new))
            gone.remove(old)
            come.remove(new)
    return found
