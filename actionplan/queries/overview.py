"""The state of the plan, counted in one query: how many records of each kind, and how many lack what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from actionplan.kinds import BARRIER, FINDING, INDICATOR, OBJECTIVE
from actionplan.models import Action, Barrier, Finding, Indicator, Plan, PlanVersion, Record, Section, Solution
from actionplan.reference.outline import NUMBERS, OUTLINE
from actionplan.reference.sections import SectionStatus
from ulg.models import City


@dataclass(frozen=True)
class PlanCounts:
    """Numbers of records, and of those that lack what comes next."""

    findings: int
    findings_without_source: int
    barriers: int
    barriers_unsolved: int
    solutions: int
    solutions_without_action: int
    actions: int
    actions_without_lead: int
    indicators: int
    indicators_without_baseline: int
    objectives: int
    versions: int


@dataclass(frozen=True)
class ChapterState:
    number: str
    title: str
    key: str
    done: int
    total: int


def plan_with_counts(city: City) -> tuple[Plan, PlanCounts]:
    """The city's plan with its counts; Plan.DoesNotExist if the city has none."""
    counts = {f"n_{name}": _count(rows) for name, rows in _counted().items()}
    plan = Plan.objects.in_city(city).annotate(**counts).get()
    plan.city = city
    return plan, PlanCounts(**{name.removeprefix("n_"): getattr(plan, name) for name in counts})


def chapters(sections: list[Section]) -> list[ChapterState]:
    """How many sections of each chapter are done."""
    done = {section.code for section in sections if section.status == SectionStatus.DONE}
    found = []
    for chapter in OUTLINE:
        written = [part.key for part in chapter.parts if part.is_written]
        if written:
            number = NUMBERS[f"chapter {chapter.key}"]
            found.append(ChapterState(number, str(chapter.title), chapter.key, len(done & set(written)), len(written)))
    return found


def _counted() -> dict[str, QuerySet[Any]]:
    current = Record.objects.current()
    return {
        "findings": current.filter(kind=FINDING.name),
        "findings_without_source": Finding.objects.current().filter(source=""),
        "barriers": current.filter(kind=BARRIER.name),
        "barriers_unsolved": Barrier.objects.unsolved(),
        "solutions": Solution.objects.kept(),
        "solutions_without_action": Solution.objects.without_action(),
        "actions": Action.objects.kept(),
        "actions_without_lead": Action.objects.kept().filter(lead=""),
        "indicators": current.filter(kind=INDICATOR.name),
        "indicators_without_baseline": Indicator.objects.current().filter(baseline=None),
        "objectives": current.filter(kind=OBJECTIVE.name),
        "versions": PlanVersion.objects.all(),
    }


def _count(rows: QuerySet[Any]) -> Coalesce:
    """How many of these rows belong to the plan of the query around."""
    grouped = rows.filter(plan=OuterRef("pk")).order_by().values("plan")
    return Coalesce(Subquery(grouped.annotate(count=Count("pk")).values("count")), 0)
