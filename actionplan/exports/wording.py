"""How a language writes days, numbers, money and people."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils import dateformat, formats, translation

from actionplan.exports import labels

PLACE = re.compile(r"\{(\w+)\}")
NO_BREAK = "\N{NO-BREAK SPACE}"
# Django's English days are American, and its short month with a capital letter suits English only
DAY, MONTH = {"en": "j F Y"}, {"en": "M Y"}


class Wording:
    """The words of one language, and the people as they let themselves be printed."""

    def __init__(self, language: str, names: dict[str, Any], currency: str) -> None:
        self.language = language
        built = labels.build(language)
        self.labels: dict[str, str] = built["labels"]
        self.codes: dict[str, dict[str, str]] = built["codes"]
        self.currency = self.code("currency", currency)
        self._names = names

    def say(self, key: str, **values: Any) -> str:
        """The words with the values in their places; a value may look like a place itself."""
        return PLACE.sub(lambda place: str(values.get(place[1], place[0])), self.labels[key])

    def code(self, codelist: str, code: str) -> str:
        """The word of a code; one that the portal does not know stands as it is."""
        return self.codes[codelist].get(code, code)

    def day(self, iso: Any) -> str:
        return self._dated(iso, DAY.get(self.language) or formats.get_format("DATE_FORMAT", self.language))

    def month(self, iso: Any) -> str:
        """Short, for tables."""
        return self._dated(iso, MONTH.get(self.language, "b Y"))

    def number(self, value: Any) -> str:
        """Grouped and with the language's decimal mark; no more decimals than the number has."""
        amount = decimal(value)
        return self._number(amount) if amount is not None else "" if value is None else str(value)

    def money(self, value: Any) -> str:
        """Whole amounts without decimals, others with two."""
        bare = self.amount(value)
        return f"{bare}{NO_BREAK}{self.currency}" if bare and self.currency else bare

    def amount(self, value: Any) -> str:
        amount = decimal(value)
        if amount is None:
            return ""
        return self._number(amount, 0 if amount == amount.to_integral_value() else 2)

    def person(self, reference: Any) -> dict[str, Any]:
        """Who this is, in no more words than she chose; `detail` says more where she lets it."""
        name, function, organisation = self._shown(reference)
        called = name or function or organisation
        return {
            "name": capital(called) if called else self.labels["anonymous"],
            "detail": function if name else "",
            "organisation": organisation,
            "is_anonymous": not called,
        }

    def signature(self, reference: Any, *, is_within: bool = False) -> str:
        """The person in one line, alone or within a sentence: what she is called and whom she comes from."""
        name, function, organisation = self._shown(reference)
        called = name or function or organisation
        if not called:
            return self.labels["anonymous_within" if is_within else "anonymous"]
        called = called if is_within else capital(called)
        return called if organisation in ("", name or function or organisation) else f"{called}, {organisation}"

    def _shown(self, reference: Any) -> tuple[str, str, str]:
        known = self._names.get(reference) if isinstance(reference, str) else None
        if not isinstance(known, dict) or known.get("form") == "anonymous":
            return "", "", ""
        name, function, organisation = (str(known.get(field) or "") for field in ("name", "function", "organisation"))
        return name, function, organisation

    def _dated(self, iso: Any, pattern: str) -> str:
        try:
            day = date.fromisoformat(iso)
        except (TypeError, ValueError):
            return "" if iso is None else str(iso)
        with translation.override(self.language):
            return dateformat.format(day, pattern).replace(" ", NO_BREAK)

    def _number(self, value: Decimal, decimals: int | None = None) -> str:
        with translation.override(self.language):
            return formats.number_format(value, decimals, use_l10n=True, force_grouping=True).replace("-", "−")


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def decimal(value: Any) -> Decimal | None:
    """The number that a decimal string holds, if it holds one of a size that can be printed."""
    if value is None or isinstance(value, bool):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < 30 else None
