from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actionplan.forms.fields import YearField
from actionplan.forms.notices import CountedForm
from actionplan.forms.records import RecordForm
from actionplan.models import Assessment, Finding
from ulg.forms.fields import field_of

NO_STATEMENT = pgettext_lazy("choice in a form", "No statement")


class FindingForm(RecordForm):
    class Meta:
        model = Finding
        fields = ["title", "text", "source", "year", "answer", "figure"]
        labels = {
            "title": _("The finding, in one sentence"),
            "text": _("More about it"),
            "year": _("Year that it describes"),
            "answer": _("Statement of the assessment that it is about"),
        }
        help_texts = {
            "title": _("Give the number and the total, such as “28 of 46 suppliers …”."),
            "source": _("So that others can find it: report, register, survey, interview."),
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 8}), "figure": forms.HiddenInput}
        field_classes = {"year": YearField}
        error_messages = {"title": {"required": _("Describe the finding in one sentence.")}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer = field_of(self, "answer", forms.ModelChoiceField)
        answer.empty_label = NO_STATEMENT
        if answer.queryset is not None and not answer.queryset.exists():
            del self.fields["answer"]  # there is no assessment yet

    def clean_figure(self) -> str:
        """What a number counts; anything else is no figure."""
        return CountedForm.of_query(self.cleaned_data["figure"]).query

    def _linkable(self, name: str, rows: QuerySet) -> QuerySet:
        """Statements of the newest assessment, and the one that it is about already."""
        newest = Assessment.objects.filter(plan=self.instance.plan_id).order_by("-number").values("pk")[:1]
        return super()._linkable(name, rows).filter(Q(assessment__in=newest) | Q(pk=self.instance.answer_id))
