from __future__ import annotations

import pytest

from actionplan.services import comments, corrections
from actionplan.services.corrections import NotCorrectable, Obstacle
from tests.factories import BarrierFactory, MembershipFactory

pytestmark = pytest.mark.django_db


def test_a_comment_that_came_after_the_form_was_checked_still_stands_in_the_way():
    member = MembershipFactory()
    barrier = BarrierFactory(plan__city=member.city, by=member, title="As it was")
    assert corrections.obstacle(barrier, by=member) is None
    comments.add(barrier, text="True.", by=MembershipFactory(city=member.city))

    with pytest.raises(NotCorrectable) as refusal:
        corrections.correct(barrier, {"title": "Corrected"}, seen=1, by=member)

    barrier.refresh_from_db()
    assert (refusal.value.obstacle, barrier.title) == (Obstacle.COMMENTED, "As it was")
