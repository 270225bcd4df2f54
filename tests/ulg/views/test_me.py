import pytest
from django.urls import reverse

from tests.factories import MembershipFactory
from ulg.models import Membership
from ulg.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def seat(client):
    seat = MembershipFactory(role=Role.OBSERVER)
    client.force_login(seat.user)
    return seat


def test_i_say_what_i_do_and_how_i_stand_in_published_plans(client, seat):
    response = client.post(
        reverse("ulg:me", args=[seat.city.slug]), {"function": "politician", "published_as": "function", "revision": 1}
    )

    seat.refresh_from_db()
    assert (response.status_code, seat.function, seat.published_as, seat.updated_by) == (
        302,
        "politician",
        Membership.PublishedAs.FUNCTION,
        seat,
    )


def test_i_cannot_give_myself_another_role(client, seat):
    client.post(
        reverse("ulg:me", args=[seat.city.slug]),
        {"function": "x", "published_as": "name", "role": "coordinator", "revision": 1},
    )

    seat.refresh_from_db()
    assert seat.role == Role.OBSERVER


def test_i_am_not_shown_until_i_have_chosen(client, seat):
    assert seat.published_as == Membership.PublishedAs.ANONYMOUS


def test_my_name_and_language_count_everywhere(client, seat):
    client.post(reverse("ulg:me-person", args=[seat.city.slug]), {"name": " Maja\n Ek ", "language": "sv"})

    seat.user.refresh_from_db()
    assert (seat.user.name, seat.user.language) == ("Maja Ek", "sv")


def test_a_person_has_a_name(client, seat):
    response = client.post(reverse("ulg:me-person", args=[seat.city.slug]), {"name": " ", "language": ""})

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["name"])
