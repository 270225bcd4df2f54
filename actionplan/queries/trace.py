"""The trace of a record: finding, barrier, solution, action, indicator, as far as they are linked either way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, cast

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from actionplan.models import Action, Barrier, Finding, Indicator, Objective, Plan, Record, Solution
from actionplan.models.kind_of_record import KindOfRecord, note_carried_out
from ulg.models.meta import name_of
from ulg.reference.words import Words
from ulg.roles import Permission


@dataclass(frozen=True)
class Remedy:
    """What to do about a gap, and who may."""

    permission: Permission
    words: str
    url: str


@dataclass(frozen=True)
class Step:
    """One step of the trace with the records that stand there, or with what is missing."""

    kind: str
    title: str
    records: tuple[KindOfRecord, ...] = ()
    is_here: bool = False
    missing: str = ""
    remedy: Remedy | None = None
    is_before_gap: bool = False

    @property
    def is_gap(self) -> bool:
        return bool(self.missing)


@dataclass(frozen=True)
class Link:
    """From a record to its neighbours: how they know it, and what to say and do where there are none."""

    model: type[KindOfRecord]
    lookup: str
    missing: Words
    permission: Permission
    words: Words
    address: str
    suffix: str = ""

    def remedy(self, record: KindOfRecord) -> Remedy:
        keys = [record.plan.city.slug] if self.address.endswith("-add") else [record.plan.city.slug, record.pk]
        suffix = self.suffix.format(pk=record.pk)
        return Remedy(self.permission, str(self.words), reverse(f"actionplan:{self.address}", args=keys) + suffix)


BEFORE: dict[type[KindOfRecord], Link] = {
    Barrier: Link(
        Finding,
        "barriers",
        _("None yet. Link a finding to show what the barrier is based on."),
        Permission.EDIT_PLAN,
        _("Link a finding"),
        "barrier-edit",
        "#id_findings",
    ),
    Solution: Link(
        Barrier,
        "solutions",
        _("None. Link a barrier to show what the solution is for."),
        Permission.EDIT_PLAN,
        _("Link a barrier"),
        "solution-edit",
        "#id_barriers",
    ),
    Action: Link(
        Solution,
        "actions",
        _("None. Link a solution to show which barrier the action addresses."),
        Permission.EDIT_PLAN,
        _("Link a solution"),
        "action-edit",
        "#id_solution",
    ),
    Indicator: Link(
        Action,
        "indicators",
        _("None yet. Link an action that the indicator measures."),
        Permission.EDIT_PLAN,
        _("Link an action"),
        "indicator-edit",
        "#id_actions",
    ),
}

AFTER: dict[type[KindOfRecord], Link] = {
    Finding: Link(
        Barrier,
        "findings",
        _("None yet. Which barrier does the finding point to?"),
        Permission.CONTRIBUTE,
        _("Add a barrier"),
        "barrier-add",
        "?finding={pk}",
    ),
    Barrier: Link(
        Solution,
        "barriers",
        _("None yet. How could the barrier be removed?"),
        Permission.CONTRIBUTE,
        _("Propose a solution"),
        "solution-add",
        "?barrier={pk}",
    ),
    Solution: Link(
        Action,
        "solution",
        _("None yet. An action is needed to carry out the solution."),
        Permission.EDIT_PLAN,
        _("Create an action"),
        "solution-adopt",
    ),
    Action: Link(
        Indicator,
        "actions",
        _("None yet. An indicator is needed to know whether the action has worked."),
        Permission.EDIT_PLAN,
        _("Add an indicator"),
        "indicator-add",
        "?action={pk}",
    ),
}

_STEPS: dict[type[KindOfRecord], Words] = {
    Finding: ngettext_lazy("Finding of the baseline", "Findings of the baseline"),
    Barrier: ngettext_lazy("Barrier", "Barriers"),
    Solution: ngettext_lazy("Solution", "Solutions"),
    Action: ngettext_lazy("Action", "Actions"),
    Indicator: ngettext_lazy("Indicator", "Indicators"),
}

_HERE: dict[type[KindOfRecord], Words] = {
    Finding: _("Finding of the baseline, this page"),
    Barrier: _("Barrier, this page"),
    Solution: _("Solution, this page"),
    Action: _("Action, this page"),
    Indicator: _("Indicator, this page"),
}

# What is read of a neighbour beside its name
_OWN_COLUMNS: dict[type[KindOfRecord], tuple[str, ...]] = {
    Finding: (),
    Barrier: ("status",),
    Solution: ("status",),
    Action: ("status", "solution_id"),
    Indicator: ("unit", "baseline", "baseline_year", "target", "target_year"),
}


def trace(record: KindOfRecord) -> list[Step]:
    """The trace through this record, in as many queries for one neighbour as for many; none of a kind outside it."""
    if type(record) not in _HERE:
        return []
    here = Step(record.kind, str(_HERE[type(record)]), (record,), is_here=True)
    before, after = _walk(record, BEFORE), _walk(record, AFTER)
    _note_carried_out(record, before, after)
    steps = [*reversed(before), here, *after]
    following = [*steps[1:], None]
    return [
        replace(step, is_before_gap=bool(after and (step.is_gap or after.is_gap)))
        for step, after in zip(steps, following, strict=True)
    ]


def dependants(record: KindOfRecord) -> tuple[KindOfRecord, ...]:
    """What would lose its neighbour if this record were taken out."""
    if isinstance(record, Objective):
        found = _current(Action, "objective", (record,))
    else:
        link = (BEFORE if isinstance(record, Indicator) else AFTER).get(type(record))
        found = _current(link.model, link.lookup, (record,)) if link else ()
    return tuple(each for each in found if each.is_kept)


def _walk(record: KindOfRecord, links: dict[type[KindOfRecord], Link]) -> list[Step]:
    """The steps on one side of the record, as far as they reach; the last one may be a gap."""
    steps: list[Step] = []
    records: tuple[KindOfRecord, ...] = (record,)
    while records and (link := links.get(type(records[0]))):
        found = _current(link.model, link.lookup, records)
        kept = tuple(each for each in found if each.is_kept)
        is_gap = not kept and any(each.is_open for each in records)
        if found or is_gap:
            steps.append(_step(link, found, records if is_gap else ()))
        records = kept
    return steps


def _note_carried_out(record: KindOfRecord, before: list[Step], after: list[Step]) -> None:
    """What the trace itself shows is read from it; who else claims an action is asked for once for each kind."""
    kept = [each for step in (*before, *after) for each in (*step.records, record) if each.is_kept]
    actions = [each for each in kept if isinstance(each, Action)]
    if actions and record.is_kept:
        for each in (record, *(each for step in before for each in step.records)):
            each.is_carried_out = True
    for solution in (each for step in after for each in step.records if isinstance(each, Solution)):
        solution.is_carried_out = any(action.solution_id == solution.pk for action in actions)
    for step in (*before, *after):
        note_carried_out(step.records)


def _step(link: Link, found: tuple[KindOfRecord, ...], gap_after: tuple[KindOfRecord, ...]) -> Step:
    kind, title = name_of(link.model), str(_STEPS[link.model] % max(len(found), 1))
    if not gap_after:
        return Step(kind, title, found)
    remedy = link.remedy(gap_after[0]) if len(gap_after) == 1 else None
    return Step(kind, title, found, missing=str(link.missing), remedy=remedy)


def _current(model: type[KindOfRecord], lookup: str, records: tuple[KindOfRecord, ...]) -> tuple[KindOfRecord, ...]:
    """Read as values of the table of all records: what builds these queries is most of the time that they take."""
    kind, own = name_of(model), _OWN_COLUMNS[model]
    linked = {f"as_{kind}__{lookup}__in": [each.pk for each in records]}
    rows = Record.objects.current().filter(kind=kind, **linked)
    rows = rows.distinct() if len(records) > 1 else rows  # one alone leads to each of them once
    columns = ("pk", "number", "code", "title", *(f"as_{kind}__{name}" for name in own))
    return tuple(_neighbour(model, records[0].plan, row) for row in rows.values_list(*columns))


def _neighbour(model: type[KindOfRecord], plan: Plan, row: tuple[Any, ...]) -> KindOfRecord:
    pk, number, code, title, *own = row
    neighbour = Record.named(plan, name_of(model), pk, code, title)
    for name, value in zip(("number", *_OWN_COLUMNS[model]), (number, *own), strict=True):
        setattr(neighbour, name, value)
    return cast(KindOfRecord, neighbour)
