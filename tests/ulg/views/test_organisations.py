import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import MembershipFactory, OrganisationFactory
from ulg.forms.organisations import OrganisationForm
from ulg.models import Organisation
from ulg.roles import Role
from ulg.writing import saving

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


@pytest.fixture
def taken_after_the_check(monkeypatch, coordinator):
    """Somebody else gives the name to another organisation, once the form has found it free."""
    is_valid = OrganisationForm.is_valid

    def then_taken(form):
        found = is_valid(form)
        if found and not Organisation.objects.filter(name=UNION["name"]).exists():
            OrganisationFactory(city=coordinator.city, name=UNION["name"])
        return found

    monkeypatch.setattr(OrganisationForm, "is_valid", then_taken)


@pytest.mark.usefixtures("taken_after_the_check")
def test_name_that_somebody_takes_at_once_is_refused_at_its_field(client, coordinator):
    mine = OrganisationFactory(city=coordinator.city, name="Union")

    response = client.post(url("organisation", coordinator, mine.pk), {**UNION, "revision": 1})

    mine.refresh_from_db()
    assert (response.status_code, mine.name) == (422, "Union")
    assert response.context["form"].errors == {"name": ["There is already an organisation with this name."]}
    assert response.context["form"]["name"].value() == UNION["name"]


@pytest.mark.usefixtures("taken_after_the_check")
def test_organisation_that_somebody_adds_at_once_is_the_one_that_is_found(client, coordinator):
    response = client.post(url("organisation-add", coordinator), UNION)

    assert (response.status_code, Organisation.objects.filter(name=UNION["name"]).count()) == (302, 1)


def test_name_that_was_taken_meanwhile_is_not_restored(client, coordinator, monkeypatch):
    mine = OrganisationFactory(city=coordinator.city, name=UNION["name"])
    mine.note_first_revision()
    saving.save(mine, {"name": "Union"}, seen=1, by=coordinator)
    save = saving.save

    def after_another(record, values, **about):
        OrganisationFactory(city=coordinator.city, name=UNION["name"])
        return save(record, values, **about)

    monkeypatch.setattr(saving, "save", after_another)

    client.post(url("restore", coordinator, "organisation", mine.pk, 1), {"revision": 2})

    mine.refresh_from_db()
    assert mine.name == "Union"
