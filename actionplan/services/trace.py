"""How a record hangs together: finding, barrier, solution, action, indicator, from one end to where it is loose."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from actionplan.models import Action, Barrier, Finding, Indicator, Objective, Record, Solution
from ulg.roles import Permission

# Nothing has to follow what is settled, and nothing can follow what is dead
SETTLED = {"parked", "resolved", "rejected", "dropped"}
DEAD = {"rejected", "dropped"}


@dataclass(frozen=True)
class Mend:
    """What to do about a loose end, and who may."""

    permission: Permission
    words: str
    url: str


@dataclass(frozen=True)
class Knot:
    """One step of the thread with the records that stand there, or with what is missing."""

    kind: str
    title: str
    records: tuple[Record, ...] = ()
    is_here: bool = False
    missing: str = ""
    mend: Mend | None = None
    is_before_loose: bool = False

    @property
    def is_loose(self) -> bool:
        return bool(self.missing)


@dataclass(frozen=True)
class Step:
    """From a record to its neighbours: how they know it, and what to say and do where there are none."""

    model: type[Record]
    lookup: str
    missing: str
    permission: Permission
    words: str
    address: str
    suffix: str = ""

    def mend(self, record: Record) -> Mend:
        keys = [record.plan.city.slug] if self.address.endswith("-add") else [record.plan.city.slug, record.pk]
        suffix = self.suffix.format(pk=record.pk)
        return Mend(self.permission, str(self.words), reverse(f"actionplan:{self.address}", args=keys) + suffix)


BEFORE: dict[type[Record], Step] = {
    Barrier: Step(
        Finding,
        "barriers",
        _("None yet. Without a finding nobody sees where the barrier shows."),
        Permission.EDIT_PLAN,
        _("Link a finding"),
        "barrier-edit",
        "#id_findings",
    ),
    Solution: Step(
        Barrier,
        "solutions",
        _("None. Without a barrier nobody sees what the solution is for."),
        Permission.EDIT_PLAN,
        _("Link a barrier"),
        "solution-edit",
        "#id_barriers",
    ),
    Action: Step(
        Solution,
        "actions",
        _("None. Without a solution nobody sees which barrier the action meets."),
        Permission.EDIT_PLAN,
        _("Link a solution"),
        "action-edit",
        "#id_solution",
    ),
    Indicator: Step(
        Action,
        "indicators",
        _("None yet. An indicator measures an action."),
        Permission.EDIT_PLAN,
        _("Link an action"),
        "indicator-edit",
        "#id_actions",
    ),
}

AFTER: dict[type[Record], Step] = {
    Finding: Step(
        Barrier,
        "findings",
        _("None yet. What does this keep from happening?"),
        Permission.CONTRIBUTE,
        _("Raise a barrier"),
        "barrier-add",
        "?finding={pk}",
    ),
    Barrier: Step(
        Solution,
        "barriers",
        _("None yet. What would help?"),
        Permission.CONTRIBUTE,
        _("Propose a solution"),
        "solution-add",
        "?barrier={pk}",
    ),
    Solution: Step(
        Action,
        "solution",
        _("None yet. A solution helps once somebody carries it out."),
        Permission.EDIT_PLAN,
        _("Make it an action"),
        "solution-adopt",
    ),
    Action: Step(
        Indicator,
        "actions",
        _("None yet. Without an indicator we do not know whether the action helped."),
        Permission.EDIT_PLAN,
        _("Add an indicator"),
        "indicator-add",
        "?action={pk}",
    ),
}

_STEPS = {
    Finding: ngettext_lazy("Finding of the baseline", "Findings of the baseline"),
    Barrier: ngettext_lazy("Barrier", "Barriers"),
    Solution: ngettext_lazy("Solution", "Solutions"),
    Action: ngettext_lazy("Action", "Actions"),
    Indicator: ngettext_lazy("Indicator", "Indicators"),
}

_HERE = {
    Finding: _("Finding of the baseline, this page"),
    Barrier: _("Barrier, this page"),
    Solution: _("Solution, this page"),
    Action: _("Action, this page"),
    Indicator: _("Indicator, this page"),
}


def trace(record: Record) -> list[Knot]:
    """The thread through this record, in as many queries for one neighbour as for many."""
    here = Knot(record.kind, str(_HERE[type(record)]), (record,), is_here=True)
    knots = [*reversed(_walk(record, BEFORE)), here, *_walk(record, AFTER)]
    following = [*knots[1:], None]
    return [
        replace(knot, is_before_loose=bool(after and (knot.is_loose or after.is_loose)))
        for knot, after in zip(knots, following, strict=True)
    ]


def hangs_on(record: Record) -> tuple[Record, ...]:
    """What would lose its neighbour if this record were taken out."""
    if isinstance(record, Objective):
        return _current(Action, "objective", (record,))
    step = (BEFORE if isinstance(record, Indicator) else AFTER).get(type(record))
    return _current(step.model, step.lookup, (record,))


def _walk(record: Record, steps: dict[type[Record], Step]) -> list[Knot]:
    """The knots on one side of the record, as far as they reach; the last one may be a loose end."""
    knots: list[Knot] = []
    records: tuple[Record, ...] = (record,)
    while records and (step := steps.get(type(records[0]))):
        found = _current(step.model, step.lookup, records)
        alive = tuple(each for each in found if _status(each) not in DEAD)
        is_loose = not alive and any(_status(each) not in SETTLED for each in records)
        if found or is_loose:
            knots.append(_knot(step, found, records if is_loose else ()))
        records = alive
    return knots


def _knot(step: Step, found: tuple[Record, ...], loose_from: tuple[Record, ...]) -> Knot:
    kind, title = step.model._meta.model_name, str(_STEPS[step.model] % max(len(found), 1))
    if not loose_from:
        return Knot(kind, title, found)
    mend = step.mend(loose_from[0]) if len(loose_from) == 1 else None
    return Knot(kind, title, found, missing=str(step.missing), mend=mend)


def _current(model: type[Record], lookup: str, records: tuple[Record, ...]) -> tuple[Record, ...]:
    found = tuple(model.objects.current().filter(**{f"{lookup}__in": [each.pk for each in records]}).distinct())
    for each in found:
        each.plan = records[0].plan
    return found


def _status(record: Record) -> str:
    return getattr(record, "status", "")
