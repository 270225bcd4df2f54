"""The search field in the head of every page, and the page that it leads to."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.factories import BarrierFactory

pytestmark = pytest.mark.django_db(transaction=True)

DESK, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 800}


@pytest.fixture
def city(section):
    BarrierFactory(plan=section.plan, title="Jämställdhet – glömd i kraven")
    BarrierFactory(plan=section.plan, title="Something else")
    return section.plan.city


def overview(city) -> str:
    return reverse("actionplan:overview", args=[city.slug])


def field(page: Page):
    return page.get_by_role("banner").get_by_role("searchbox", name="Search the city")


def expect_found(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")
    expect(page.locator("#results h3")).to_have_text(["Jämställdhet – glömd i kraven B-01"])
    expect(page.locator("mark")).to_have_text(["Jämställd", "krav"])


def test_on_a_desk_the_field_stands_open_and_is_sent_by_enter(browse, anna, city):
    page = browse(anna, viewport=DESK)
    page.goto(overview(city))

    field(page).fill("KRAV jamstalld")
    page.keyboard.press("Enter")

    expect_found(page)
    assert page.url.endswith("/search/?q=KRAV+jamstalld")


def test_on_a_phone_the_field_stands_in_the_menu_and_the_keyboard_reaches_it(browse, anna, city):
    page = browse(anna, viewport=PHONE)
    page.goto(overview(city))
    expect(field(page)).to_be_hidden()

    page.get_by_text("Menu", exact=True).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(field(page)).to_be_focused()
    page.keyboard.type("krav jamstalld")
    page.keyboard.press("Enter")

    expect_found(page)


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_it_works_without_scripts(browse, anna, city, viewport):
    page = browse(anna, viewport=viewport, java_script_enabled=False)
    page.goto(overview(city))

    if viewport is PHONE:
        page.get_by_text("Menu", exact=True).click()
    field(page).fill("krav jamstalld")
    page.get_by_role("banner").get_by_role("button", name="Search").click()

    expect_found(page)


@pytest.mark.parametrize("width", [256, 320, 390, 991, 992, 1040, 1121, 1280])
def test_the_head_is_never_wider_than_the_window(browse, anna, city, width):
    page = browse(anna, viewport={"width": width, "height": 800})

    page.goto(reverse("actionplan:search", args=[city.slug]) + "?q=jamstalld")
    if width < 992:
        page.get_by_text("Menu", exact=True).click()

    expect(field(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = field(page).bounding_box()
    assert box["width"] >= 100
    assert box["height"] >= 24


def test_the_way_back_leads_to_what_was_found(browse, anna, city):
    page = browse(anna, viewport=DESK)
    page.goto(reverse("actionplan:search", args=[city.slug]) + "?q=krav+jamstalld")

    page.locator("#results a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("glömd i kraven")
    page.go_back()

    expect_found(page)
    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value("krav jamstalld")
