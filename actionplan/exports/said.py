"""Words of the portal beside the plan's own, where the two are in different languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.html import escape, format_html


class Run(NamedTuple):
    words: str
    is_own: bool = False  # the plan's, and so in its language


class Said(str):
    """A text of such runs; what is cut out of it is plain text again."""

    runs: tuple[Run, ...]
    language: str

    def __new__(cls, runs: Iterable[Run], language: str) -> Said:
        runs = tuple(runs)
        said = super().__new__(cls, "".join(run.words for run in runs))
        said.runs, said.language = runs, language
        return said

    def __html__(self) -> str:
        """What stands among the plan's words: the portal's say their language."""
        return "".join(self._html(run) for run in self.runs)

    def _html(self, run: Run) -> str:
        if run.is_own or not any(map(str.isalpha, run.words)):
            return escape(run.words)
        return format_html('<span lang="{}">{}</span>', self.language, run.words)

    def lower(self) -> Said:
        return Said((Run(run.words.lower()) if not run.is_own else run for run in self.runs), self.language)

    @property
    def data(self) -> str | list[str | dict[str, str]]:
        """For the templates of the PDF, which take a text without own words for the portal's."""
        if not any(run.is_own for run in self.runs):
            return str(self)
        return [{"own": run.words} if run.is_own else run.words for run in self.runs]


def capital(words: str) -> str:
    if isinstance(words, Said) and words:
        first, *rest = words.runs
        return Said([Run(capital(first.words), first.is_own), *rest], words.language)
    return words[:1].upper() + words[1:]
