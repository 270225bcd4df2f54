from __future__ import annotations

from dataclasses import asdict

import pytest

from actionplan.models import Section
from actionplan.queries import overview
from actionplan.services import plans, records
from tests.factories import (
    ActionFactory,
    BarrierFactory,
    CityFactory,
    FindingFactory,
    IndicatorFactory,
    MembershipFactory,
    ObjectiveFactory,
    PlanFactory,
    SolutionFactory,
)

pytestmark = pytest.mark.django_db


def test_records_and_gaps_of_this_plan_only_are_counted():
    plan = PlanFactory()
    FindingFactory(plan=plan)
    FindingFactory(plan=plan, source="Notices 2024")
    solved = BarrierFactory(plan=plan)
    BarrierFactory(plan=plan, status="parked", parked_reason="Later")
    BarrierFactory(plan=plan)
    solution = SolutionFactory(plan=plan, barriers=[solved])
    SolutionFactory(plan=plan, barriers=[solved])
    ActionFactory(plan=plan, solution=solution, lead="Procurement office")
    ActionFactory(plan=plan)
    IndicatorFactory(plan=plan, baseline=3)
    ObjectiveFactory(plan=plan)
    BarrierFactory()

    _plan, stands = overview.plan_with_counts(plan.city)

    assert asdict(stands) == {
        "findings": 2,
        "findings_without_source": 1,
        "barriers": 3,
        "barriers_unsolved": 1,
        "solutions": 2,
        "solutions_without_action": 1,
        "actions": 2,
        "actions_without_lead": 1,
        "indicators": 1,
        "indicators_without_baseline": 0,
        "objectives": 1,
        "versions": 0,
    }


def test_what_was_taken_out_or_given_up_does_not_count():
    plan = PlanFactory()
    member = MembershipFactory(city=plan.city)
    records.remove(BarrierFactory(plan=plan), seen=1, by=member)
    SolutionFactory(plan=plan, status="rejected", rejected_reason="Too dear", barriers=[])
    ActionFactory(plan=plan, status="dropped")

    _plan, stands = overview.plan_with_counts(plan.city)

    assert (stands.barriers, stands.solutions, stands.actions) == (0, 0, 0)


def test_a_rejected_solution_leaves_its_barrier_unsolved():
    barrier = BarrierFactory()
    SolutionFactory(plan=barrier.plan, status="rejected", rejected_reason="Too dear", barriers=[barrier])

    _plan, stands = overview.plan_with_counts(barrier.plan.city)

    assert stands.barriers_unsolved == 1


def test_chapters_count_their_done_sections():
    plan = plans.open_plan(CityFactory(), by=None)
    Section.objects.filter(plan=plan, code__in=["vision", "profile", "governance"]).update(status="done")

    found = overview.chapters(list(Section.objects.filter(plan=plan).all()))

    assert [(chapter.key, chapter.done, chapter.total) for chapter in found] == [
        ("front", 0, 2),
        ("context", 2, 6),
        ("logic", 0, 4),
        ("actions", 0, 1),
        ("delivery", 1, 8),
        ("annexes", 0, 1),
    ]
