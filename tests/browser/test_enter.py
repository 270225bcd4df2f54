"""What the Enter key in a line of text does: with scripts and without, on every page that has a form."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from actionplan.models import Barrier
from tests import places
from tests.addresses import city_addresses
from tests.places import Place
from tests.sent_forms import forms_of, is_page
from tests.visits import visits
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
EMPTY = """() => {
    const lines = "input:not([type=hidden], [type=checkbox], [type=radio], [type=search])";
    for (const field of document.querySelectorAll("main form [required]")) {
        if (field.matches(lines) || field.matches("textarea")) field.value = "";
        if (field.matches("select")) field.selectedIndex = 0;
    }
    const found = [...document.querySelectorAll("main form[method=post]")].flatMap(form =>
        form.matches(":invalid") ? [...form.querySelectorAll(lines)] : []);
    return found.filter(each => each.checkVisibility()).map(each => `#${CSS.escape(each.id)}`);
}"""
WITH_AND_WITHOUT_SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


@pytest.fixture
def place() -> Place:
    return places.build("here")


def pages(client: Client, place: Place) -> list[str]:
    """Every page of the city with a form that is sent."""
    found = []
    for address in city_addresses():
        url = reverse(address.name, kwargs={"city": place.city.slug} | visits(place, address)[-1].parts)
        response = client.get(url)
        if is_page(response) and any(form.is_post and form.texts for form in forms_of(response.content, url)):
            found.append(url)
    return found


def sent(page: Page) -> list[str]:
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url) if request.method == "POST" else None)
    return found


@WITH_AND_WITHOUT_SCRIPTS
def test_enter_sends_nothing_while_something_required_is_empty(browse, client, place, scripts):
    client.force_login(place.seats[Role.COORDINATOR].user)
    page = browse(place.seats[Role.COORDINATOR], java_script_enabled=scripts)
    forms, tried = sent(page), 0

    for url in pages(client, place):
        page.goto(url)
        for line in page.evaluate(EMPTY):
            page.focus(line)
            page.keyboard.press("Enter")
            tried += 1

    assert tried > 15
    assert forms == []


@WITH_AND_WITHOUT_SCRIPTS
def test_enter_neither_publishes_nor_invites_nor_adds_what_is_half_written(browse, place, scripts):
    page = browse(place.seats[Role.COORDINATOR], java_script_enabled=scripts)
    forms = sent(page)

    page.goto(place.url("actionplan:publish"))
    page.get_by_label("Decided by").fill("Council")
    page.keyboard.press("Enter")
    page.goto(place.url("ulg:member-add"))
    page.locator("#id_name").fill("Maja")
    page.locator("#id_email").fill("maja@example.org")
    page.keyboard.press("Enter")
    page.goto(place.url("actionplan:barrier-add"))
    page.locator("#id_category").select_option(index=1)
    page.get_by_label("The barrier, in one sentence").fill("The lots are too large")
    page.keyboard.press("Enter")

    assert forms == []


@WITH_AND_WITHOUT_SCRIPTS
def test_enter_saves_a_record_that_has_what_it_needs(browse, place, scripts):
    page = browse(place.seats[Role.COORDINATOR], java_script_enabled=scripts)
    barrier = place.records["barrier"]
    page.goto(place.url("actionplan:barrier-edit", barrier_id=barrier.pk))
    page.get_by_label("The barrier, in one sentence").fill("The lots are far too large")

    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert Barrier.objects.get(pk=barrier.pk).title == "The lots are far too large"
