"""A database that hangs, takes nothing, or goes between a page and its session."""

from __future__ import annotations

import psycopg
import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import InternalError, OperationalError, connection
from django.test import Client
from django.urls import reverse

from genprocure import cities, environment, outage
from tests.factories import BarrierFactory, MembershipFactory
from tests.servers import TOKEN

pytestmark = pytest.mark.django_db
TEXT = "A comment that somebody has thought about for a quarter of an hour."


@pytest.fixture(autouse=True)
def over(monkeypatch):
    monkeypatch.setattr(outage, "_waits_until", 0.0)


@pytest.fixture
def client(client):
    client.raise_request_exception = False
    return client


def fails_with(cause: Exception, kind: type[Exception] = OperationalError):
    def fail(*args, **kwargs):
        raise kind(str(cause)) from cause

    return fail


def test_only_the_first_waits_for_a_connection_that_does_not_come_about(client, monkeypatch):
    monkeypatch.setattr(cities, "published", fails_with(psycopg.errors.ConnectionTimeout("waited")))
    first = client.get(reverse("home"))
    monkeypatch.setattr(cities, "published", fails_with(AssertionError("asked again"), AssertionError))

    second = client.get(reverse("home"))

    assert (first.status_code, second.status_code) == (503, 503)


def test_connection_that_is_refused_keeps_nobody_from_trying(client, monkeypatch):
    with monkeypatch.context() as refused:
        refused.setattr(cities, "published", fails_with(psycopg.OperationalError("refused")))
        first = client.get(reverse("home"))

    assert (first.status_code, client.get(reverse("home")).status_code) == (503, 200)


def test_database_that_can_be_read_only_is_away_for_whoever_writes(client, monkeypatch):
    cause = psycopg.errors.ReadOnlySqlTransaction("read only")
    monkeypatch.setattr(cities, "published", fails_with(cause, InternalError))

    assert client.get(reverse("home")).status_code == 503


@pytest.fixture
def changing_session(client, settings):
    """Every request changes the session, so that it has to be kept."""
    settings.SESSION_SAVE_EVERY_REQUEST = True
    seat = MembershipFactory()
    client.force_login(seat.user)
    return reverse("ulg:me", args=[seat.city.slug])


def test_session_that_the_database_does_not_keep_is_no_fault_of_what_was_sent(client, changing_session, monkeypatch):
    monkeypatch.setattr(Session, "save", fails_with(psycopg.OperationalError("gone")))

    assert client.get(changing_session).status_code == 503


def test_session_that_was_ended_meanwhile_leads_to_the_login(client, changing_session, monkeypatch):
    save = SessionStore.save

    def when_it_is_gone(store, must_create=False):
        Session.objects.all().delete()
        save(store, must_create)

    monkeypatch.setattr(SessionStore, "save", when_it_is_gone)

    response = client.get(changing_session)

    assert (response.status_code, response.url) == (302, f"{reverse('account_login')}?next={changing_session}")


def send_while_away(monkeypatch, token: str, **headers: str):
    barrier = BarrierFactory()
    seat = MembershipFactory(city=barrier.plan.city)
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
    browser.force_login(seat.user)
    browser.cookies["csrftoken"] = TOKEN
    url = reverse("actionplan:comment-add", args=[seat.city.slug, "barrier", barrier.pk])
    monkeypatch.setattr("ulg.access.seat", fails_with(psycopg.OperationalError("refused")))
    return browser.post(url, {"text": TEXT, "csrfmiddlewaretoken": token}, headers=headers)


@pytest.mark.parametrize(("token", "is_shown"), [(TOKEN, True), ("b" * 32, False)], ids=["ours", "another site's"])
def test_only_a_form_of_ours_comes_back_to_be_sent_again(monkeypatch, token, is_shown):
    response = send_while_away(monkeypatch, token)

    assert (TEXT in response.content.decode(), response.status_code) == (is_shown, 503 if is_shown else 403)


def test_markup_in_what_was_sent_stays_text(monkeypatch):
    monkeypatch.setattr("tests.genprocure.test_outage.TEXT", '"><script>alert(1)</script> and words enough to be shown')

    page = send_while_away(monkeypatch, TOKEN).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_paragraphs_of_what_was_sent_are_parted(monkeypatch):
    text = "<h2>Goal 2027</h2><p>2030 &amp; after: every contract asks who it serves.</p>"
    monkeypatch.setattr("tests.genprocure.test_outage.TEXT", text)

    page = send_while_away(monkeypatch, TOKEN).content.decode()

    assert ">Goal 2027\n2030 &amp; after: every contract asks who it serves.</textarea>" in page


def test_health_says_that_the_database_can_be_read_only(client):
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        assert client.get(reverse("health")).status_code == 503
    else:
        assert client.get(reverse("health")).status_code == 200


def test_statements_of_web_processes_have_an_end(monkeypatch):
    monkeypatch.setenv("STATEMENT_TIMEOUT", "15")
    web = environment.postgresql_timeouts()
    monkeypatch.delenv("STATEMENT_TIMEOUT")

    assert "-c statement_timeout=15s -c lock_timeout=15s" in web["options"]
    assert "options" not in environment.postgresql_timeouts()
