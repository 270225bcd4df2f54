"""What stands at a city's own address for whoever has no seat in it."""

from __future__ import annotations

import pytest

from actionplan.services import versions
from tests import factories
from tests.plans import full_plan, publish
from ulg.roles import Role
from ulg.services import members

pytestmark = pytest.mark.django_db
NOBODY, STRANGER, FORMER = "nobody", "another city's coordinator", "former member"
outsiders = pytest.mark.parametrize("who", [NOBODY, STRANGER, FORMER])
with_a_login = pytest.mark.parametrize("who", [STRANGER, FORMER])


@pytest.fixture
def made():
    return full_plan()


def log_in(client, who, made):
    if who == STRANGER:
        client.force_login(factories.MembershipFactory(role=Role.COORDINATOR, user__email="s@example.org").user)
    if who == FORMER:
        members.end_membership(made.supplier, seen=made.supplier.revision, by=made.coordinator)
        client.force_login(made.supplier.user)


def page_of(response):
    """The page as far as it does not repeat the address that was asked for."""
    path = response.request["PATH_INFO"]
    page = response.content.decode().replace(path, "/a-city/")
    return response.status_code, response.get("Location", "").replace(path, "/a-city/"), len(page)


@outsiders
def test_an_outsider_finds_the_newest_open_version(client, made, who):
    publish(made.plan, by=made.coordinator)
    versions.publish_version(made.plan, by=made.coordinator)
    log_in(client, who, made)

    response = client.get("/umea/")

    page = response.content.decode()
    assert response.status_code == 200
    assert 'href="/umea/published/1/"' in page
    assert "/umea/published/2/" not in page
    assert "no-store" in response["Cache-Control"]


def test_nobody_finds_the_login_beside_it_and_comes_back_here(client, made):
    publish(made.plan, by=made.coordinator)

    assert 'href="/accounts/login/?next=/umea/"' in client.get("/umea/").content.decode()


@with_a_login
def test_somebody_without_a_seat_reads_whom_to_ask(client, made, who):
    publish(made.plan, by=made.coordinator)
    log_in(client, who, made)

    page = client.get("/umea/").content.decode()

    assert "which is not a member here" in page
    assert "draft/export" not in page


@outsiders
@pytest.mark.parametrize("state", ["never published", "for the group alone", "closed again"])
def test_a_city_with_nothing_open_answers_as_one_that_does_not_exist(client, made, who, state):
    if state != "never published":
        version = publish(made.plan, by=made.coordinator, is_public=state == "closed again")
        versions.close_version(version, by=version.published_by)
    log_in(client, who, made)

    known, unknown = client.get("/umea/"), client.get("/xmea/")

    assert page_of(known) == page_of(unknown)
    assert known.status_code == (302 if who == NOBODY else 404)


@pytest.mark.parametrize("role", Role)
def test_a_member_finds_the_overview(client, made, role):
    publish(made.plan, by=made.coordinator)
    client.force_login(factories.MembershipFactory(city=made.city, role=role).user)

    assert 'id="stands"' in client.get("/umea/").content.decode()
