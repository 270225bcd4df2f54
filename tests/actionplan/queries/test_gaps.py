from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from actionplan.models import Plan, Section
from actionplan.queries import gaps
from actionplan.queries.gaps import Gap
from actionplan.services import assessments, plans
from tests import factories
from tests.plans import full_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    """A plan that lacks nothing: every section done, and no record yet."""
    city = factories.CityFactory(slug="umea")
    plan = plans.open_plan(city, by=None)
    Plan.objects.update(first_year=2026, last_year=2030)
    Section.objects.update(text="<p>Written.</p>", status="done")
    return Plan.objects.select_related("city").get(pk=plan.pk)


def found(plan):
    return [(gap.words, gap.url) for gap in gaps.missing(plan)]


def test_a_whole_plan_lacks_nothing():
    made = full_plan()
    Section.objects.update(text="<p>Written.</p>", status="done")

    assert found(made.plan) == []


def test_a_plan_without_title_or_years_lacks_them(plan):
    plan.title, plan.first_year = " ", None

    assert gaps.missing(plan) == [
        Gap("The plan has no title", "/umea/plan/edit/#id_title", "plan"),
        Gap("The plan has no period", "/umea/plan/edit/#id_first_year", "plan"),
    ]


def test_an_unwritten_section_and_one_that_is_not_done_lead_to_their_fields(plan):
    Section.objects.filter(code="vision").update(text="", status="not_started")
    Section.objects.filter(code="policies").update(status="review")
    Section.objects.filter(code="foreword").delete()

    assert found(plan) == [
        ("“Foreword” is not written", "/umea/plan/sections/foreword/edit/#id_text"),
        (
            "“1.2 Strategies, policies and law” is not marked as done",
            "/umea/plan/sections/policies/edit/#id_status",
        ),
        ("“1.5 Vision” is not written", "/umea/plan/sections/vision/edit/#id_text"),
    ]


def test_a_finding_without_source_leads_to_its_source(plan):
    finding = factories.FindingFactory(plan=plan)

    assert found(plan) == [("F-01 has no source", f"/umea/baseline/findings/{finding.pk}/edit/#id_source")]


def test_a_statement_of_the_open_start_without_an_answer_leads_to_its_score(plan):
    start = factories.AssessmentFactory(plan=plan)
    by = factories.MembershipFactory(city=plan.city)
    first, left_out, *others = start.answers.all()
    for each in others:
        assessments.answer(each, {"score": "unknown"}, seen=1, by=by)
    assessments.answer(left_out, {"left_out_reason": "The county decides that."}, seen=1, by=by)

    assert found(plan) == [("Statement 1.1 has no answer", f"/umea/baseline/answers/{first.pk}/edit/#id_score")]


def test_neither_a_closed_assessment_nor_a_follow_up_leaves_a_gap_in_the_plan(plan):
    start = factories.AssessmentFactory(plan=plan)
    assessments.close(start, seen=1, by=factories.MembershipFactory(city=plan.city))
    factories.AssessmentFactory(plan=plan)

    assert found(plan) == []


def test_a_barrier_without_solution_leads_to_a_new_solution_unless_it_is_parked(plan):
    barrier = factories.BarrierFactory(plan=plan)
    factories.BarrierFactory(plan=plan, status="parked", parked_reason="Not ours")
    factories.SolutionFactory(plan=plan, barriers=[barrier], status="rejected", rejected_reason="Too dear")

    assert found(plan) == [("B-01 has no solution and is not parked", f"/umea/solutions/add/?barrier={barrier.pk}")]


def test_an_objective_that_only_a_dropped_action_serves_has_none(plan):
    objective = factories.ObjectiveFactory(plan=plan)
    factories.ActionFactory(plan=plan, objective=objective, status="dropped")

    assert found(plan) == [("O-01 has no action", f"/umea/actions/add/?objective={objective.pk}#id_objective")]


def test_an_indicator_leads_to_the_value_that_it_lacks(plan):
    indicator = factories.IndicatorFactory(plan=plan, baseline=3)
    edit = f"/umea/actions/indicators/{indicator.pk}/edit/"

    assert found(plan) == [
        ("I-01 does not measure any action", f"{edit}#id_actions"),
        ("I-01 has no target value", f"{edit}#id_target"),
    ]


def test_each_unanswered_duty_of_an_action_leads_to_its_own_field(plan):
    action = factories.ActionFactory(
        plan=plan, starts_on=date(2026, 1, 1), cost_kind="once", funding_source="Own budget", lead="Office"
    )
    edit = f"/umea/actions/{action.pk}/edit/"

    assert found(plan) == [
        ("A-01 has no dates", f"{edit}#id_ends_on"),
        ("A-01 has no cost stated", f"{edit}#id_cost_amount"),
        ("A-01 has no funding stated", f"{edit}#id_funding_status"),
        ("A-01 has no indicator", f"/umea/actions/indicators/add/?action={action.pk}"),
        ("A-01 has no risk stated", f"{edit}#id_risk"),
    ]


def test_what_was_taken_out_or_dropped_lacks_nothing(plan):
    for factory in (factories.FindingFactory, factories.BarrierFactory, factories.ObjectiveFactory):
        factory(plan=plan, removed_at=timezone.now())
    factories.ActionFactory(plan=plan, status="dropped")

    assert found(plan) == []


def test_another_citys_gaps_are_not_ours(plan):
    factories.FindingFactory()

    assert found(plan) == []


def test_gaps_follow_the_trace_and_are_counted_by_kind(plan):
    for _each in range(11):
        factories.FindingFactory(plan=plan)
    factories.IndicatorFactory(plan=plan)
    factories.ObjectiveFactory(plan=plan)
    Section.objects.filter(code="vision").update(status="draft")

    found = gaps.missing(plan)

    assert [(group.kind, len(group.gaps)) for group in gaps.grouped(found)] == [
        ("section", 1),
        ("finding", 11),
        ("objective", 1),
        ("indicator", 3),
    ]
    assert [gap for group in gaps.grouped(found) for gap in group.gaps] == found
    assert [gap.words[:4] for gap in found if gap.kind == "finding"] == [f"F-{number:02}" for number in range(1, 12)]


def test_it_takes_three_queries_however_much_is_missing(plan):
    few = _queries(plan)
    for _more in range(3):
        factories.FindingFactory(plan=plan)
        factories.BarrierFactory(plan=plan)
        factories.ActionFactory(plan=plan)
        factories.IndicatorFactory(plan=plan)

    assert (few, _queries(plan)) == (3, 3)


def _queries(plan):
    with CaptureQueriesContext(connection) as queries:
        gaps.missing(plan)
    return len(queries)
