import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import MembershipFactory, OrganisationFactory
from ulg.models import Organisation
from ulg.roles import Role

pytestmark = pytest.mark.django_db
UNION = {"name": "The union", "sector": "civic", "kind": "union"}


@pytest.fixture
def coordinator(client):
    seat = MembershipFactory(role=Role.COORDINATOR)
    client.force_login(seat.user)
    return seat


def url(name, seat, *more):
    return reverse(f"ulg:{name}", args=[seat.city.slug, *more])


def test_organisations_stand_with_how_many_come_from_them(client, coordinator):
    organisation = OrganisationFactory(city=coordinator.city)
    MembershipFactory(city=coordinator.city, organisation=organisation)
    MembershipFactory(city=coordinator.city, organisation=organisation, ended_at=timezone.now())
    OrganisationFactory()

    rows = client.get(url("organisations", coordinator)).context["page"]

    assert [(row, row.seats) for row in rows] == [(organisation, 1)]


def test_an_organisation_is_added(client, coordinator):
    client.post(url("organisation-add", coordinator), UNION)

    added = Organisation.objects.get()
    assert (added.name, added.sector, added.kind, added.city) == (*UNION.values(), coordinator.city)


def test_an_organisation_of_the_list_is_not_added_again(client, coordinator):
    OrganisationFactory(city=coordinator.city, name="the union")

    response = client.post(url("organisation-add", coordinator), UNION)

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["name"])


def test_an_organisation_is_changed_and_may_keep_its_name(client, coordinator):
    organisation = OrganisationFactory(city=coordinator.city, name="The union")

    response = client.post(url("organisation", coordinator, organisation.pk), UNION | {"revision": 1})

    organisation.refresh_from_db()
    assert (response.status_code, organisation.sector, organisation.revision) == (302, "civic", 2)


def test_an_organisation_of_another_city_is_not_to_be_touched(client, coordinator):
    assert client.post(url("organisation", coordinator, OrganisationFactory().pk), UNION).status_code == 404


@pytest.mark.parametrize("role", [Role.EDITOR, Role.MEMBER, Role.OBSERVER])
def test_changing_organisations_needs_the_coordinator(client, role):
    seat = MembershipFactory(role=role)
    organisation = OrganisationFactory(city=seat.city)
    client.force_login(seat.user)

    assert [
        client.get(url("organisations", seat)).status_code,
        client.post(url("organisation-add", seat), UNION).status_code,
        client.post(url("organisation", seat, organisation.pk), UNION).status_code,
    ] == [200, 403, 403]
