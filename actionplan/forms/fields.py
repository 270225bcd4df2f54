"""Fields for amounts, years and days, as people write them, and for links to other records."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ulg import languages, numbers

FIRST_YEAR, LAST_YEAR = 1950, 2100


class AmountInput(forms.TextInput):
    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, Decimal | int):
            return numbers.in_field(value, get_language())
        return super().format_value(value)


class AmountField(forms.DecimalField):
    """A number with or without decimals; spaces may part its thousands, comma and point its decimals."""

    widget = AmountInput
    default_error_messages = {
        "invalid": _("Write digits only, such as 85 000 or 85 000,50."),
        "two_meanings": _("This can be read in two ways. Write 85 000 for thousands, or 85,00 for decimals."),
        "min_value": _("Write zero or more."),
        "max_decimal_places": _("Write at most two decimals."),
        "max_digits": _("This number is too large to be right."),
        "max_whole_digits": _("This number is too large to be right."),
    }

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # as Django's own
        if value in self.empty_values:
            return None
        if isinstance(value, Decimal | int):
            return Decimal(value)
        try:
            return numbers.parse(str(value))
        except numbers.TwoMeanings as error:
            raise ValidationError(self.error_messages["two_meanings"], code="two_meanings") from error
        except numbers.NotANumber as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error


class HoursField(AmountField):
    """Whole hours."""

    default_error_messages = {
        "invalid": _("Write whole hours, such as 120."),
        "max_decimal_places": _("Write whole hours, such as 120."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "max_digits": 9, "decimal_places": 0})

    def clean(self, value: Any) -> int | None:
        hours = super().clean(value)
        return None if hours is None else int(hours)


class YearField(forms.IntegerField):
    default_error_messages = {
        "invalid": _("Write the year with four digits, such as 2024."),
        "min_value": _("Write the year with four digits, such as 2024."),
        "max_value": _("Write the year with four digits, such as 2024."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "min_value": FIRST_YEAR, "max_value": LAST_YEAR, "widget": year_input()})


class DayField(forms.DateField):
    """A day, chosen in the browser's calendar or written as 2026-03-31."""

    default_error_messages = {
        "invalid": _("Write the date as year, month and day, such as 2026-03-31."),
        "unlikely_year": _("Check the year of this date."),
    }

    def __init__(self, **kwargs: Any) -> None:
        calendar = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(**{**kwargs, "widget": calendar, "input_formats": ["%Y-%m-%d", "%Y%m%d"]})

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValidationError(self.error_messages["unlikely_year"], code="unlikely_year")
        return day


class RecordSelect(forms.Select):
    """One record of the plan; each choice is in the plan's language, and the empty one is ours."""

    def __init__(self, language: str, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.language = language

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if value and languages.differs(self.language):
            option["attrs"]["lang"] = self.language
        return option


class LinksField(forms.ModelMultipleChoiceField):
    """The records that one is linked to."""

    def clean(self, value: Any) -> QuerySet:
        try:
            return super().clean(value)
        except OverflowError as error:  # a key with more digits than the database can count
            words = self.error_messages["invalid_choice"]
            raise ValidationError(words, code="invalid_choice", params={"value": "…"}) from error


def year_input() -> forms.TextInput:
    return forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
