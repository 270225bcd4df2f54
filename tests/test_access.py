"""Every address of the portal for every role, another city's coordinator, a former member and nobody.

The addresses come from the URL configuration, the expected answers from `tests/page_roles.py` and `tests/visits.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests import page_roles, places
from tests.addresses import Address, addresses, city_addresses
from tests.page_roles import LOGIN_PAGE, OPEN_PAGES, OPEN_TO_ALL, ROLES
from tests.places import CLOSED, FORMER, Place
from tests.plans import publish
from tests.visits import (
    ANSWERED,
    EVERYBODY,
    FORBIDDEN,
    MISSING,
    NO_RECORD,
    NOBODY,
    STRANGER,
    WRONG_METHOD,
    Visit,
    visits,
)
from ulg.models import Membership
from ulg.roles import PERMISSIONS, Permission, Role

METHODS = ("get", "post")
ONLY_ELSEWHERE = CLOSED + 1  # the number of a version that only the other city has

Answers = dict[tuple[str, str], str]  # by who and method


@dataclass(frozen=True)
class World:
    """Two cities with one of everything, and everybody logged in."""

    place: Place
    elsewhere: Place
    sessions: dict[str, str]

    def ask(self, who: str, method: str, url: str, sent: dict[str, str] | None = None, **headers: str) -> HttpResponse:
        """One visit, after which everything stands as before."""
        browser = Client(headers=headers)
        if who != NOBODY:
            browser.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[who]
        with rolled_back():
            return getattr(browser, method)(url, sent)

    def answers(self, who: str, url: str, sent: dict[str, str] | None = None) -> Answers:
        sent_by = {"get": None, "post": sent}
        return {(who, method): outcome(self.ask(who, method, url, sent_by[method])) for method in METHODS}


@contextmanager
def rolled_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Built once for all visits of this file."""
    with django_db_blocker.unblock(), rolled_back():
        place, elsewhere = places.build("here"), places.build("elsewhere")
        people = {who: place.seats[who] for who in (*ROLES, FORMER)} | {STRANGER: elsewhere.seats[Role.COORDINATOR]}
        publish(elsewhere.plan, by=people[STRANGER])
        yield World(place, elsewhere, {who: session_of(seat) for who, seat in people.items()})


def session_of(seat: Membership) -> str:
    browser = Client()
    browser.force_login(seat.user)
    return browser.session.session_key


def outcome(response: HttpResponse) -> str:
    """What came of a visit, in a word."""
    status = response.status_code
    if status == 302 and response["Location"].startswith(reverse("account_login")):
        return LOGIN_PAGE if not response.content else "content on the way to the login page"
    return ANSWERED if status in (200, 302, 409, 422) else str(status)


pytestmark = pytest.mark.django_db
city_pages = pytest.mark.parametrize("address", city_addresses(), ids=str)
other_pages = pytest.mark.parametrize("address", [each for each in addresses() if not each.is_of_city], ids=str)


@city_pages
def test_page_of_a_city_names_its_permission(address: Address):
    assert hasattr(address.view, "permission"), (
        f"{address} names no permission: put @requires(Permission.…) or @open_to_all on its view."
    )
    permission = address.view.permission

    if address.name in OPEN_TO_ALL or permission is None:
        assert (address.name, permission) in [(name, None) for name in OPEN_TO_ALL], (
            "See OPEN_TO_ALL in tests/page_roles"
        )
    else:
        lowest = page_roles.lowest_role(address.name)
        assert {role for role in ROLES if permission in PERMISSIONS[role]} == page_roles.roles_from(lowest)


@city_pages
def test_page_of_a_city_opens_to_whom_it_shall(world: World, address: Address):
    for visit in visits(world.place, address):
        url = world.place.url(address.name, **visit.parts)

        found = {key: came for who in EVERYBODY for key, came in world.answers(who, url, visit.sent).items()}

        assert (url, found) == (url, expected(address, visit, found))


@city_pages
def test_page_of_a_city_shows_no_record_of_another(world: World, address: Address):
    for own, foreign in zip(visits(world.place, address), visits(world.elsewhere, address), strict=True):
        for part in sorted({*address.parts} - NO_RECORD):
            strange = ONLY_ELSEWHERE if part == "number" else foreign.parts[part]
            url = world.place.url(address.name, **own.parts | {part: strange})

            found = world.answers(Role.COORDINATOR, url)

            assert (url, {came for came in found.values() if came != WRONG_METHOD}) == (url, {MISSING})


@city_pages
def test_script_without_a_login_is_told_so_and_not_led_away(world: World, address: Address):
    url = world.place.url(address.name, **visits(world.place, address)[0].parts)
    wanted = (405, b"") if address.name in OPEN_TO_ALL else (401, b"")

    for headers in ({"HX-Request": "true"}, {"X-Requested-With": "fetch"}):
        response = world.ask(NOBODY, "post", url, **headers)

        assert (response.status_code, response.content) == wanted


@other_pages
def test_page_of_no_city_is_open_only_if_it_is_listed(world: World, address: Address):
    url = reverse(address.name, kwargs=visits(world.place, address)[0].parts)

    responses = [world.ask(NOBODY, method, url) for method in METHODS]

    found = tuple(LOGIN_PAGE if outcome(each) == LOGIN_PAGE else each.status_code for each in responses)
    assert found == OPEN_PAGES.get(address.name, (LOGIN_PAGE, LOGIN_PAGE)), (
        f"If {address} is meant to be read without a login, say so in OPEN_PAGES of tests/page_roles.py."
    )


@other_pages
def test_page_of_no_city_answers_whoever_is_logged_in(world: World, address: Address):
    url = reverse(address.name, kwargs=visits(world.place, address)[0].parts)
    wanted = {ANSWERED, WRONG_METHOD, *([MISSING] if address.name.startswith("demo_") else [])}

    found = {(role, method): outcome(world.ask(role, method, url)) for role in ROLES for method in METHODS}

    assert {key: came for key, came in found.items() if came not in wanted} == {}


@pytest.mark.parametrize("address", addresses(), ids=str)
def test_page_takes_no_form_from_another_site(address: Address):
    assert not getattr(address.view, "csrf_exempt", False)


def test_listed_pages_exist():
    listed = set().union(*page_roles.LOWEST_ROLE.values(), OPEN_TO_ALL, OPEN_PAGES)

    assert listed - {address.name for address in addresses()} == set()


def test_each_role_may_do_more_than_the_one_before():
    granted = [PERMISSIONS[role] for role in ROLES]

    assert all(lower < higher for lower, higher in pairwise(granted))
    assert granted[-1] == set(Permission)


def expected(address: Address, visit: Visit, found: Answers) -> Answers:
    """What must come of it. A view that takes one method only says so to whoever has the permission."""
    wanted = {}
    for who in EVERYBODY:
        at_the_door = usual(address, who)
        shown = visit.instead.get(who, at_the_door)
        wanted |= {(who, "get"): shown, (who, "post"): visit.posted.get(who, shown)}
        refused = [(who, method) for method in METHODS if found[who, method] == WRONG_METHOD]
        if at_the_door == ANSWERED and len(refused) == 1:
            wanted |= dict.fromkeys(refused, WRONG_METHOD)
    return wanted


def usual(address: Address, who: str) -> str:
    if address.name in OPEN_TO_ALL:
        return ANSWERED
    if who == NOBODY:
        return LOGIN_PAGE
    if who in (STRANGER, FORMER):
        return MISSING
    return ANSWERED if who in page_roles.roles_from(page_roles.lowest_role(address.name)) else FORBIDDEN
