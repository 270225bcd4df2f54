from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actionplan.forms.fields import LinksField
from actionplan.forms.records import RecordForm
from actionplan.models import Barrier
from actionplan.models.barrier import BarrierQuerySet
from actionplan.reference.barriers import BarrierCategory, BarrierStatus
from actionplan.reference.procurement_steps import STAGES
from ulg.forms.filters import FilterForm


class RaiseBarrierForm(RecordForm):
    """What a member says when she raises a barrier; how far it has travelled is for staff to say."""

    class Meta:
        model = Barrier
        fields = ["title", "description", "category", "step", "findings"]
        labels = {
            "title": _("The barrier, in one sentence"),
            "description": _("What happens, and to whom"),
            "category": _("Area"),
            "step": _("Procurement step"),
            "findings": _("Findings it is based on"),
        }
        help_texts = {
            "description": _("An example helps. Write nothing about ongoing procurements."),
            "step": _("The first step where the barrier occurs."),
        }
        widgets = {
            "description": forms.Textarea(attrs={"rows": 8}),
            "findings": forms.CheckboxSelectMultiple,
        }
        field_classes = {"findings": LinksField}
        error_messages = {
            "title": {"required": _("Describe the barrier in one sentence.")},
            "category": {"required": _("Choose an area.")},
        }


class BarrierForm(RaiseBarrierForm):
    class Meta(RaiseBarrierForm.Meta):
        fields = [*RaiseBarrierForm.Meta.fields, "status", "parked_reason"]
        help_texts = {
            **RaiseBarrierForm.Meta.help_texts,
            "parked_reason": _("Only for a parked barrier. The reason is printed in the plan."),
        }

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("status") != BarrierStatus.PARKED:
            self.cleaned_data["parked_reason"] = ""
        elif not self.cleaned_data.get("parked_reason") and "parked_reason" not in self.errors:
            self.add_error(
                "parked_reason", _("Give the reason why the barrier is parked. The person who added it can read it.")
            )
        return self.cleaned_data


class BarrierFilter(FilterForm):
    status = forms.ChoiceField(label=pgettext_lazy("of a record", "Status"), required=False)
    category = forms.ChoiceField(label=_("Area"), required=False)
    stage = forms.ChoiceField(label=pgettext_lazy("of a procurement", "Step"), required=False)

    options = {
        "status": BarrierStatus.choices,
        "category": BarrierCategory.choices,
        "stage": [(name, title) for name, (title, _steps) in STAGES.items()],
    }

    def narrow(self, rows: BarrierQuerySet) -> BarrierQuerySet:
        if stage := self.chosen("stage"):
            rows = rows.filter(step__in=STAGES[stage][1])
        return self.narrow_by(rows, "category").at_status(self.chosen("status"))
