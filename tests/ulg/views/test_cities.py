import pytest
from django.urls import reverse

from tests.factories import MembershipFactory
from ulg.roles import Role

pytestmark = pytest.mark.django_db
LUND = {
    "name": "Lund",
    "authority": "Lunds kommun",
    "kind": "municipality",
    "country": "SE",
    "language": "sv",
    "currency": "SEK",
    "time_zone": "Europe/Stockholm",
    "aliases": "Lunds stad",
    "revision": 1,
}


@pytest.mark.parametrize(("role", "status"), [(role, 302 if role == Role.COORDINATOR else 403) for role in Role])
def test_the_city_is_described_by_its_coordinator(client, role, status):
    seat = MembershipFactory(role=role)
    client.force_login(seat.user)

    assert client.post(reverse("ulg:city", args=[seat.city.slug]), LUND).status_code == status


def test_what_the_coordinator_says_about_the_city_is_kept(client):
    seat = MembershipFactory(role=Role.COORDINATOR)
    client.force_login(seat.user)

    client.post(reverse("ulg:city", args=[seat.city.slug]), LUND)

    seat.city.refresh_from_db()
    kept = {name: getattr(seat.city, name) for name in LUND}
    assert kept == LUND | {"aliases": ["Lunds stad"], "revision": 2}
