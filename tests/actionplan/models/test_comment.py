from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from actionplan.models import Barrier, Comment
from tests.factories import BarrierFactory, CommentFactory, SolutionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("subjects", [{}, {"barrier", "solution"}])
def test_a_comment_stands_on_exactly_one_record(subjects):
    barrier = BarrierFactory()
    made = {"barrier": barrier, "solution": SolutionFactory(plan=barrier.plan)}
    keys = {name: made[name] if name in subjects else None for name in made}

    with pytest.raises(IntegrityError), transaction.atomic():
        CommentFactory(plan=barrier.plan, **keys)


def test_only_a_reply_can_be_an_answer():
    with pytest.raises(IntegrityError), transaction.atomic():
        CommentFactory(is_answer=True)


def test_nobody_waits_for_an_answer_about_what_was_taken_out_of_the_plan():
    comment = CommentFactory()
    gone = CommentFactory(plan=comment.plan, barrier=BarrierFactory(plan=comment.plan))
    Barrier.objects.filter(pk=gone.barrier_id).update(removed_at=timezone.now())

    assert [*Comment.objects.waiting()] == [comment]
    assert [*Comment.objects.in_plan()] == [comment]
