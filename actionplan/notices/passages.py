"""Where the texts of a lot speak of gender equality: the words, and the sentences that they stand in.

What is sought stands in `actionplan/reference/gender_words.py`. A hit is a reason to look, never an aim.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from actionplan.notices.facts import LotFacts, Words
from actionplan.reference.gender_words import WORDS, WordList

PARTS = ("description", "criteria", "conditions")  # the texts of a lot that are read
MOST_PASSAGES = 20  # of one lot: whoever wants more reads the notices
LONGEST_PASSAGE = 600  # letters
REACH = 100  # letters of a passage before its first and after its last word
SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\s+")
# The words beside a word for equality, in its sentence: most languages say after it whose equality it is
AFTER = re.compile(r"(?:[^\w.;:!?\n]+\w+){0,6}")
BEFORE = re.compile(r"(?:\w+[^\w.;:!?\n]+){0,2}$")
LONGEST_BEFORE = 60

Span = tuple[int, int]


@dataclass(frozen=True)
class Passage:
    """A stretch of one text, in pieces of which some are the words that were found."""

    part: str
    language: str  # as the notice names it
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Mentions:
    """That a lot speaks of gender equality; the fingerprint is another one when a text that does so has changed."""

    passages: tuple[Passage, ...]
    sha256: str


def mentions(lots: Iterable[LotFacts]) -> Mentions | None:
    """What the texts of a lot say in all its notices; each text once."""
    texts = dict.fromkeys((part, each) for lot in lots for part in PARTS for each in getattr(lot, part))
    found = {text: spans for text in texts if (spans := spans_of(text[1].text, text[1].language))}
    if not found:
        return None
    passages = (each for (part, words), spans in found.items() for each in _passages(part, words, spans))
    told = sorted((part, words.language, words.text) for part, words in found)
    return Mentions(tuple(islice(passages, MOST_PASSAGES)), hashlib.sha256(json.dumps(told).encode()).hexdigest())


def spans_of(text: str, language: str = "") -> list[Span]:
    """Where the words stand, the first first and none over another; of a language without a list, those of all."""
    lists = [WORDS[language]] if language in WORDS else _every_list()
    joined: list[Span] = []
    for start, end in sorted(span for each in lists for span in _found(text, each, is_known=language in WORDS)):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


@cache
def _every_list() -> list[WordList]:
    return list(dict.fromkeys(WORDS.values()))


class _Letters(dict[int, str]):
    """How letters are compared: small ones, with or without their signs, one for each so that places stay the same."""

    def __init__(self, *, has_signs: bool) -> None:
        super().__init__({ord("’"): "'"})
        self._has_signs = has_signs

    def __missing__(self, code: int) -> str:
        small = letter if len(letter := chr(code).casefold()) == 1 else chr(code)
        bare = small if self._has_signs else unicodedata.normalize("NFD", small)[:1]
        self[code] = bare
        return bare


LETTERS = {has_signs: _Letters(has_signs=has_signs) for has_signs in (True, False)}


@dataclass(frozen=True)
class _Patterns:
    hits: re.Pattern[str]
    equality: re.Pattern[str]
    procurement: re.Pattern[str]
    never: re.Pattern[str]


@cache
def _patterns(words: WordList, *, is_known: bool) -> _Patterns:
    letters = LETTERS[words.has_own_letters]
    hits = (*words.always, *(words.only_here if is_known else ()))
    return _Patterns(*(_any(each, letters) for each in (hits, words.equality, words.procurement, words.never)))


def _any(words: Iterable[str], letters: _Letters) -> re.Pattern[str]:
    """Any of these words, the longest first, whole and with whatever their stars stand for; none matches nothing."""
    written = sorted((each.translate(letters) for each in words), key=lambda each: (-len(each), each))
    either = "|".join(r"\W{1,3}".join(re.escape(part) for part in each.split()) for each in written)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)".replace(r"\*", r"\w*") if either else r"(?!)")


def _found(text: str, words: WordList, *, is_known: bool) -> Iterator[Span]:
    compared, patterns = text.translate(LETTERS[words.has_own_letters]), _patterns(words, is_known=is_known)
    never = [each.span() for each in patterns.never.finditer(compared)]
    hits = [each.span() for each in patterns.hits.finditer(compared)]
    hits += [
        each.span()
        for each in patterns.equality.finditer(compared)
        if not _is_of_procurement(compared, each.span(), patterns.procurement)
    ]
    yield from (hit for hit in hits if not any(start <= hit[0] and hit[1] <= end for start, end in never))


def _is_of_procurement(compared: str, span: Span, procurement: re.Pattern[str]) -> bool:
    """Whether equality is that of bidders, of treatment or of points: a principle of every procurement."""
    after = AFTER.match(compared, span[1])
    before = BEFORE.search(compared[max(span[0] - LONGEST_BEFORE, 0) : span[0]])
    return any(procurement.search(beside[0]) for beside in (after, before) if beside)


def _passages(part: str, words: Words, spans: list[Span]) -> Iterator[Passage]:
    """The sentences that the words stand in, or what is around them where a sentence is long."""
    for start, end, marked in _windows(words.text, spans):
        yield Passage(part, words.language, tuple(_pieces(words.text, start, end, marked)))


def _windows(text: str, spans: list[Span]) -> Iterator[tuple[int, int, list[Span]]]:
    """Stretches of the text that do not overlap; words near each other share one, as long as it stays short."""
    start, end, marked = 0, 0, list[Span]()
    for span in spans:
        first, last = _around(text, span)
        if marked and first <= end and last - start <= LONGEST_PASSAGE:
            end = max(end, last)
            marked.append(span)
            continue
        if marked and first <= end:
            first = end = max(min(end, span[0]), marked[-1][1])
        if marked:
            yield start, end, marked
        start, end, marked = first, last, [span]
    if marked:
        yield start, end, marked


def _around(text: str, span: Span) -> Span:
    first, last = max(span[0] - REACH, 0), min(span[1] + REACH, len(text))
    ended = [each.end() for each in SENTENCE_END.finditer(text, first, span[0])]
    start = ended[-1] if ended else text.find(" ", first, span[0]) + 1 if first else 0
    if ending := SENTENCE_END.search(text, span[1], last):
        return start or first, ending.end()
    return start or first, last if last == len(text) else max(text.rfind(" ", span[1], last), span[1])


def _pieces(text: str, start: int, end: int, marked: list[Span]) -> Iterator[tuple[str, bool]]:
    place = start
    before = "… " if start else ""
    for first, last in marked:
        if before or first > place:
            yield before + text[place:first], False
        yield text[first:last], True
        place, before = last, ""
    rest = text[place:end].rstrip() + (" …" if end < len(text) else "")
    if rest:
        yield rest, False
