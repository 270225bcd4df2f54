"""The state of the plan, counted in one query: how many records of each kind, and how many lack what comes next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from actionplan.models import Action, Barrier, Finding, Indicator, Objective, Plan, Section, Solution
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
    plan = Plan.objects.in_city(city).select_related("city").annotate(**_counts()).get()
    return plan, PlanCounts(**{name: getattr(plan, f"n_{name}") for name in PlanCounts.__dataclass_fields__})


def chapters(sections: list[Section]) -> list[ChapterState]:
    """How many sections of each chapter are done."""
    done = {section.key for section in sections if section.status == SectionStatus.DONE}
    found = []
    for chapter in OUTLINE:
        written = [part.key for part in chapter.parts if part.is_written]
        if written:
            number = NUMBERS[f"chapter {chapter.key}"]
            found.append(ChapterState(number, str(chapter.title), chapter.key, len(done & set(written)), len(written)))
    return found


def _counts() -> dict[str, Coalesce]:
    wanted: dict[str, Callable[[], QuerySet]] = {
        "findings": Finding.objects.kept,
        "findings_without_source": lambda: Finding.objects.kept().filter(source=""),
        "barriers": Barrier.objects.kept,
        "barriers_unsolved": Barrier.objects.unsolved,
        "solutions": Solution.objects.kept,
        "solutions_without_action": Solution.objects.without_action,
        "actions": Action.objects.kept,
        "actions_without_lead": lambda: Action.objects.kept().filter(lead=""),
        "indicators": Indicator.objects.kept,
        "indicators_without_baseline": lambda: Indicator.objects.kept().filter(baseline=None),
        "objectives": Objective.objects.kept,
    }
    counts = {f"n_{name}": _count(rows()) for name, rows in wanted.items()}
    versions = Plan.objects.filter(pk=OuterRef("pk")).order_by().values("pk").annotate(n=Count("versions")).values("n")
    return {**counts, "n_versions": Coalesce(Subquery(versions), 0)}


def _count(rows: QuerySet) -> Coalesce:
    counted = rows.filter(plan=OuterRef("pk")).order_by().values("plan").annotate(n=Count(F("pk"))).values("n")
    return Coalesce(Subquery(counted), 0)
