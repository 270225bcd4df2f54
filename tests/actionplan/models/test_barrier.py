from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.utils import timezone

from actionplan.models import Barrier
from actionplan.models.solution import note_solutions
from tests.factories import BarrierFactory, SolutionFactory

pytestmark = pytest.mark.django_db

REJECTED = {"status": "rejected", "rejected_reason": "Too dear"}


@pytest.mark.parametrize(
    ("solutions", "is_unsolved", "count"),
    [
        ([], True, 0),
        ([{}], False, 1),
        ([REJECTED], True, 0),
        ([REJECTED, {}], False, 1),
        ([{"removed_at": timezone.now()}], True, 0),
        ([{}, {}], False, 2),
    ],
)
def test_a_barrier_is_solved_by_a_solution_that_is_alive(solutions, is_unsolved, count):
    barrier = BarrierFactory()
    for fields in solutions:
        SolutionFactory(plan=barrier.plan, barriers=[barrier], **fields)

    assert Barrier.objects.unsolved().exists() is is_unsolved
    note_solutions([barrier])
    assert barrier.solution_count == count


@pytest.mark.parametrize("status", ["parked", "resolved"])
def test_a_settled_barrier_needs_no_solution(status):
    BarrierFactory(status=status, parked_reason="Not ours to change")

    assert not Barrier.objects.unsolved().exists()


def test_a_barrier_is_never_parked_without_a_reason():
    with pytest.raises(IntegrityError, match="parked_barrier_has_reason"):
        BarrierFactory(status="parked")
