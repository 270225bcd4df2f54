from __future__ import annotations

import pytest
from django.utils import timezone

from actionplan.queries.trace import dependants, trace
from tests.factories import (
    ActionFactory,
    BarrierFactory,
    FindingFactory,
    IndicatorFactory,
    ObjectiveFactory,
    PlanFactory,
    SolutionFactory,
)
from ulg.roles import Permission

pytestmark = pytest.mark.django_db


def whole_trace(plan=None, width=1):
    """Findings, a barrier, solutions, actions and indicators that hang together."""
    plan = plan or PlanFactory()
    findings = FindingFactory.create_batch(width, plan=plan)
    barrier = BarrierFactory(plan=plan, findings=findings)
    solutions = SolutionFactory.create_batch(width, plan=plan, barriers=[barrier])
    actions = [ActionFactory(plan=plan, solution=each) for each in solutions]
    indicators = IndicatorFactory.create_batch(width, plan=plan, actions=actions)
    return {
        "finding": findings,
        "barrier": [barrier],
        "solution": solutions,
        "action": actions,
        "indicator": indicators,
    }


def shape(record):
    return [(step.kind, list(step.records)) for step in trace(record)]


@pytest.mark.parametrize("kind", ["finding", "barrier", "solution", "action", "indicator"])
def test_the_trace_is_the_same_from_every_record_in_it(kind):
    traced = whole_trace()

    steps = trace(traced[kind][0])

    assert [(step.kind, list(step.records)) for step in steps] == list(traced.items())
    assert [step.kind for step in steps if step.is_here] == [kind]
    assert not any(step.is_gap for step in steps)


def test_a_step_holds_several_records_once_each():
    traced = whole_trace(width=3)

    assert shape(traced["barrier"][0]) == list(traced.items())


@pytest.mark.parametrize("kind", ["finding", "barrier", "solution", "action", "indicator"])
def test_the_queries_do_not_grow_with_the_trace(kind, django_assert_num_queries):
    for width in (1, 3):
        made = whole_trace(width=width)[kind][0]
        record = type(made).objects.select_related("plan__city").get(pk=made.pk)
        with django_assert_num_queries(4):
            for step in trace(record):
                assert [each.get_absolute_url() for each in step.records]


def test_records_that_were_taken_out_are_no_part_of_the_trace():
    traced = whole_trace()
    solution = traced["solution"][0]
    solution.removed_at = timezone.now()
    solution.save()

    assert shape(traced["barrier"][0]) == [
        ("finding", traced["finding"]),
        ("barrier", traced["barrier"]),
        ("solution", []),
    ]


@pytest.mark.parametrize(
    ("factory", "gap", "url", "permission"),
    [
        (FindingFactory, "barrier", "barriers/add/?finding={pk}", Permission.CONTRIBUTE),
        (BarrierFactory, "solution", "solutions/add/?barrier={pk}", Permission.CONTRIBUTE),
        (SolutionFactory, "action", "solutions/{pk}/adopt/", Permission.EDIT_PLAN),
        (ActionFactory, "indicator", "actions/indicators/add/?action={pk}", Permission.EDIT_PLAN),
    ],
)
def test_the_gap_after_a_record_says_where_to_fill_it(factory, gap, url, permission):
    record = factory()

    *_others, here, last = trace(record)

    assert (here.is_here, here.is_before_gap, last.kind, last.is_gap) == (True, True, gap, True)
    assert (last.remedy.url, last.remedy.permission) == (
        f"/{record.plan.city.slug}/{url.format(pk=record.pk)}",
        permission,
    )


@pytest.mark.parametrize(
    ("factory", "gap", "url"),
    [
        (BarrierFactory, "finding", "barriers/{pk}/edit/#id_findings"),
        (SolutionFactory, "barrier", "solutions/{pk}/edit/#id_barriers"),
        (ActionFactory, "solution", "actions/{pk}/edit/#id_solution"),
        (IndicatorFactory, "action", "actions/indicators/{pk}/edit/#id_actions"),
    ],
)
def test_the_gap_before_a_record_says_where_to_fill_it(factory, gap, url):
    record = factory()

    first = trace(record)[0]

    assert (first.kind, first.is_gap, first.is_before_gap) == (gap, True, True)
    assert first.remedy.url == f"/{record.plan.city.slug}/{url.format(pk=record.pk)}"


@pytest.mark.parametrize(
    ("factory", "status"),
    [
        (BarrierFactory, {"status": "parked", "parked_reason": "Not ours to change"}),
        (BarrierFactory, {"status": "resolved"}),
        (SolutionFactory, {"status": "rejected", "rejected_reason": "Too dear"}),
        (ActionFactory, {"status": "dropped"}),
    ],
)
def test_nothing_is_missing_after_what_is_settled(factory, status):
    record = factory(**status)

    assert trace(record)[-1].records == (record,)


def test_a_solution_that_was_not_chosen_is_shown_and_leaves_a_gap():
    barrier = BarrierFactory()
    rejected = SolutionFactory(plan=barrier.plan, barriers=[barrier], status="rejected", rejected_reason="Too dear")

    last = trace(barrier)[-1]

    assert (last.records, last.is_gap) == ((rejected,), True)


def test_no_single_remedy_is_named_where_several_records_have_a_gap():
    finding = FindingFactory()
    BarrierFactory.create_batch(2, plan=finding.plan, findings=[finding])

    last = trace(finding)[-1]

    assert (last.kind, last.is_gap, last.remedy) == ("solution", True, None)


def test_dependants_of_a_record():
    traced = whole_trace()
    action = traced["action"][0]
    objective = ObjectiveFactory(plan=action.plan)
    action.objective = objective
    action.save()

    found = {kind: list(dependants(records[0])) for kind, records in traced.items()}

    assert found == {
        "finding": traced["barrier"],
        "barrier": traced["solution"],
        "solution": [action],
        "action": traced["indicator"],
        "indicator": [action],
    }
    assert dependants(objective) == (action,)
