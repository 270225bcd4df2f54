"""A small plan with one of everything, for tests of what a plan becomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.urls import reverse

from actionplan.models import (
    Action,
    Barrier,
    Comment,
    Finding,
    Indicator,
    Objective,
    Plan,
    PlanVersion,
    Section,
    Solution,
)
from actionplan.services import plans, versions
from tests import factories
from ulg.models import City, Membership
from ulg.roles import Role
from ulg.writing import saving

LATE = datetime(2025, 8, 27, 22, 30, tzinfo=UTC)  # already the next day in Umeå


@dataclass
class FullPlan:
    city: City
    plan: Plan
    coordinator: Membership
    supplier: Membership
    finding: Finding
    barrier: Barrier
    solution: Solution
    objective: Objective
    action: Action
    indicator: Indicator
    comment: Comment
    answer: Comment


def full_plan(slug: str = "umea") -> FullPlan:
    city = factories.CityFactory(
        slug=slug, name="Umeå", authority="Umeå kommun", language="sv", currency="SEK", country="SE"
    )
    coordinator = _seat(city, "Karin Åström", "Stadsledningskontoret", "public", role=Role.COORDINATOR)
    supplier = _seat(city, "Yusuf Demir", "Tallmon Städ AB", "private", published_as="organisation")
    plan = _plan(city, coordinator)
    finding = factories.FindingFactory(
        plan=plan, by=coordinator, title="28 of 46 suppliers", text="Counted.", source="Ledger", year=2023
    )
    barrier = factories.BarrierFactory(
        plan=plan, by=supplier, title="Lots are too large", description="One lot.", step="lots", status="agreed",
        findings=[finding], created_at=LATE,
    )  # fmt: skip
    solution = factories.SolutionFactory(
        plan=plan, by=supplier, title="Smaller lots", status="adopted", barriers=[barrier], created_at=LATE
    )
    objective = factories.ObjectiveFactory(plan=plan, by=coordinator, title="More bids", description="By 2028.")
    action = _action(plan, coordinator, objective, solution)
    indicator = factories.IndicatorFactory(
        plan=plan, by=coordinator, title="Bids per lot", unit="bids", baseline=Decimal("1.50"), baseline_year=2024,
        target=Decimal("3.00"), target_year=2028, source="Notices", actions=[action],
    )  # fmt: skip
    comment = factories.CommentFactory(record=barrier, author=supplier, text="It shuts us out.", created_at=LATE)
    answer = factories.CommentFactory(
        record=barrier, author=coordinator, parent=comment, text="We divide it.", is_answer=True, created_at=LATE
    )
    return FullPlan(
        city, plan, coordinator, supplier, finding, barrier, solution, objective, action, indicator, comment, answer
    )


def url(name: str, *args: object) -> str:
    """A page of the full plan's city."""
    return reverse(f"actionplan:{name}", args=["umea", *args])


def publish(plan: Plan, **facts: Any) -> PlanVersion:
    """A version for everyone, unless it is said to be for the group alone."""
    return versions.publish_version(plan, **{"is_public": True, "reason": "We show what we have.", **facts})


def _seat(city: City, name: str, organisation: str, sector: str, **fields: str) -> Membership:
    return factories.MembershipFactory(
        city=city,
        user__name=name,
        organisation=factories.OrganisationFactory(city=city, name=organisation, sector=sector),
        **{"function": "strategist", "published_as": "name", **fields},
    )


def _plan(city: City, by: Membership) -> Plan:
    plan = plans.open_plan(city, by=by)
    changes = {"title": "Handlingsplan", "subtitle": "Ett exempel", "first_year": 2026, "last_year": 2030}
    plan = saving.save(plan, {**changes, "case_number": "KS-1"}, seen=1, by=by).record
    vision = Section.objects.get(plan=plan, code="vision")
    saving.save(vision, {"text": "<h2>Mål</h2><p>En <strong>plan</strong>.</p>", "status": "done"}, seen=1, by=by)
    return plan


def _action(plan: Plan, by: Membership, objective: Objective, solution: Solution) -> Action:
    return factories.ActionFactory(
        plan=plan,
        by=by,
        title="Try lots",
        description="Three times.",
        objective=objective,
        solution=solution,
        status="agreed",
        starts_on=date(2026, 1, 15),
        ends_on=date(2026, 12, 18),
        lead="Procurement office",
        responsible="Category manager",
        cost_kind="once",
        cost_amount=Decimal("85000.00"),
        cost_hours=220,
        funding_source="Own budget",
        funding_status="secured",
        funding_amount=Decimal("85000.50"),
        risk="No bids",
        risk_likelihood=2,
        risk_impact=4,
        risk_mitigation="Prolong",
    )
