from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from actionplan.forms.fields import DayField
from actionplan.forms.records import CHOOSE, RecordForm
from actionplan.models import Answer, Assessment
from actionplan.reference.assessment import Dimension, Score
from ulg.forms.fields import field_of
from ulg.forms.revised import RevisedForm


def scores() -> list[tuple[str, str]]:
    """Each with its points, which stand in the tables, and its words."""
    return [(score, f"{score.value} {score.label}" if score in Score.known() else str(score.label)) for score in Score]


class AssessmentForm(RevisedForm):
    class Meta:
        model = Assessment
        fields = ["title", "describes_on"]
        field_classes = {"describes_on": DayField}
        labels = {"title": pgettext_lazy("of an assessment", "Name"), "describes_on": gettext_lazy("As of")}
        help_texts = {"describes_on": gettext_lazy("The day whose state it describes, which may be long ago.")}


class StatementForm(RecordForm):
    """A statement of the city's own."""

    dimension = forms.ChoiceField(
        label=gettext_lazy("Dimension"),
        choices=[CHOOSE, *Dimension.choices],
        error_messages={"required": gettext_lazy("Choose the dimension that it belongs to.")},
    )

    class Meta:
        model = Answer
        fields = ["title"]
        labels = {"title": gettext_lazy("The statement, in one sentence")}
        help_texts = {"title": gettext_lazy("Word it so that it is good for the city if it is true.")}
        error_messages = {"title": {"required": gettext_lazy("Write the statement in one sentence.")}}


class AnswerForm(RecordForm):
    """What the city answers. Everything may stay empty: a missing answer is a normal state."""

    class Meta:
        model = Answer
        fields = ["score", "evidence", "source", "source_on", "links", "left_out_reason"]
        field_classes = {"source_on": DayField}
        widgets = {
            "score": forms.RadioSelect,
            "evidence": forms.Textarea(attrs={"rows": 4}),
            "links": forms.Textarea(attrs={"rows": 2}),
        }
        labels = {
            "score": gettext_lazy("How far is this true?"),
            "evidence": gettext_lazy("What shows it?"),
            "source": gettext_lazy("Source"),
            "source_on": gettext_lazy("Date of the source"),
            "links": gettext_lazy("Links"),
            "left_out_reason": gettext_lazy("If it does not concern the city: why?"),
        }
        help_texts = {
            "score": gettext_lazy("“Don't know” is an answer. It does not count as 0, and stays out of the mean."),
            "source": gettext_lazy("So that others can find it: decision, report, register, survey, interview."),
            "links": gettext_lazy("One address on each line."),
            "left_out_reason": gettext_lazy("With a reason here the statement is left out, and counts nowhere."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "score", forms.ChoiceField).choices = [("", _("No answer yet")), *scores()]

    def clean_links(self) -> str:
        addresses = [each.strip() for each in self.cleaned_data["links"].splitlines() if each.strip()]
        is_address = URLValidator(schemes=["http", "https"])
        for number, address in enumerate(addresses, start=1):
            try:
                is_address(address)
            except ValidationError as error:
                words = _("Line %(number)d is not an address. Write it with https:// before it.")
                raise ValidationError(words % {"number": number}, code="invalid") from error
        return "\n".join(addresses)

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("score") and self.cleaned_data.get("left_out_reason"):
            words = _("A statement that is left out has no score. Remove the score or the reason.")
            self.add_error("left_out_reason", words)
        return self.cleaned_data


class OwnScoreForm(forms.Form):
    """How far one member finds a statement true."""

    score = forms.ChoiceField(
        label=gettext_lazy("How far do you find this true?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose a score, or that you do not know.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "score", forms.ChoiceField).choices = scores()
