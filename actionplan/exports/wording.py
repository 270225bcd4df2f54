"""How a language writes days, numbers, money and people."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import groupby
from typing import Any

from django.utils import dateformat, formats, translation

from actionplan.exports import labels
from actionplan.exports.said import Run, Said, capital
from ulg import numbers

PLACE = re.compile(r"\{(\w+)\}")
NO_BREAK = "\N{NO-BREAK SPACE}"
# Django's English days are American, and its short month with a capital letter suits English only
DAY, MONTH = {"en": "j F Y"}, {"en": "M Y"}


class Wording:
    """The words of one language, and the people as they let themselves be printed."""

    def __init__(self, language: str, names: dict[str, Any], currency: str, plan_language: str = "") -> None:
        self.language = language
        self.plan_language = plan_language if plan_language != language else ""  # where it is another one
        built = labels.build(language)
        self.labels: dict[str, str] = {key: self._ours(words) for key, words in built["labels"].items()}
        self.codes: dict[str, dict[str, str]] = {
            name: {code: self._ours(words) for code, words in codelist.items()}
            for name, codelist in built["codes"].items()
        }
        self.currency = self.code("currency", currency)
        self._names = names

    def say(self, key: str, **values: Any) -> str:
        """The words with the values in their places; a value may look like a place itself."""
        pattern = str(self.labels[key])
        if not self.plan_language:
            return PLACE.sub(lambda place: str(values.get(place[1], place[0])), pattern)
        runs: list[Run] = []
        for place, part in enumerate(PLACE.split(pattern)):
            value = part if place % 2 == 0 else values.get(part, f"{{{part}}}")
            runs += value.runs if isinstance(value, Said) else [Run(str(value))]
        return Said(_joined(runs), self.language)

    def code(self, codelist: str, code: str) -> str:
        """The word of a code; one that the portal does not know stands as it is."""
        return self.codes[codelist].get(code, code)

    def day(self, iso: Any) -> str:
        return self._dated(iso, DAY.get(self.language) or formats.get_format("DATE_FORMAT", self.language))

    def month(self, iso: Any) -> str:
        """Short, for tables."""
        return self._dated(iso, MONTH.get(self.language, "b Y"))

    def number(self, value: Any) -> str:
        """A figure, or what stands in its place."""
        found = decimal(value)
        if found is None:
            return "" if value is None else str(value)
        return self._ours(numbers.figure(found, self.language))

    def money(self, value: Any) -> str:
        """Whole amounts without decimals, others with two."""
        found = decimal(value)
        return "" if found is None else self._ours(numbers.money(found, self.currency, self.language))

    def mean(self, value: Decimal) -> str:
        """With one decimal."""
        return self._ours(numbers.mean(value, self.language))

    def amount(self, value: Any) -> str:
        """Money in a table whose title says the currency."""
        found = decimal(value)
        return "" if found is None else self._ours(numbers.amount(found, self.language))

    def person(self, reference: Any) -> dict[str, Any]:
        """Who this is, in no more words than they chose; `detail` says more where they allow it."""
        name, function, organisation = self._shown(reference)
        called = name or function or organisation
        return {
            "name": capital(called) if called else self.labels["anonymous"],
            "detail": function if name else "",
            "organisation": organisation,
            "is_anonymous": not called,
        }

    def signature(self, reference: Any, *, is_within: bool = False) -> str:
        """The person in one line, alone or within a sentence: their name and their organisation."""
        name, function, organisation = self._shown(reference)
        called = name or function or organisation
        if not called:
            return self.labels["anonymous_within" if is_within else "anonymous"]
        called = called if is_within else capital(called)
        is_alone = organisation in ("", name or function or organisation)
        return self._own(called if is_alone else f"{called}, {organisation}")

    def _shown(self, reference: Any) -> tuple[str, str, str]:
        known = self._names.get(reference) if isinstance(reference, str) else None
        if not isinstance(known, dict) or known.get("shown_as") == "anonymous":
            return "", "", ""
        name, function, organisation = (str(known.get(field) or "") for field in ("name", "function", "organisation"))
        return name, function, organisation

    def _dated(self, iso: Any, pattern: str) -> str:
        try:
            day = date.fromisoformat(iso)
        except (TypeError, ValueError):
            return "" if iso is None else str(iso)
        with translation.override(self.language):
            return self._ours(dateformat.format(day, pattern).replace(" ", NO_BREAK))

    def _ours(self, words: str) -> str:
        return Said([Run(words)], self.language) if self.plan_language and words else words

    def _own(self, words: str) -> str:
        return Said([Run(words, is_own=True)], self.language) if self.plan_language and words else words


def _joined(runs: list[Run]) -> list[Run]:
    """Those that stand beside each other and are of one kind as one."""
    groups = groupby(runs, key=lambda run: run.is_own)
    return [Run("".join(run.words for run in group), is_own) for is_own, group in groups]


def decimal(value: Any) -> Decimal | None:
    """The number that a decimal string holds, if it holds one of a size that can be printed."""
    if value is None or isinstance(value, bool):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < 30 else None
