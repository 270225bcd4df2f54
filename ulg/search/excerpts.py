"""Where the words that were sought stand in a text, as pieces of it: a template marks those that were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ulg.search.normal import CODE, GAP, GROUPED, LETTERS, code_of
from ulg.search.query import Query

AROUND = 70  # characters before and after
MOST = 3
_MORE = "…"


@dataclass(frozen=True)
class Piece:
    text: str
    is_found: bool = False


Span = tuple[int, int]


def marked(text: str, sought: Query) -> list[Piece]:
    """The whole text, in pieces."""
    return list(_pieces(text, 0, len(text), _spans(text, sought)))


def excerpt(text: str, sought: Query) -> list[Piece]:
    """The first places in which words were found, each with what stands around it; else how the text begins."""
    text = " ".join(text.split())
    spans = _spans(text, sought)
    found: list[Piece] = []
    windows = _windows(text, spans)
    for turn, (start, end) in enumerate(windows):
        found += [Piece(_MORE)] if start and not turn else []
        found += _pieces(text, start, end, spans)
        found += [Piece(f" {_MORE} " if turn + 1 < len(windows) else _MORE)] if end < len(text) else []
    return found


def _spans(text: str, sought: Query) -> list[Span]:
    """Where the terms stand in the text itself, in order and without overlap."""
    normal, places = _with_places(text)
    wanted = {term.code for term in sought.terms if term.code}
    found = [match.span() for match in CODE.finditer(normal) if code_of(*match.groups()) in wanted]
    for term in sought.terms:
        if term.word in term.needles:
            found += _occurrences(normal, term.word)
    return _joined((places[start], places[end - 1] + 1) for start, end in found)


def _with_places(text: str) -> tuple[str, list[int]]:
    """The normal form, and for each of its characters the place of the one in the text that it comes from."""
    pairs = [(each, place) for place, character in enumerate(text) for each in LETTERS[ord(character)]]
    for unwanted, kept in ((GAP, 1), (GROUPED, 0)):
        normal = "".join(each for each, _place in pairs)
        dropped = {place for gap in unwanted.finditer(normal) for place in range(gap.start() + kept, gap.end())}
        pairs = [pair for place, pair in enumerate(pairs) if place not in dropped]
    return "".join(each for each, _place in pairs), [place for _each, place in pairs]


def _occurrences(normal: str, word: str) -> Iterator[Span]:
    start = normal.find(word)
    while start >= 0:
        yield start, start + len(word)
        start = normal.find(word, start + len(word))


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _windows(text: str, spans: list[Span]) -> list[Span]:
    """The first few surroundings, from word to word."""
    around = [(_word_start(text, start - AROUND), _word_end(text, end + AROUND)) for start, end in spans]
    return _joined(around)[:MOST] or [(0, _word_end(text, 2 * AROUND))]


def _word_start(text: str, place: int) -> int:
    return text.find(" ", place) + 1 if place > 0 and " " in text[place : place + AROUND] else max(place, 0)


def _word_end(text: str, place: int) -> int:
    last = text.rfind(" ", place - AROUND, place)
    return last if place < len(text) and last >= 0 else min(place, len(text))


def _pieces(text: str, start: int, end: int, spans: list[Span]) -> Iterator[Piece]:
    for first, last in spans:
        if start <= first and last <= end:
            if text[start:first]:
                yield Piece(text[start:first])
            yield Piece(text[first:last], is_found=True)
            start = last
    if text[start:end]:
        yield Piece(text[start:end])
