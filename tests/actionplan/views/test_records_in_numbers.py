"""What holds for every record when there are many: pages, and what they ask of the database."""

from __future__ import annotations

import pytest
from django.utils import timezone

from actionplan.models import Indicator, Objective
from tests import factories
from tests.actionplan.views.kinds import add_url, each_kind, each_role, list_url, log_in, url
from tests.factories import CommentFactory
from tests.queries import MOST, queries_of

pytestmark = pytest.mark.django_db


@each_kind
@each_role
def test_pages_take_the_same_few_queries_for_one_row_and_for_three(client, kind, role):
    counts = []
    for rows in (1, 3):
        record = record_with_neighbours(kind, rows)
        log_in(client, record.plan.city, role)
        counts.append([queries_of(client, list_url(kind, record.plan.city)), queries_of(client, url(record))])

    assert counts[0] == counts[1]
    assert max(counts[1]) <= MOST


@each_kind
def test_forms_take_the_same_few_queries_for_one_row_and_for_three(client, kind):
    counts = []
    for rows in (1, 3):
        record = record_with_neighbours(kind, rows)
        log_in(client, record.plan.city)
        addresses = [url(record, "edit"), url(record, "remove"), add_url(kind, record.plan.city)]
        counts.append([queries_of(client, address) for address in addresses])

    assert counts[0] == counts[1]
    assert max(counts[1]) <= MOST


@each_kind
def test_a_list_holds_twenty_five_to_a_page(client, kind):
    plan = factories.PlanFactory()
    for _row in range(26):
        kind.make(plan=plan)
    log_in(client, plan.city)
    name = "indicators" if kind.model is Indicator else "page"

    pages = [client.get(f"{list_url(kind, plan.city)}?{name}={number}").context for number in (1, 2, 99, "x")]

    if kind.model is Objective:
        assert [len(context["unserved"]) for context in pages] == [25] * 4
    else:
        assert [len(context[name].object_list) for context in pages] == [25, 1, 1, 25]


def record_with_neighbours(kind, rows):
    """A record with so many neighbours and comments on each side, in a list of so many."""
    plan = factories.PlanFactory()
    findings = factories.FindingFactory.create_batch(rows, plan=plan)
    barriers = [factories.BarrierFactory(plan=plan, findings=findings) for _row in range(rows)]
    solutions = [factories.SolutionFactory(plan=plan, barriers=barriers) for _row in range(rows)]
    objectives = factories.ObjectiveFactory.create_batch(rows, plan=plan)
    pairs = zip(solutions, objectives, strict=True)
    actions = [factories.ActionFactory(plan=plan, solution=one, objective=other) for one, other in pairs]
    factories.IndicatorFactory.create_batch(rows, plan=plan, actions=actions)
    for _row in range(rows):
        kind.make(plan=plan, removed_at=timezone.now())
    record = kind.model.objects.current().filter(plan=plan).first()
    CommentFactory.create_batch(rows, record=record)
    return record
