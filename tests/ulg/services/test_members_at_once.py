"""Two coordinators who act in the same moment, each in a thread with a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.factories import MembershipFactory
from ulg.models import Membership, User
from ulg.roles import Role
from ulg.services import members

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds: Callable[[], object]) -> list[str]:
    """Runs the deeds side by side; what became of each: "done", or the name of what it raised."""
    start = Barrier(len(deeds))

    def run(deed: Callable[[], object]) -> str:
        try:
            start.wait()
            deed()
        except (members.LastCoordinator, members.AlreadyMember) as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(deeds)) as pool:
        return sorted(pool.map(run, deeds))


def test_two_coordinators_cannot_end_each_other():
    one = MembershipFactory(role=Role.COORDINATOR)
    other = MembershipFactory(city=one.city, role=Role.COORDINATOR)

    outcomes = at_once(
        lambda: members.end_membership(one, seen=1, by=other),
        lambda: members.end_membership(other, seen=1, by=one),
    )

    assert outcomes == ["LastCoordinator", "done"]
    assert Membership.objects.coordinators().count() == 1


def test_two_coordinators_who_add_the_same_person_give_one_seat():
    one = MembershipFactory(role=Role.COORDINATOR)
    facts = {"email": "maja@example.org", "name": "Maja", "role": Role.MEMBER}

    outcomes = at_once(*[lambda: members.add_member(one.city, **facts, by=one)] * 2)

    assert outcomes == ["AlreadyMember", "done"]
    assert (User.objects.filter(email="maja@example.org").count(), Membership.objects.count()) == (1, 2)


def test_two_cities_that_add_the_same_new_person_share_one():
    seats = [MembershipFactory(role=Role.COORDINATOR), MembershipFactory(role=Role.COORDINATOR)]
    facts = {"email": "maja@example.org", "name": "Maja", "role": Role.MEMBER}

    outcomes = at_once(*[lambda by=by: members.add_member(by.city, **facts, by=by) for by in seats])

    assert outcomes == ["done", "done"]
    assert User.objects.get(email="maja@example.org").memberships.count() == 2
