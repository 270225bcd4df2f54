"""The menu of a narrow window: it never covers what has the focus."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.factories import BarrierFactory

pytestmark = pytest.mark.django_db(transaction=True)

IS_COVERED = """() => {
    const menu = document.querySelector(".menu nav"), each = document.activeElement;
    if (!menu.checkVisibility() || menu.contains(each)) return false;
    const [one, other] = [menu.getBoundingClientRect(), each.getBoundingClientRect()];
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}"""


def open_menu(page: Page):
    button = page.locator(".menu > summary")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation", name="Main menu")).to_be_visible()
    return button


@pytest.mark.parametrize("width", [320, 390, 640, 900])
def test_the_menu_closes_when_the_focus_leaves_it_either_way(browse, section, anna, width):
    BarrierFactory(plan=section.plan)
    page = browse(anna, viewport={"width": width, "height": 500})
    page.goto(reverse("actionplan:barriers", args=[anna.city.slug]))
    menu = page.get_by_role("navigation", name="Main menu")

    open_menu(page)
    while page.evaluate("Boolean(document.activeElement.closest('.menu'))"):
        page.keyboard.press("Tab")
    expect(menu).to_be_hidden()
    open_menu(page)
    page.keyboard.press("Shift+Tab")

    expect(menu).to_be_hidden()
    assert page.evaluate(IS_COVERED) is False


@pytest.mark.parametrize("place", ["the button", "a link of the menu"])
def test_escape_closes_the_menu_and_leads_back_to_its_button(browse, section, anna, place):
    page = browse(anna, viewport={"width": 390, "height": 700})
    page.goto(reverse("actionplan:plan", args=[anna.city.slug]))
    button = open_menu(page)
    if place != "the button":
        page.keyboard.press("Tab")

    page.keyboard.press("Escape")

    expect(page.get_by_role("navigation", name="Main menu")).to_be_hidden()
    expect(button).to_be_focused()


def test_the_menu_closes_when_somebody_points_elsewhere(browse, section, anna):
    page = browse(anna, viewport={"width": 640, "height": 900})
    page.goto(reverse("actionplan:plan", args=[anna.city.slug]))
    open_menu(page)

    page.mouse.click(20, 880)

    expect(page.get_by_role("navigation", name="Main menu")).to_be_hidden()


def test_without_scripts_the_menu_stands_in_the_page(browse, section, anna):
    page = browse(anna, viewport={"width": 390, "height": 700}, java_script_enabled=False)
    page.goto(reverse("actionplan:plan", args=[anna.city.slug]))

    page.locator(".menu > summary").click()

    menu = page.get_by_role("navigation", name="Main menu").bounding_box()
    assert menu["y"] + menu["height"] <= page.locator("main").bounding_box()["y"]


def test_on_a_desk_the_menu_stays_whatever_has_the_focus(browse, section, anna):
    page = browse(anna, viewport={"width": 1280, "height": 700})
    page.goto(reverse("actionplan:plan", args=[anna.city.slug]))

    page.get_by_role("link", name="Barriers").first.focus()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Edit 1.5 Vision").focus()

    expect(page.get_by_role("navigation", name="Main menu")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_word_of_the_menu_stays_on_one_line(browse, section, anna, language):
    section.plan.city.name = "Landstingsförbundskommunen"
    section.plan.city.save()
    anna.user.language = language
    anna.user.save()
    page = browse(anna, viewport={"width": 320, "height": 700})
    page.goto(reverse("actionplan:plan", args=[anna.city.slug]))

    lines = page.evaluate(
        "() => { const range = document.createRange();"
        " range.selectNodeContents(document.querySelector('.menu > summary')); return range.getClientRects().length; }"
    )
    assert lines == 1
