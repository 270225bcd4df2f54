from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.forms import BoundField
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from actionplan.forms.fields import DayField
from actionplan.models import Plan
from ulg import languages
from ulg.forms.revised import RevisedForm
from ulg.forms.texts import LineField

OPEN, CLOSED = "open", "closed"


NO_REASON = gettext_lazy(
    "Explain why everyone may read the version although something is missing, or show it to the group only."
)


def reason_field(*, required: bool) -> LineField:
    return LineField(
        label=gettext_lazy("Why everyone may read it although something is missing"),
        help_text=gettext_lazy("Shown on the public page, together with how much is missing."),
        required=required,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": NO_REASON},
    )


class OpenForm(forms.Form):
    """Why a version in which something is missing is opened to everyone."""

    reason = reason_field(required=True)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if languages.differs(language):
            self.fields["reason"].widget.attrs["lang"] = language

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper(self)
        helper.form_tag = False
        helper.disable_csrf = True
        return helper


class PublishForm(RevisedForm):
    """What is said about the version that is published; `last` is the newest version that stood on the page."""

    last = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    decision_body = forms.CharField(
        label=gettext_lazy("Decided by"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("The body that adopted the plan, such as the city council."),
    )
    decided_on = DayField(label=gettext_lazy("Decided on"), required=False)
    paragraph = forms.CharField(label=gettext_lazy("Paragraph of the minutes"), required=False, max_length=60)
    opening = forms.ChoiceField(
        label=gettext_lazy("Who may read it"),
        choices=[
            (CLOSED, gettext_lazy("Only the local group, until you open it")),
            (OPEN, gettext_lazy("Everyone, without logging in")),
        ],
        initial=CLOSED,
        widget=forms.RadioSelect,
    )
    reason = reason_field(required=False)

    class Meta:
        model = Plan
        fields = ["case_number"]

    def __init__(self, *args: Any, gaps: int = 0, last: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update({"last": last, "revision": self.instance.revision})  # as the page stands
        self.initial.pop("is_confirmed", None)
        if not gaps:
            del self.fields["reason"]
        else:
            words = ngettext(
                "Publish although one thing is missing", "Publish although %(count)d things are missing", gaps
            )
            refusal = _("Tick the box to publish although something is missing, or complete the plan first.")
            self.fields["is_confirmed"] = forms.BooleanField(
                label=words % {"count": gaps}, error_messages={"required": refusal}
            )

    @property
    def helper(self) -> Any:
        helper = super().helper
        confirm = ["reason", "is_confirmed"] if "is_confirmed" in self.fields else []
        decision = Fieldset(
            _("The decision"), "decision_body", "decided_on", "paragraph", "case_number", css_class="group"
        )
        helper.layout = Layout("revision", "last", decision, "opening", *confirm)
        return helper

    @property
    def decision(self) -> dict[str, Any]:
        values = self.cleaned_data
        return {"body": values["decision_body"], "on": values["decided_on"], "paragraph": values["paragraph"]}

    @property
    def is_public(self) -> bool:
        return self.cleaned_data["opening"] == OPEN

    @property
    def opening_reason(self) -> str:
        return self.cleaned_data.get("reason", "") if self.is_public else ""

    @property
    def said(self) -> list[tuple[str, str, bool]]:
        """What was filled in about the version, as a reader would say it, and whether the words are the writer's."""
        filled = [(self[name], self.cleaned_data.get(name)) for name in self.fields if not self[name].is_hidden]
        return [
            (str(field.label), _words(field, value), type(field.field) is not forms.ChoiceField)
            for field, value in filled
            if value not in (None, "", True)
        ]

    def clean_decided_on(self) -> Any:
        day = self.cleaned_data["decided_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(
                _("This date is in the future. Enter the date of the decision, or leave the field empty.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        super().clean()
        values = self.cleaned_data
        if (values.get("decided_on") or values.get("paragraph")) and not values.get("decision_body"):
            self.add_error(
                "decision_body", _("Enter who made the decision, or leave the date and the paragraph empty.")
            )
        if "reason" in self.fields and values.get("opening") == OPEN and not values.get("reason"):
            self.add_error("reason", NO_REASON)
        return values


def _words(field: BoundField, value: Any) -> str:
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return str(dict(getattr(field.field, "choices", ())).get(value, value))
