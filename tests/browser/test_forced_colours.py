"""In colours that the reader has chosen, what is drawn with a background or a gradient is still to be seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests import places
from tests.browser.pages import select_all
from tests.places import Place
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)

SIGHT = """([selector, pseudo, property]) => {
    const style = getComputedStyle(document.querySelector(selector), pseudo);
    return style.getPropertyValue(property);
}"""
NOTHING = {"", "none", "rgba(0, 0, 0, 0)"}


@pytest.fixture
def place() -> Place:
    return places.build("here")


@pytest.fixture
def page(browse, place) -> Page:
    return browse(place.seats[Role.COORDINATOR], forced_colors="active", color_scheme="dark")


def seen(page: Page, selector: str, property: str, pseudo: str | None = None) -> str:
    return page.evaluate(SIGHT, [selector, pseudo, property])


def canvas(page: Page) -> str:
    return seen(page, "body", "background-color")


def test_signs_of_a_status_and_circles_of_the_trace_keep_their_filling(page, place):
    page.goto(place.url("actionplan:overview"))

    assert seen(page, ".status-full", "background-image", "::before") not in NOTHING
    assert seen(page, ".trace > .done", "background-color", "::before") not in {*NOTHING, canvas(page)}


def test_bars_keep_their_length(page, place):
    page.goto(place.url("actionplan:actions"))

    assert seen(page, ".bar", "forced-color-adjust") == "none"
    assert seen(page, ".bar", "outline-style") == "solid"


def test_selects_have_the_arrow_of_the_browser(page, place):
    page.goto(place.url("actionplan:barrier-add"))

    assert seen(page, ".form-select", "appearance") == "auto"


def test_a_pressed_button_differs_from_the_others(page, place):
    page.goto(place.url("actionplan:section-edit", key=places.SECTION))
    expect(page.get_by_role("toolbar")).to_be_visible()
    select_all(page)
    page.keyboard.press("Control+b")

    pressed = seen(page, ".editor-bar [aria-pressed=true]", "background-color")
    assert pressed not in {*NOTHING, canvas(page), seen(page, ".editor-bar [aria-pressed=false]", "background-color")}


def test_a_published_chart_stands_on_paper_and_a_drafted_one_takes_the_readers_colours(page, place):
    page.goto(place.url("actionplan:published-version", number=places.OPEN))
    assert seen(page, ".drawing", "background-color") == "rgb(255, 255, 255)"
    assert seen(page, ".drawing svg text", "fill") != "rgb(255, 255, 255)"

    page.goto(place.url("actionplan:actions"))
    assert seen(page, ".figure svg text", "fill") != canvas(page)


def test_only_the_menus_own_page_is_underlined(page, place):
    page.goto(place.url("actionplan:barriers"))

    assert seen(page, ".menu a", "border-bottom-color") == canvas(page)
