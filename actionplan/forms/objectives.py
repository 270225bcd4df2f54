from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from actionplan.forms.records import RecordForm
from actionplan.models import Objective


class ObjectiveForm(RecordForm):
    class Meta:
        model = Objective
        fields = ["title", "description"]
        labels = {
            "title": _("The objective, in one sentence"),
            "description": _("How we know that it is reached"),
        }
        help_texts = {"description": _("With a measure and a year, such as “9 of 10 procurements by 2028”.")}
        widgets = {"description": forms.Textarea(attrs={"rows": 6})}
        error_messages = {"title": {"required": _("Describe the objective in one sentence.")}}
