"""Where the plan stands, counted in one query: how many knots the thread has, and how many ends are loose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from actionplan.models import Action, Barrier, Finding, Indicator, Objective, Plan, Section, Solution
from actionplan.reference.outline import NUMBERS, OUTLINE
from ulg.models import City


@dataclass(frozen=True)
class Standing:
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


def of_city(city: City) -> tuple[Plan, Standing]:
    """The city's plan with its standing; Plan.DoesNotExist if the city has none."""
    plan = Plan.objects.in_city(city).select_related("city").annotate(**_counts()).get()
    return plan, Standing(**{name: getattr(plan, f"n_{name}") for name in Standing.__dataclass_fields__})


def chapters(sections: list[Section]) -> list[ChapterState]:
    """How many sections of each chapter are done."""
    done = {section.key for section in sections if section.status == "done"}
    found = []
    for chapter in OUTLINE:
        written = [part.key for part in chapter.parts if part.is_written]
        if written:
            number = NUMBERS[f"chapter {chapter.key}"]
            found.append(ChapterState(number, str(chapter.title), chapter.key, len(done & set(written)), len(written)))
    return found


def _counts() -> dict[str, Coalesce]:
    kept = Action.objects.kept
    wanted: dict[str, Callable[[], QuerySet]] = {
        "findings": Finding.objects.current,
        "findings_without_source": lambda: Finding.objects.current().filter(source=""),
        "barriers": Barrier.objects.current,
        "barriers_unsolved": lambda: Barrier.objects.current().unsolved(),
        "solutions": lambda: Solution.objects.current().exclude(status="rejected"),
        "solutions_without_action": lambda: Solution.objects.current().without_action(),
        "actions": kept,
        "actions_without_lead": lambda: kept().filter(lead=""),
        "indicators": Indicator.objects.current,
        "indicators_without_baseline": lambda: Indicator.objects.current().filter(Q(baseline=None)),
        "objectives": Objective.objects.current,
    }
    counts = {f"n_{name}": _count(rows()) for name, rows in wanted.items()}
    versions = Plan.objects.filter(pk=OuterRef("pk")).order_by().values("pk").annotate(n=Count("versions")).values("n")
    return {**counts, "n_versions": Coalesce(Subquery(versions), 0)}


def _count(rows: QuerySet) -> Coalesce:
    counted = rows.filter(plan=OuterRef("pk")).order_by().values("plan").annotate(n=Count(F("pk"))).values("n")
    return Coalesce(Subquery(counted), 0)
