from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actionplan.forms.fields import AmountField, DayField, HoursField
from actionplan.forms.records import NOT_STATED, RecordForm
from actionplan.models import Action
from actionplan.reference.actions import IMPACTS, LIKELIHOODS, CostKind
from ulg.forms.fields import field_of


class ActionForm(RecordForm):
    class Meta:
        model = Action
        fields = [
            "title",
            "description",
            "objective",
            "solution",
            "status",
            "starts_on",
            "ends_on",
            "lead",
            "responsible",
            "cost_kind",
            "cost_amount",
            "cost_hours",
            "funding_source",
            "funding_status",
            "funding_amount",
            "risk",
            "risk_likelihood",
            "risk_impact",
            "risk_mitigation",
        ]
        labels = {
            "title": _("The action, in one sentence"),
            "description": _("What the city will do"),
            "objective": _("Objective it contributes to"),
            "solution": _("Solution it carries out"),
            "status": _("Status"),
        }
        help_texts = {
            "lead": _("One organisation that is responsible for the action."),
            "responsible": _("Give a function rather than a name, since people may change jobs."),
            "cost_hours": _("Work that needs no extra money."),
            "funding_source": _("Own budget, national grant, EU fund …"),
        }
        widgets = {
            "description": forms.Textarea(attrs={"rows": 6}),
            "risk": forms.Textarea(attrs={"rows": 3}),
            "risk_mitigation": forms.Textarea(attrs={"rows": 3}),
            "risk_likelihood": forms.Select(choices=[NOT_STATED, *LIKELIHOODS]),
            "risk_impact": forms.Select(choices=[NOT_STATED, *IMPACTS]),
        }
        field_classes = {
            "starts_on": DayField,
            "ends_on": DayField,
            "cost_amount": AmountField,
            "cost_hours": HoursField,
            "funding_amount": AmountField,
        }
        error_messages = {"title": {"required": _("Describe in one sentence what the city will do.")}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "objective", forms.ModelChoiceField).empty_label = _("Not decided yet")
        field_of(self, "solution", forms.ModelChoiceField).empty_label = _("None of the solutions")

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        helper.layout = Layout(
            *self.revision_seen,
            "title",
            "description",
            "objective",
            "solution",
            "status",
            self.group(pgettext_lazy("duty of an action", "When"), "starts_on", "ends_on"),
            self.group(pgettext_lazy("duty of an action", "Who"), "lead", "responsible"),
            self.group(pgettext_lazy("duty of an action", "Cost"), "cost_kind", "cost_amount", "cost_hours"),
            self.group(
                pgettext_lazy("duty of an action", "Funding"), "funding_source", "funding_status", "funding_amount"
            ),
            self.group(
                pgettext_lazy("duty of an action", "Risk"), "risk", "risk_mitigation", "risk_likelihood", "risk_impact"
            ),
        )
        return helper

    def clean(self) -> dict[str, Any]:
        super().clean()
        values = self.cleaned_data
        if values.get("starts_on") and values.get("ends_on") and values["ends_on"] < values["starts_on"]:
            self.add_error("ends_on", _("The action ends before it starts. Check both dates."))
        if values.get("cost_amount") is not None:
            self._check_kind_of_cost(values.get("cost_kind"))
        return values

    def _check_kind_of_cost(self, kind: str | None) -> None:
        if kind == "":
            self.add_error("cost_kind", _("Say whether the amount is paid once or every year."))
        if kind == CostKind.NONE:
            self.add_error("cost_amount", _("You chose “No extra cost”. Clear the amount, or choose another kind."))
