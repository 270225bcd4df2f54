from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actionplan.forms.fields import LinksField
from actionplan.forms.filters import FilterForm
from actionplan.forms.records import RecordForm
from actionplan.models import Action, Solution
from actionplan.models.solution import SolutionQuerySet
from actionplan.reference import solutions


class ProposeSolutionForm(RecordForm):
    """What a member says when she proposes a solution."""

    class Meta:
        model = Solution
        fields = ["title", "description", "approach", "barriers"]
        labels = {
            "title": _("The solution, in one sentence"),
            "description": _("How it would work"),
            "barriers": _("Barriers that it would remove"),
        }
        help_texts = {
            "title": _("Begin with what somebody would do: “Divide contracts into lots”."),
            "description": _("Who does what differently, and what it takes. Where has it worked?"),
            "barriers": _("If the barrier is not among them, raise it first."),
        }
        widgets = {
            "description": forms.Textarea(attrs={"rows": 8}),
            "barriers": forms.CheckboxSelectMultiple,
        }
        field_classes = {"barriers": LinksField}
        error_messages = {
            "title": {"required": _("Say in one sentence what somebody would do.")},
            "approach": {"required": _("Choose what kind of solution it is.")},
            "barriers": {"required": _("Choose at least one barrier that the solution would remove.")},
        }


class SolutionForm(ProposeSolutionForm):
    class Meta(ProposeSolutionForm.Meta):
        fields = [*ProposeSolutionForm.Meta.fields, "status", "rejected_reason"]
        help_texts = {
            **ProposeSolutionForm.Meta.help_texts,
            "rejected_reason": _("Only for a solution that was not chosen. It is printed in the plan."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.status != "adopted":
            status = self.fields["status"]
            # Adopting makes the action: it has a page of its own
            status.choices = [choice for choice in status.choices if choice[0] != "adopted"]

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("status") != "rejected":
            self.cleaned_data["rejected_reason"] = ""
            return self.cleaned_data
        if not self.cleaned_data.get("rejected_reason") and "rejected_reason" not in self.errors:
            self.add_error("rejected_reason", _("Say why it was not chosen, so that whoever proposed it can follow."))
        action = self.instance.pk and Action.objects.kept().filter(solution=self.instance).first()
        if action:
            words = _("%(action)s carries this solution out. Drop that action or take it out of the plan first.")
            self.add_error("status", words % {"action": action})
        return self.cleaned_data


class AdoptForm(RecordForm):
    """A solution becomes an action; `revision` is the one of the solution that stood on the page."""

    class Meta:
        model = Action
        fields = ["title", "objective"]
        labels = {
            "title": _("The action, in one sentence"),
            "objective": _("Objective that it serves"),
        }
        help_texts = {"title": _("What the city will do. You fill in when, who and at what cost afterwards.")}
        error_messages = {"title": {"required": _("Say in one sentence what the city will do.")}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["revision"] = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
        self.fields["objective"].empty_label = _("Not decided yet")


class SolutionFilter(FilterForm):
    status = forms.ChoiceField(label=pgettext_lazy("of a record", "Status"), required=False)
    approach = forms.ChoiceField(label=_("Kind"), required=False)

    options = {"status": solutions.STATUSES, "approach": solutions.KINDS}

    def narrow(self, rows: SolutionQuerySet) -> SolutionQuerySet:
        return self.narrow_by(rows, "status", "approach")
