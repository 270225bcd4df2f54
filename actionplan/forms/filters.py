from __future__ import annotations

from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from actionplan.models.record import RecordQuerySet
from ulg.plaintext import one_line

ALL = ("", pgettext_lazy("every choice of a filter", "All"))


class FilterForm(forms.Form):
    """Finds records by their words, and by what is chosen from short lists; a choice that is none is passed over."""

    q = forms.CharField(label=_("Search"), required=False, widget=forms.SearchInput)

    options: ClassVar[dict[str, list[tuple[str, Any]]]] = {}

    def __init__(self, asked: QueryDict) -> None:
        super().__init__({name: one_line(value)[:100] for name, value in asked.items()})
        for name, choices in self.options.items():
            self.fields[name].choices = [ALL, *choices]
        self.full_clean()

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper(self)
        helper.form_tag = False
        helper.disable_csrf = True
        helper.form_show_errors = False
        return helper

    @property
    def is_used(self) -> bool:
        return any(self.cleaned_data.values())

    @property
    def is_untouched(self) -> bool:
        """Then it looks the same for everybody."""
        return not (self.is_used or self.errors)

    @property
    def words(self) -> list[str]:
        """What was asked for, as a reader would say it."""
        chosen = [str(dict(choices)[self.chosen(name)]) for name, choices in self.options.items() if self.chosen(name)]
        sought = pgettext("words that were searched for", "“%(words)s”") % {"words": self.chosen("q")}
        return [sought, *chosen] if self.chosen("q") else chosen

    def chosen(self, name: str) -> str:
        return self.cleaned_data.get(name, "")

    def narrow_by(self, rows: RecordQuerySet, *names: str) -> RecordQuerySet:
        """Those that are as chosen in these fields, and hold the words in code, title or description."""
        chosen = {name: self.chosen(name) for name in names if self.chosen(name)}
        return rows.filter(_holds(self.chosen("q")), **chosen)


def _holds(words: str) -> Q:
    """SQLite knows no capitals beyond A to Z, so the likely spellings are asked for each."""
    spellings = {words, words.lower(), words.upper(), words.capitalize()}
    found = Q()
    for spelling in spellings if words else ():
        for name in ("code", "title", "description"):
            found |= Q(**{f"{name}__icontains": spelling})
    return found
