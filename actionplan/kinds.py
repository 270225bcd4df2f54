"""Every kind of record that a plan holds: the one list of them.

Whatever goes over all kinds reads it from here. To add a kind, write its model (`models/`), forms, templates and words,
and name them here; docs/architecture.md says what follows from each of these facts. It imports reference data only, so
that every module may read it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.http import HttpResponse
from django.utils import translation
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actionplan.reference.actions import ActionStatus
from actionplan.reference.barriers import BarrierStatus
from actionplan.reference.sections import SectionStatus
from actionplan.reference.solutions import SolutionStatus
from ulg.reference.words import Words


@dataclass(frozen=True)
class Pages:
    """The pages of a kind whose records are added one by one: their addresses, forms and words."""

    path: str  # below the city, such as "barriers/"
    list_view: str  # the name of the address that lists them
    list_title: Words
    add: Words
    about: Words
    form: str  # where it stands, such as "actionplan.forms.barriers.BarrierForm"
    member_form: str = ""  # for whoever may add one, and correct it, but not edit the plan
    related: tuple[str, ...] = ()  # records of the same plan that its page names
    begins_with: str = ""  # what a new one begins with, by what its address asks for
    view: str = "actionplan.views.record_detail.record"  # of the page of one record, which a kind may have its own of


@dataclass(frozen=True, kw_only=True)
class RecordKind:
    """One kind of record. Its name is the model's, in lower case; it stands in addresses and in frozen documents."""

    name: str
    plural: str  # its folder of templates, and its list in a frozen document
    title: Words  # one of them, as a heading says it
    titles: Words
    in_export: Words  # how an export that failed calls one of them
    shapes: Mapping[str, str] = field(default_factory=dict)  # how far the circle of a status is filled
    is_printed: bool = True  # whether its records, and what is said about them, stand in a frozen document
    app_label: str = "actionplan"

    @property
    def model(self) -> type[Any]:
        return apps.get_model(self.app_label, self.name)

    @property
    def is_contributed(self) -> bool:
        """Whether members may add one without being allowed to edit the plan."""
        return False


@dataclass(frozen=True, kw_only=True)
class NumberedKind(RecordKind):
    """A kind whose records are added one by one; each gets the next number, and with it a code that stays."""

    letter: Words  # of its codes, such as H-07
    pages: Pages

    @property
    def form(self) -> type[Any]:
        return import_string(self.pages.form)

    @property
    def view(self) -> Callable[..., HttpResponse]:
        return import_string(self.pages.view)

    @property
    def member_form(self) -> type[Any]:
        """Of a kind that is contributed."""
        return import_string(self.pages.member_form)

    @property
    def is_contributed(self) -> bool:
        return bool(self.pages.member_form)

    def begun_with(self, plan: Any, asked: Mapping[str, str]) -> dict[str, Any]:
        """The fields of a new record that can be filled in from what its address asks for."""
        return import_string(self.pages.begins_with)(plan, asked) if self.pages.begins_with else {}

    @property
    def key(self) -> str:
        """The part of an address that holds the number of a record."""
        return f"{self.name}_id"

    def code(self, number: int, language: str) -> str:
        """The code of a record: the letter of its kind in the plan's language, and its number."""
        with translation.override(language):
            return f"{self.letter}-{number:02}"


FINDING = NumberedKind(
    name="finding",
    plural="findings",
    title=pgettext_lazy("kind of record", "Finding"),
    titles=pgettext_lazy("kind of record", "Findings"),
    letter=pgettext_lazy("letter of a finding's code", "F"),
    in_export=_("finding %(code)s"),
    pages=Pages(
        path="baseline/findings/",
        list_view="findings",
        list_title=_("Findings"),
        add=_("Add a finding"),
        about=_("One result from the baseline, with figure, source and year."),
        form="actionplan.forms.findings.FindingForm",
        related=("answer",),
        begins_with="actionplan.views.finding_basis.begun_with",
    ),
)
BARRIER = NumberedKind(
    name="barrier",
    plural="barriers",
    title=pgettext_lazy("kind of record", "Barrier"),
    titles=pgettext_lazy("kind of record", "Barriers"),
    letter=pgettext_lazy("letter of a barrier's code", "B"),
    in_export=_("barrier %(code)s"),
    shapes={
        BarrierStatus.DISCUSSED: "quarter",
        BarrierStatus.AGREED: "half",
        BarrierStatus.ADDRESSED: "most",
        BarrierStatus.RESOLVED: "full",
        BarrierStatus.PARKED: "parked",
    },
    pages=Pages(
        path="barriers/",
        list_view="barriers",
        list_title=_("Barriers"),
        add=_("Add a barrier"),
        about=_(
            "Something that prevents gender equality in the city's purchasing. Describe it from your own experience."
        ),
        form="actionplan.forms.barriers.BarrierForm",
        member_form="actionplan.forms.barriers.RaiseBarrierForm",
    ),
)
SOLUTION = NumberedKind(
    name="solution",
    plural="solutions",
    title=pgettext_lazy("kind of record", "Solution"),
    titles=pgettext_lazy("kind of record", "Solutions"),
    letter=pgettext_lazy("letter of a solution's code", "S"),
    in_export=_("solution %(code)s"),
    shapes={
        SolutionStatus.ASSESSED: "quarter",
        SolutionStatus.SELECTED: "half",
        SolutionStatus.ADOPTED: "full",
        SolutionStatus.REJECTED: "parked",
    },
    pages=Pages(
        path="solutions/",
        list_view="solutions",
        list_title=_("Solutions"),
        add=_("Propose a solution"),
        about=_(
            "Something that would remove one or more barriers. It becomes an action when the city decides to carry "
            "it out."
        ),
        form="actionplan.forms.solutions.SolutionForm",
        member_form="actionplan.forms.solutions.ProposeSolutionForm",
    ),
)
OBJECTIVE = NumberedKind(
    name="objective",
    plural="objectives",
    title=pgettext_lazy("kind of record", "Objective"),
    titles=pgettext_lazy("kind of record", "Objectives"),
    letter=pgettext_lazy("letter of an objective's code", "O"),
    in_export=_("objective %(code)s"),
    pages=Pages(
        path="actions/objectives/",
        list_view="actions",
        list_title=_("Actions"),
        add=_("Add an objective"),
        about=_("What the plan is to achieve, worded so that it can be checked afterwards."),
        form="actionplan.forms.objectives.ObjectiveForm",
        view="actionplan.views.objectives.objective",
    ),
)
ACTION = NumberedKind(
    name="action",
    plural="actions",
    title=pgettext_lazy("kind of record", "Action"),
    titles=pgettext_lazy("kind of record", "Actions"),
    letter=pgettext_lazy("letter of an action's code", "A"),
    in_export=_("action %(code)s"),
    shapes={
        ActionStatus.DRAFTED: "quarter",
        ActionStatus.COSTED: "quarter",
        ActionStatus.AGREED: "half",
        ActionStatus.FUNDED: "half",
        ActionStatus.RUNNING: "most",
        ActionStatus.DONE: "full",
        ActionStatus.DROPPED: "parked",
    },
    pages=Pages(
        path="actions/",
        list_view="actions",
        list_title=_("Actions"),
        add=_("Add an action"),
        about=_(
            "What the city will do. Leave fields empty if they are not decided yet: the plan shows what is missing."
        ),
        form="actionplan.forms.actions.ActionForm",
        view="actionplan.views.actions.action",
        related=("objective", "solution"),
    ),
)
INDICATOR = NumberedKind(
    name="indicator",
    plural="indicators",
    title=pgettext_lazy("kind of record", "Indicator"),
    titles=pgettext_lazy("kind of record", "Indicators"),
    letter=pgettext_lazy("letter of an indicator's code", "I"),
    in_export=_("indicator %(code)s"),
    pages=Pages(
        path="actions/indicators/",
        list_view="actions",
        list_title=_("Actions"),
        add=_("Add an indicator"),
        about=_("How we know whether an action has worked: baseline, target and year."),
        form="actionplan.forms.indicators.IndicatorForm",
    ),
)
SECTION = RecordKind(
    name="section",
    plural="sections",
    title=pgettext_lazy("kind of record", "Section"),
    titles=pgettext_lazy("kind of record", "Sections"),
    in_export=_("section %(code)s"),
    shapes={SectionStatus.DRAFT: "half", SectionStatus.REVIEW: "most", SectionStatus.DONE: "full"},
)
ANSWER = RecordKind(
    name="answer",
    plural="answers",
    title=pgettext_lazy("kind of record", "Statement"),
    titles=pgettext_lazy("kind of record", "Statements"),
    in_export=_("statement %(code)s"),
    is_printed=False,
)

# In the order of the plan's trace, then what stands around it
KINDS: list[RecordKind] = [FINDING, BARRIER, SOLUTION, OBJECTIVE, ACTION, INDICATOR, SECTION, ANSWER]


def find(name: str) -> RecordKind:
    """The kind of this name; LookupError if there is none."""
    for kind in KINDS:
        if kind.name == name:
            return kind
    raise LookupError(f"There is no kind of record called {name}.")


def numbered_kind(name: str) -> NumberedKind:
    """The numbered kind of this name; LookupError if there is none."""
    kind = find(name)
    if not isinstance(kind, NumberedKind):
        raise LookupError(f"Records of the kind {name} have no numbers.")
    return kind


def numbered() -> list[NumberedKind]:
    return [kind for kind in KINDS if isinstance(kind, NumberedKind)]


def printed() -> list[RecordKind]:
    return [kind for kind in KINDS if kind.is_printed]
