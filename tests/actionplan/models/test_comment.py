from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from actionplan.models import Barrier, Comment
from tests.factories import BarrierFactory, CommentFactory, PlanFactory

pytestmark = pytest.mark.django_db


def test_a_comment_is_on_a_record():
    with pytest.raises(IntegrityError), transaction.atomic():
        CommentFactory(plan=PlanFactory(), record=None)


def test_only_a_reply_can_be_an_answer():
    with pytest.raises(IntegrityError), transaction.atomic():
        CommentFactory(is_answer=True)


def test_nobody_waits_for_an_answer_about_what_was_taken_out_of_the_plan():
    comment = CommentFactory()
    gone = CommentFactory(plan=comment.plan, record=BarrierFactory(plan=comment.plan))
    Barrier.objects.filter(pk=gone.record_id).update(removed_at=timezone.now())

    assert [*Comment.objects.waiting()] == [comment]
    assert [*Comment.objects.in_plan()] == [comment]
