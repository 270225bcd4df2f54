"""Every form of every page, sent twice as it stands: the second makes nothing that the first has not made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from django.apps import apps
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests import places
from tests.addresses import addresses
from tests.places import Place
from tests.sent_forms import SentForm, forms_of, is_page
from tests.visits import visits
from ulg.roles import Role
from ulg.writing.submissions import KEY

pytestmark = pytest.mark.django_db
# They are about the visitor, and make nothing
NOT_SENT = {"account_logout", "language", "account_login", "demo_login"}
WORDS = "What nobody has said before"
# What a change of a record that stands already leaves, each guarded by the revision that its writer saw
NOTED = {
    "UnsentText",
    "Event",
    "CityRevision",
    *(model.__name__ for model in apps.get_models() if model.__name__.startswith("Historical")),
}


class Answer(NamedTuple):
    status: int
    to: str
    made: dict[str, int]


@pytest.fixture
def place() -> Place:
    return places.build("here")


@pytest.fixture
def coordinator(place: Place) -> Client:
    client = Client()
    client.force_login(place.seats[Role.COORDINATOR].user)
    return client


def forms(client: Client, place: Place) -> list[SentForm]:
    """Every form that can be sent, once for each address."""
    not_sent = {reverse(name) for name in NOT_SENT}
    found: dict[str, SentForm] = {}
    for address in addresses():
        if address.name not in {"account_logout", "language"}:
            city = {"city": place.city.slug} if address.is_of_city else {}
            url = reverse(address.name, kwargs=city | visits(place, address)[-1].parts)
            response = client.get(url)
            for form in forms_of(response.content, url) if is_page(response) else []:
                if form.is_post and form.url not in not_sent:
                    found.setdefault(form.url, form)
    return list(found.values())


def filled(form: SentForm) -> dict[str, list[str]]:
    values = {name: f"{WORDS} {name}" for name in form.texts}
    if "email" in form.fields:
        values |= {"email": "somebody.new@example.org"}
    if "new_organisation" in form.fields:
        values |= {"organisation": ""}
    if "unit" in form.fields:
        values |= {"baseline": "1", "target": "2"}
    return form.with_values(values) | {name: [] for name in form.fields if name in {"start", "end"}}


def counted() -> dict[str, int]:
    """How many rows there are of everything, and how many mails went out."""
    ours = [model for app in ("ulg", "actionplan") for model in apps.get_app_config(app).get_models()]
    return {model.__name__: model._base_manager.count() for model in ours} | {"mail": len(mail.outbox)}


def added(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    return {name: after[name] - before[name] for name in after if after[name] > before[name]}


@pytest.fixture
def send(coordinator: Client, django_capture_on_commit_callbacks: Any) -> Callable[[SentForm], Answer]:
    def send(form: SentForm) -> Answer:
        before = counted()
        with django_capture_on_commit_callbacks(execute=True):
            response = coordinator.post(form.url, filled(form))
        return Answer(response.status_code, response.get("Location", ""), added(before, counted()))

    return send


def test_form_that_arrives_twice_makes_nothing_more_and_answers_as_it_did(coordinator, place, send):
    keyed = [form for form in forms(coordinator, place) if KEY in form.fields]

    answers = {form.url: (send(form), send(form)) for form in keyed}

    carried_out = {url: both for url, both in answers.items() if both[0].status == 302}
    assert len(carried_out) > 8
    assert {url: second.made for url, (_first, second) in answers.items()} == {url: {} for url in answers}
    assert {url: (second.status, second.to) for url, (_first, second) in carried_out.items()} == {
        url: (first.status, first.to) for url, (first, _second) in carried_out.items()
    }


def test_form_without_a_key_makes_nothing_that_could_double(coordinator, place, send):
    without = [form for form in forms(coordinator, place) if KEY not in form.fields]

    made = {form.url: set(send(form).made) - NOTED for form in without}

    assert made == {form.url: set() for form in without}
