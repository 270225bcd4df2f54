from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import InvitationFactory, MembershipFactory, OrganisationFactory
from ulg.models import Visit
from ulg.roles import Role

pytestmark = pytest.mark.django_db


def page(client, seat, name="group"):
    client.force_login(seat.user)
    return client.get(reverse(f"ulg:{name}", args=[seat.city.slug]))


@pytest.mark.parametrize("role", Role)
def test_everybody_of_the_group_sees_who_is_in_it(client, role):
    seat = MembershipFactory(role=role)
    organisation = OrganisationFactory(city=seat.city, name="Tallmon")
    MembershipFactory(city=seat.city, user__name="Yusuf", function="director", organisation=organisation)

    text = page(client, seat).content.decode()

    assert [word for word in ("Yusuf", "director", "Tallmon", "Member") if word not in text] == []


@pytest.mark.parametrize(("role", "shown"), [(role, role == Role.COORDINATOR) for role in Role])
def test_addresses_and_tools_are_for_the_coordinator(client, role, shown):
    seat = MembershipFactory(role=role)
    other = MembershipFactory(city=seat.city, user__email="secret@example.org")

    text = page(client, seat).content.decode()

    tools = [reverse("ulg:member", args=[seat.city.slug, other.pk]), reverse("ulg:member-add", args=[seat.city.slug])]
    assert [part in text for part in ["secret@example.org", *tools]] == [shown] * 3


def test_a_stranger_sees_no_group(client):
    seat = MembershipFactory()
    client.force_login(MembershipFactory(role=Role.COORDINATOR).user)

    assert client.get(reverse("ulg:group", args=[seat.city.slug])).status_code == 404


@pytest.mark.parametrize(
    ("invitation", "words"),
    [
        (None, "not yet"),
        ({"mailed_at": None}, "invitation not sent"),
        ({}, "invited on"),
        ({"accepted_at": timezone.now()}, "joined on"),
    ],
)
def test_how_far_a_member_has_come_is_said_in_words(client, invitation, words):
    seat = MembershipFactory(role=Role.COORDINATOR)
    Visit.note(seat)
    other = MembershipFactory(city=seat.city)
    if invitation is not None:
        InvitationFactory(membership=other, **invitation)

    found = [
        each for each in ("not yet", "invitation not sent", "invited on", "joined on") if each in text(client, seat)
    ]

    assert found == [words]


def text(client, seat):
    return page(client, seat).content.decode()


def test_a_group_of_one_is_asked_to_grow(client):
    seat = MembershipFactory(role=Role.COORDINATOR)

    assert "No other members yet" in text(client, seat)


@pytest.mark.parametrize("name", ["group", "organisations", "former-members"])
def test_a_list_asks_as_often_for_one_row_as_for_three(client, name, django_assert_max_num_queries):
    seat = MembershipFactory(role=Role.COORDINATOR)
    page(client, seat)
    counts = []

    for rows in (1, 2):
        for _row in range(rows):
            other = MembershipFactory(city=seat.city, organisation=OrganisationFactory(city=seat.city))
            InvitationFactory(membership=other, token=f"{other.pk}")
            Visit.note(other)
            MembershipFactory(city=seat.city, ended_at=timezone.now())
        with django_assert_max_num_queries(12) as queries:
            client.get(reverse(f"ulg:{name}", args=[seat.city.slug]))
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_a_long_group_has_pages(client):
    seat = MembershipFactory(role=Role.COORDINATOR)
    for _row in range(26):
        MembershipFactory(city=seat.city)

    response = page(client, seat)

    assert (len(response.context["page"]), "1 to 25 of 27" in response.content.decode()) == (25, True)


def test_former_members_stand_with_the_day_and_a_way_back(client):
    seat = MembershipFactory(role=Role.COORDINATOR)
    gone = MembershipFactory(city=seat.city, user__name="Gone", ended_at=timezone.now() - timedelta(days=400))

    text = page(client, seat, "former-members").content.decode()

    assert ("Gone" in text, reverse("ulg:member-return", args=[seat.city.slug, gone.pk]) in text) == (True, True)
