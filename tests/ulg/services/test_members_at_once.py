"""Two coordinators who act in the same moment, each in a thread with a connection of its own."""

from functools import partial

import pytest

from tests.at_once import at_once
from tests.factories import MembershipFactory
from ulg.models import Membership, User
from ulg.roles import Role
from ulg.services import members

pytestmark = pytest.mark.django_db(transaction=True)


together = partial(at_once, refusals=(members.LastCoordinator, members.AlreadyMember, members.EndedAlready))


def test_two_coordinators_cannot_end_each_other():
    one = MembershipFactory(role=Role.COORDINATOR)
    other = MembershipFactory(city=one.city, role=Role.COORDINATOR)

    outcomes = together(
        lambda: members.end_membership(one, seen=1, by=other),
        lambda: members.end_membership(other, seen=1, by=one),
    )

    assert outcomes == ["LastCoordinator", "done"]
    assert Membership.objects.coordinators().count() == 1


def test_two_coordinators_who_add_the_same_person_give_one_seat():
    one = MembershipFactory(role=Role.COORDINATOR)
    facts = {"email": "maja@example.org", "name": "Maja", "role": Role.MEMBER}

    outcomes = together(*[lambda: members.add_member(one.city, **facts, by=one)] * 2)

    assert outcomes == ["AlreadyMember", "done"]
    assert (User.objects.filter(email="maja@example.org").count(), Membership.objects.count()) == (1, 2)


def test_two_cities_that_add_the_same_new_person_share_one():
    seats = [MembershipFactory(role=Role.COORDINATOR), MembershipFactory(role=Role.COORDINATOR)]
    facts = {"email": "maja@example.org", "name": "Maja", "role": Role.MEMBER}

    outcomes = together(*[lambda by=by: members.add_member(by.city, **facts, by=by) for by in seats])

    assert outcomes == ["done", "done"]
    assert User.objects.get(email="maja@example.org").memberships.count() == 2


def test_seat_that_two_windows_end_at_once_is_ended_once():
    one = MembershipFactory(role=Role.COORDINATOR)
    MembershipFactory(city=one.city, role=Role.COORDINATOR)

    outcomes = together(*[lambda: members.end_membership(one, seen=1, by=one)] * 2)

    assert outcomes == ["EndedAlready", "done"]


def test_two_coordinators_cannot_make_each_other_editors():
    one = MembershipFactory(role=Role.COORDINATOR)
    other = MembershipFactory(city=one.city, role=Role.COORDINATOR)

    outcomes = together(
        lambda: members.change_seat(one, {"role": Role.EDITOR}, seen=1, by=other),
        lambda: members.change_seat(other, {"role": Role.EDITOR}, seen=1, by=one),
    )

    assert outcomes == ["LastCoordinator", "done"]
    assert Membership.objects.coordinators().count() == 1


def test_two_invitations_at_once_leave_one_that_works():
    seat = MembershipFactory()

    together(*[lambda: members.invite(seat, by=None)] * 3)

    assert seat.invitations.open().count() == 1
