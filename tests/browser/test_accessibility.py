"""Every page of the portal for every role, held to WCAG 2.2 AA by axe, with a quiet console and without side scrolling.

The pages come from the URL configuration, as in `tests/test_access.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from playwright.sync_api import Browser, Route

from actionplan.services import plans
from tests import factories, places
from tests.addresses import addresses
from tests.browser.looking import DESK, HEIGHT, Watch
from tests.browser.pages import client_of, log_in, pages
from tests.page_roles import ROLES
from tests.places import Place
from tests.sent_forms import forms_of, is_page
from ulg.models import Membership
from ulg.roles import Role
from ulg.writing import saving

pytestmark = pytest.mark.django_db(transaction=True)

SUBMIT_EMPTY = """action => {
    const form = [...document.forms].find(each => new URL(each.action).pathname === action && each.method === "post");
    for (const field of form.elements) {
        if (["text", "email", "textarea", "search"].includes(field.type)) field.value = "";
    }
    form.submit();
}"""
SUBMIT_MINE = """action => {
    const form = [...document.forms].find(each => new URL(each.action).pathname === action && each.method === "post");
    const field = form.elements.title || form.elements.text;
    field.value = "Mine";
    form.submit();
}"""


@pytest.fixture
def watch(browser: Browser, live_server) -> Iterator[Callable[[Membership | None], Watch]]:
    """A window of somebody, or of nobody."""
    context = browser.new_context(
        base_url=live_server.url, viewport={"width": DESK, "height": HEIGHT}, locale="en", reduced_motion="reduce"
    )

    def start(member: Membership | None = None) -> Watch:
        if member:
            log_in(context, member, live_server.url)
        return Watch(context.new_page())

    yield start
    context.close()


@pytest.mark.parametrize("role", ROLES)
def test_every_page_is_accessible_to_every_role(watch, role: Role):
    place = places.build("here")
    window = watch(place.seats[role])

    for url in pages(place, place.seats[role], every=role == Role.COORDINATOR):
        window.visit(url)

    assert window.report == "", window.report
    assert len(window.seen) > 20


def test_every_page_is_accessible_in_the_dark_on_a_phone_and_at_400_percent(watch):
    place = places.build("here")
    coordinator = place.seats[Role.COORDINATOR]
    window = watch(coordinator)

    for url in pages(place, coordinator, every=False):
        window.page.goto(url)
        window.look_otherwise(url)

    assert window.report == "", window.report


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_menu_is_accessible_on_a_phone_and_on_a_tablet(watch, scheme: str):
    place = places.build("here")
    window = watch(place.seats[Role.COORDINATOR])
    window.page.emulate_media(color_scheme=scheme)

    for name in ("actionplan:overview", "actionplan:barriers", "ulg:organisations"):
        window.page.goto(place.url(name))
        window.look_at_menu(name)

    assert window.report == "", window.report


def test_every_page_is_accessible_without_a_login(watch):
    place = places.build("here")
    window = watch()

    for url in pages(place, None):
        window.visit(url)
        window.look_otherwise(url)
    window.page.goto(reverse("account_login"))
    window.page.get_by_label("E-mail").fill(place.seats[Role.MEMBER].user.email)
    window.page.get_by_role("button", name="Send the code").click()
    window.page.wait_for_url("**/login/code/**")
    window.look("the code")
    window.page.get_by_role("textbox", name="Code").fill("000000")
    with window.page.expect_navigation():
        window.page.get_by_role("button", name="Log in", exact=True).click()
    window.look("a wrong code")

    assert window.report == "", window.report


def test_what_a_search_finds_is_accessible(watch):
    place = places.build("here")
    window = watch(place.seats[Role.MEMBER])

    for words in ("a", "nothing like it"):
        window.visit(place.url("actionplan:search") + f"?q={words}")
        window.look_otherwise(f"search for {words}")

    assert window.report == "", window.report


def test_every_refused_form_is_accessible(watch):
    place = places.build("here")
    coordinator = place.seats[Role.COORDINATOR]
    window = watch(coordinator)

    for page, form in refusable_forms(place, coordinator):
        window.page.goto(page)
        with window.page.expect_navigation() as sent:
            window.page.evaluate(SUBMIT_EMPTY, form)
        if sent.value.status == 422:
            window.look(f"{form} refused")
            window.look_otherwise(f"{form} refused")

    assert window.report == "", window.report
    assert len(window.seen) > 20


def test_both_texts_side_by_side_are_accessible(watch):
    place = places.build("here")
    coordinator, editor = place.seats[Role.COORDINATOR], place.seats[Role.EDITOR]
    window = watch(coordinator)

    for kind, url, changes in [
        ("barrier", place.url("actionplan:barrier-edit", barrier_id=place.records["barrier"].pk), {"title": "Theirs"}),
        ("section", place.url("actionplan:section-edit", key=places.SECTION), {"text": "<p>Theirs.</p>"}),
    ]:
        window.page.goto(url)
        record = type(place.records[kind]).objects.get(pk=place.records[kind].pk)
        saving.save(record, changes, seen=record.revision, by=editor)
        with window.page.expect_navigation() as sent:
            window.page.evaluate(SUBMIT_MINE, url)
        assert sent.value.status == 409
        window.look(f"conflict over a {kind}")
        window.look_otherwise(f"conflict over a {kind}")

    assert window.report == "", window.report


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.OBSERVER])
def test_every_page_of_an_empty_city_is_accessible(watch, role: Role):
    city = factories.CityFactory(slug="new", name="New")
    member = factories.MembershipFactory(city=city, role=role)
    plans.open_plan(city, by=None)
    window = watch(member)

    for address in addresses():
        if address.parts == ("city",):
            url = reverse(address.name, args=[city.slug])
            if is_page(client_of(member).get(url)):
                window.visit(url)

    assert window.report == "", window.report
    assert len(window.seen) > 12


def test_pages_that_say_what_went_wrong_are_accessible(watch):
    place = places.build("here")
    window = watch(place.seats[Role.OBSERVER])
    statuses = {place.url("actionplan:publish"): 403, "/nowhere/": 404, place.url("actionplan:overview") + "no/": 404}

    found = {url: window.visit(url).status for url in statuses}
    for name in ("400", "403_csrf", "413", "429", "500", "503"):
        answer = partial(_answer_with, render_to_string(f"{name}.html"))
        window.page.route("**/broken/", answer)
        window.visit("/broken/")
        window.look_otherwise(name)

    assert found == statuses
    assert window.report == "", window.report


def _answer_with(body: str, route: Route) -> None:
    route.fulfill(body=body, content_type="text/html")


def refusable_forms(place: Place, member: Membership) -> list[tuple[str, str]]:
    """Each form that takes a text, once: a page that it stands on, and where it is sent."""
    client = client_of(member)
    found: dict[str, str] = {}
    for page in pages(place, member, every=False):
        for form in forms_of(client.get(page).content, page):
            if form.is_post and form.texts:
                found.setdefault(form.url, page)
    return [(page, form) for form, page in found.items()]
