"""What somebody asks for: words that must all be found, in any order, each anywhere in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ulg.search.normal import CODE, GAP, LETTERS, code_of

LONGEST = 200
MOST_WORDS = 12
_AROUND = ".:;!?()[]{}…"  # stands around a word in a sentence, and says nothing about it
_SPACED_CODE = re.compile(r"([^\W\d_]) ?-? ?0*(\d{1,4})")


@dataclass(frozen=True)
class Term:
    """A word in normal form, or the code of a record; found where any of its needles stands."""

    word: str
    letter: str = ""
    number: str = ""

    @property
    def code(self) -> str:
        return code_of(self.letter, self.number) if self.letter else ""

    @property
    def needles(self) -> tuple[str, ...]:
        """A code that is typed with its dash is that code only: H-10 is not H-100."""
        if not self.code:
            return (self.word,)
        return (self.code,) if "-" in self.word else (self.code, self.word)

    def is_in(self, search_text: str) -> bool:
        return any(needle in search_text for needle in self.needles)


@dataclass(frozen=True)
class Query:
    terms: tuple[Term, ...] = ()
    is_cut: bool = False

    @classmethod
    def of(cls, asked: str) -> Query:
        """A very long query is cut, and says so."""
        normal = GAP.sub(" ", asked[:LONGEST].translate(LETTERS)).strip()
        if code := _SPACED_CODE.fullmatch(normal):
            return cls((Term(normal, *code.groups()),))
        words = list(dict.fromkeys(each.strip(_AROUND) or each for each in normal.split()))
        telling = [each for each in words if any(map(str.isalnum, each))] or words
        is_cut = len(asked.strip()) > LONGEST or len(telling) > MOST_WORDS
        return cls(tuple(_term(each) for each in telling[:MOST_WORDS]), is_cut)

    def __bool__(self) -> bool:
        return bool(self.terms)

    def finds(self, search_text: str) -> bool:
        return all(term.is_in(search_text) for term in self.terms)


def _term(word: str) -> Term:
    code = CODE.fullmatch(word)
    return Term(word, *code.groups()) if code else Term(word)
