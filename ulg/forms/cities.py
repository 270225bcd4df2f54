from __future__ import annotations

import zoneinfo
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ulg.forms.fields import field_of
from ulg.forms.revised import RevisedForm
from ulg.forms.texts import LineField, LinesField
from ulg.models import City


def time_zones(present: str) -> list[tuple[str, str]]:
    """Europe's time zones, and the one that the city has."""
    names = {name for name in zoneinfo.available_timezones() if name.startswith(("Europe/", "Atlantic/"))}
    return [(name, name.replace("_", " ")) for name in sorted(names | {"UTC", present})]


class CapitalsField(LineField):
    """A code in capital letters, however it was typed."""

    def to_python(self, value: Any) -> str:
        return super().to_python(value).upper()


class CityForm(RevisedForm):
    name = LineField(label=_("Name"), max_length=80, help_text=_("As shown at the top of every page."))
    authority = LineField(
        label=_("Authority"),
        max_length=160,
        required=False,
        help_text=_("The full name of the contracting authority, as shown on the plan's cover."),
    )
    country = CapitalsField(label=_("Country"), max_length=2, help_text=_("Two letters, such as SE."))
    currency = CapitalsField(label=_("Currency"), max_length=3, help_text=_("Three letters, such as SEK."))
    aliases = LinesField(
        label=_("Other names"),
        required=False,
        max_length=160,
        help_text=_("One per line. Procurement notices that use one of these names count as the city's own."),
    )
    organisation_numbers = LinesField(
        label=_("Organisation numbers"),
        required=False,
        max_length=40,
        help_text=_("One per line. Procurement notices with one of these numbers count as the city's own."),
    )
    time_zone = forms.ChoiceField(label=_("Time zone"))

    class Meta:
        model = City
        fields = [
            *("name", "authority", "kind", "country", "language", "currency", "time_zone", "aliases"),
            "organisation_numbers",
        ]
        labels = {"language": _("Language of the plan")}
        help_texts = {
            "language": _("The plan and its files are in this language; each person chooses the language of the pages.")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "time_zone", forms.ChoiceField).choices = time_zones(self.instance.time_zone)
