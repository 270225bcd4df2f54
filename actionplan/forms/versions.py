from __future__ import annotations

from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from actionplan.forms.fields import DayField
from actionplan.models import Plan
from ulg.forms.revised import RevisedForm

OPEN, CLOSED = "open", "closed"


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
            (OPEN, gettext_lazy("Everyone, without logging in")),
            (CLOSED, gettext_lazy("Only the local group, until you open it")),
        ],
        initial=OPEN,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Plan
        fields = ["case_number"]

    def __init__(self, *args: Any, gaps: int = 0, last: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial |= {"last": last, "revision": self.instance.revision}  # as the page stands, not as a draft did
        self.initial.pop("is_confirmed", None)
        if gaps:
            words = ngettext(
                "Publish although one thing is missing", "Publish although %(count)d things are missing", gaps
            )
            refusal = _("Tick the box to publish although something is missing, or mend what is missing first.")
            self.fields["is_confirmed"] = forms.BooleanField(
                label=words % {"count": gaps}, error_messages={"required": refusal}
            )

    @property
    def helper(self) -> Any:
        helper = super().helper
        confirm = ["is_confirmed"] if "is_confirmed" in self.fields else []
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

    def clean_decided_on(self) -> Any:
        day = self.cleaned_data["decided_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(
                _("This day is still to come. Write the day of the decision, or leave it empty.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        super().clean()
        values = self.cleaned_data
        if (values.get("decided_on") or values.get("paragraph")) and not values.get("decision_body"):
            self.add_error("decision_body", _("Say who made the decision, or leave its day and paragraph empty."))
        return values
