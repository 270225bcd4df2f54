from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

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
