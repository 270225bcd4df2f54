import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client
from django.urls import reverse

from genprocure import cities
from genprocure.views import errors
from tests.factories import MembershipFactory
from ulg.roles import Role


@pytest.mark.django_db
def test_a_page_for_others_says_which_role_has_it_and_whom_to_ask(client):
    seat = MembershipFactory(role=Role.OBSERVER)
    MembershipFactory(city=seat.city, role=Role.COORDINATOR, user__name="Karin", user__email="karin@example.org")
    MembershipFactory(role=Role.COORDINATOR, user__name="Elsewhere")
    client.force_login(seat.user)

    response = client.get(reverse("ulg:member-add", args=[seat.city.slug]))

    text = response.content.decode()
    assert response.status_code == 403
    assert "Your role here is observer." in text
    assert "This page is for those who may manage members, organisations and the city’s details." in text
    assert "Roles with that permission: coordinator." in text
    assert "ask the coordinator to change your role: Karin." in text
    assert ("karin@example.org" in text, "Elsewhere" in text) == (False, False)


@pytest.mark.django_db
def test_an_address_without_a_page_leads_back(client):
    response = client.get("/accounts/nothing/here/")

    assert (response.status_code, f'href="{reverse("home")}"' in response.content.decode()) == (404, True)


@pytest.mark.django_db
def test_somebody_elses_city_looks_like_no_city_at_all(client):
    seat, other = MembershipFactory(), MembershipFactory()
    client.force_login(seat.user)

    there, nowhere = client.get(f"/{other.city.slug}/group/"), client.get("/nowhere/group/")

    same = there.content.decode().replace(other.city.slug, "nowhere")
    assert (there.status_code, nowhere.status_code, other.city.name in there.content.decode()) == (404, 404, False)
    assert len(same) == pytest.approx(len(nowhere.content.decode()), abs=40)


@pytest.mark.django_db
def test_a_form_without_its_mark_is_refused_with_a_way_to_save_the_text():
    response = Client(enforce_csrf_checks=True).post(reverse("language"), {"language": "sv"})

    assert (response.status_code, "What you wrote is not sent yet" in response.content.decode()) == (403, True)


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        (RuntimeError, 500, "Something went wrong on our side"),
        (OperationalError, 503, "The portal is temporarily unavailable"),
        (InterfaceError, 503, "The portal is temporarily unavailable"),
    ],
)
def test_what_breaks_is_answered_without_database_session_or_request(fault, status, words):
    try:
        raise fault
    except fault:
        response = errors.server_error(None)

    assert (response.status_code, words in response.content.decode()) == (status, True)


@pytest.mark.django_db
@pytest.mark.parametrize(("fault", "status"), [(RuntimeError, 500), (OperationalError, 503)])
def test_a_fault_behind_a_page_is_answered_with_that_page(client, monkeypatch, fault, status):
    def break_down():
        raise fault

    client.raise_request_exception = False
    monkeypatch.setattr(cities, "published", break_down)

    response = client.get(reverse("home"))

    assert (response.status_code, response.headers.get("Retry-After")) == (status, "30" if status == 503 else None)
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
