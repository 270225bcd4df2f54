"""The state of the plan, counted in two queries: how many records of each kind, and how many lack what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from actionplan.kinds import INDICATOR, numbered
from actionplan.models import Action, Barrier, Plan, Record, Section, Solution
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
    plan = Plan.objects.in_city(city).annotate(n_versions=Count("versions")).get()
    plan.city = city
    counts = Record.objects.filter(plan=plan).current().aggregate(**_counts(plan))
    return plan, PlanCounts(versions=plan.n_versions, **counts)


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


def _counts(plan: Plan) -> dict[str, Count]:
    is_kept = {
        "solutions": ~Q(as_solution__status__in=Solution.given_up),
        "actions": ~Q(as_action__status__in=Action.given_up),
    }
    kept = {kind.plural: Q(is_kept.get(kind.plural, Q()), kind=kind.name) for kind in numbered()}
    lacking = {
        "findings_without_source": Q(as_finding__source=""),
        "barriers_unsolved": Q(pk__in=Barrier.objects.unsolved().filter(plan=plan).values("pk")),
        "solutions_without_action": Q(pk__in=Solution.objects.without_action().filter(plan=plan).values("pk")),
        "actions_without_lead": Q(kept["actions"], as_action__lead=""),
        "indicators_without_baseline": Q(kind=INDICATOR.name, as_indicator__baseline=None),
    }
    return {name: Count("pk", filter=condition) for name, condition in {**kept, **lacking}.items()}
