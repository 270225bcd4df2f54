from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actionplan.forms.fields import LinksField
from actionplan.forms.records import RecordForm
from actionplan.models import Action, Solution
from actionplan.models.solution import SolutionQuerySet
from actionplan.reference.solutions import SolutionStatus, SolutionType
from ulg.forms.fields import field_of
from ulg.forms.filters import FilterForm


class ProposeSolutionForm(RecordForm):
    """What a member says when she proposes a solution."""

    class Meta:
        model = Solution
        fields = ["title", "description", "solution_type", "barriers"]
        labels = {
            "title": _("The solution, in one sentence"),
            "description": _("How it would work"),
            "barriers": _("Barriers it would remove"),
        }
        help_texts = {
            "title": _("Begin with what should be done: “Divide contracts into lots”."),
            "description": _("Who would do what differently, and what is needed? Has it worked elsewhere?"),
            "barriers": _("If the barrier is not in the list, add it first."),
        }
        widgets = {
            "description": forms.Textarea(attrs={"rows": 8}),
            "barriers": forms.CheckboxSelectMultiple,
        }
        field_classes = {"barriers": LinksField}
        error_messages = {
            "title": {"required": _("Describe the solution in one sentence.")},
            "solution_type": {"required": _("Choose what kind of solution it is.")},
            "barriers": {"required": _("Choose at least one barrier that the solution would remove.")},
        }


class SolutionForm(ProposeSolutionForm):
    class Meta(ProposeSolutionForm.Meta):
        fields = [*ProposeSolutionForm.Meta.fields, "status", "rejected_reason"]
        help_texts = {
            **ProposeSolutionForm.Meta.help_texts,
            "rejected_reason": _("Only for a solution that was not chosen. The reason is printed in the plan."),
        }

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("status") != SolutionStatus.REJECTED:
            self.cleaned_data["rejected_reason"] = ""
            return self.cleaned_data
        if not self.cleaned_data.get("rejected_reason") and "rejected_reason" not in self.errors:
            self.add_error(
                "rejected_reason",
                _("Give the reason why the solution was not chosen. The person who proposed it can read it."),
            )
        action = self.instance.pk and Action.objects.kept().filter(solution=self.instance).first()
        if action:
            words = _("%(action)s carries out this solution. Drop the action or remove it from the plan first.")
            self.add_error("status", words % {"action": action})
        return self.cleaned_data


class AdoptForm(RecordForm):
    """A solution becomes an action; `revision` is the one of the solution that stood on the page."""

    class Meta:
        model = Action
        fields = ["title", "objective"]
        labels = {
            "title": _("The action, in one sentence"),
            "objective": _("Objective it contributes to"),
        }
        help_texts = {
            "title": _("What the city will do. Dates, responsible organisation and cost are filled in afterwards.")
        }
        error_messages = {"title": {"required": _("Describe in one sentence what the city will do.")}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["revision"] = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
        field_of(self, "objective", forms.ModelChoiceField).empty_label = _("Not decided yet")


class SolutionFilter(FilterForm):
    status = forms.ChoiceField(label=pgettext_lazy("of a record", "Status"), required=False)
    solution_type = forms.ChoiceField(label=_("Kind"), required=False)

    options = {"status": SolutionStatus.choices, "solution_type": SolutionType.choices}

    def narrow(self, rows: SolutionQuerySet) -> SolutionQuerySet:
        return self.narrow_by(rows, "solution_type").at_status(self.chosen("status"))
