from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actionplan.models import Plan
from ulg.forms.revised import RevisedForm

FIRST, LAST = 2000, 2100


class PlanForm(RevisedForm):
    class Meta:
        model = Plan
        fields = ["title", "subtitle", "first_year", "last_year", "case_number"]
        help_texts = {
            "subtitle": gettext_lazy("Shown under the title on the cover, such as whose plan it is."),
            "case_number": gettext_lazy("The city's case number for the plan, if there is one."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first_year", "last_year"):
            self.fields[name].widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "year-input"})
            self.fields[name].error_messages["invalid"] = _("Write the year with four digits, such as 2026.")

    def clean_first_year(self) -> int | None:
        return self._year("first_year")

    def clean_last_year(self) -> int | None:
        return self._year("last_year")

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        first, last = data.get("first_year"), data.get("last_year")
        if first and last and last < first:
            self.add_error("last_year", _("The last year is before the first year."))
        return data

    def _year(self, name: str) -> int | None:
        year = self.cleaned_data[name]
        if year is not None and not FIRST <= year <= LAST:
            raise forms.ValidationError(self.fields[name].error_messages["invalid"], code="invalid")
        return year
