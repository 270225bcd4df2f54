from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from actionplan.forms.fields import YearField
from actionplan.forms.records import RecordForm
from actionplan.models import Finding


class FindingForm(RecordForm):
    class Meta:
        model = Finding
        fields = ["title", "text", "source", "year"]
        labels = {
            "title": _("The finding, in one sentence"),
            "text": _("More about it"),
            "year": _("Year that it describes"),
        }
        help_texts = {
            "title": _("Give the number and the total, such as “28 of 46 suppliers …”."),
            "source": _("So that others can find it: report, register, survey, interview."),
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 8})}
        field_classes = {"year": YearField}
        error_messages = {"title": {"required": _("Describe the finding in one sentence.")}}
