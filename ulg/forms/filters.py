from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from crispy_forms.helper import FormHelper
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from ulg.forms.fields import field_of
from ulg.models import SearchedQuerySet
from ulg.plaintext import one_line
from ulg.search import Query
from ulg.search.query import LONGEST

Rows = TypeVar("Rows", bound=SearchedQuerySet)

ALL = ("", pgettext_lazy("every choice of a filter", "All"))


class FilterForm(forms.Form):
    """Finds rows by their words, and by what is chosen from short lists; a choice that is none is passed over."""

    q = forms.CharField(label=_("Search"), required=False, widget=forms.SearchInput)

    options: ClassVar[dict[str, list[tuple[str, Any]]]] = {}

    def __init__(self, asked: QueryDict) -> None:
        super().__init__({name: one_line(asked.get(name, ""))[:LONGEST] for name in asked})
        self.sought = Query.of(asked.get("q", ""))
        for name, choices in self.options.items():
            field_of(self, name, forms.ChoiceField).choices = [ALL, *choices]
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

    def narrow_by(self, rows: Rows, *names: str) -> Rows:
        """Those that hold every word, and are as chosen in these fields."""
        chosen = {name: self.chosen(name) for name in names if self.chosen(name)}
        return rows.holding(self.sought).filter(**chosen)
