"""The table of all records, and the records of one kind that extend it."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from actionplan.models import Barrier, Comment, Record, Section, Solution
from tests.factories import BarrierFactory, CommentFactory, PlanFactory, SectionFactory, SolutionFactory

pytestmark = pytest.mark.django_db


def test_a_row_of_all_records_is_read_as_a_record_of_its_kind(django_assert_num_queries):
    plan = PlanFactory(city__slug="umea")
    barrier, section = BarrierFactory(plan=plan, title="Lots"), SectionFactory(plan=plan, code="vision")

    with django_assert_num_queries(1):
        found = list(Record.objects.select_related("plan__city").order_by("kind"))

        assert [(type(each), each.pk, str(each), each.get_absolute_url()) for each in found] == [
            (Barrier, barrier.pk, "B-01 Lots", f"/umea/barriers/{barrier.pk}/"),
            (Section, section.pk, "1.5 Vision", "/umea/plan/sections/vision/"),
        ]


def test_what_only_its_kind_has_is_read_when_somebody_asks_for_it():
    BarrierFactory(status="discussed")

    assert Record.objects.get().status == "discussed"


def test_a_comment_knows_its_record_as_what_it_is(django_assert_num_queries):
    comment = CommentFactory(record=SolutionFactory(title="Smaller lots"))

    with django_assert_num_queries(1):
        assert str(Comment.objects.select_related("record").get().record) == "S-01 Smaller lots"
    assert comment.record == Comment.objects.get().record


def test_no_two_records_of_a_kind_have_one_number():
    barrier = BarrierFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Barrier.objects.filter(pk=BarrierFactory(plan=barrier.plan).pk).update(number=barrier.number)


def test_a_number_that_is_too_large_for_a_key_is_the_key_of_no_record():
    BarrierFactory()

    assert not Barrier.objects.filter(pk=int("9" * 19)).exists()


def test_every_query_for_one_kind_names_it_so_that_an_index_leads_the_query():
    solution = SolutionFactory(barriers=[BarrierFactory()])
    found = [
        Solution.objects.all(),
        Solution.objects.in_city(solution.plan.city).current(),
        solution.barriers.get().solutions.all(),
    ]

    assert [list(each) for each in found] == [[solution]] * 3
    assert all('"actionplan_record"."kind" = solution' in str(each.query) for each in found)
