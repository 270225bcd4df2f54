from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from actionplan.forms.fields import AmountField, LinksField, YearField
from actionplan.forms.records import RecordForm
from actionplan.models import Indicator


class IndicatorForm(RecordForm):
    class Meta:
        model = Indicator
        fields = ["title", "unit", "baseline", "baseline_year", "target", "target_year", "source", "actions"]
        labels = {
            "title": _("What is measured"),
            "baseline": _("Baseline value"),
            "baseline_year": _("Baseline year"),
            "target": _("Target value"),
            "target_year": _("Target year"),
            "source": _("Source of the figure"),
            "actions": _("Actions it measures"),
        }
        help_texts = {
            "title": _("One thing that can be counted, out of a total."),
            "unit": _("Per cent, procurements, suppliers …"),
        }
        widgets = {"actions": forms.CheckboxSelectMultiple}
        field_classes = {
            "actions": LinksField,
            "baseline": AmountField,
            "baseline_year": YearField,
            "target": AmountField,
            "target_year": YearField,
        }
        error_messages = {"title": {"required": _("Enter what is measured.")}}

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        helper.layout = Layout(
            *self.revision_seen,
            "title",
            "unit",
            self.group(pgettext("of an indicator", "Baseline"), "baseline", "baseline_year"),
            self.group(pgettext("of an indicator", "Target"), "target", "target_year"),
            "source",
            self.placed("actions"),
        )
        return helper

    def clean(self) -> dict[str, Any]:
        super().clean()
        before, after = self.cleaned_data.get("baseline_year"), self.cleaned_data.get("target_year")
        if before and after and after < before:
            self.add_error("target_year", _("The target year is before the baseline year. Check both years."))
        return self.cleaned_data
