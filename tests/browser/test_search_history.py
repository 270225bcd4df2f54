"""Where the way back leads after somebody has searched a list."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.factories import BarrierFactory
from tests.plans import full_plan
from ulg.models import Membership

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def member() -> Membership:
    made = full_plan()
    for title in ("The lots are too large", "Bids take a week to write", "Payment comes late"):
        BarrierFactory(plan=made.plan, title=title)
    return made.supplier


def address(member: Membership, name: str) -> str:
    return reverse(f"actionplan:{name}", args=[member.city.slug])


def search(page: Page, words: str, found: str) -> None:
    """Typed letter by letter, with a pause in which the list follows."""
    for end in range(len(words)):
        page.get_by_label("Search", exact=True).press_sequentially(words[end])
        expect(page).to_have_url(re.compile(rf"[?]q={words[: end + 1]}(&|$)"))
    expect(page.locator("#records tbody tr")).to_have_count(1)
    expect(page.get_by_role("link", name=found)).to_be_visible()


def test_way_back_from_a_result_is_the_list_as_it_was_searched_and_then_the_list_one_came_to(browse, member):
    page = browse(member)
    page.goto(address(member, "overview"))
    page.goto(address(member, "barriers"))
    search(page, "week", found="Bids take a week to write")

    page.get_by_role("link", name="Bids take a week to write").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bids take a week to write")
    page.go_back()
    expect(page.locator("#records tbody tr")).to_have_count(1)
    expect(page.get_by_label("Search", exact=True)).to_have_value("week")
    expect(page).to_have_url(re.compile(r"q=week"))
    page.go_back()
    expect(page.locator("#records tbody tr")).to_have_count(4)
    expect(page.get_by_label("Search", exact=True)).to_have_value("")
    page.go_back()

    expect(page).to_have_url(re.compile(address(member, "overview") + "$"))


def test_list_that_one_came_to_with_a_search_is_kept_when_another_is_typed(browse, member):
    page = browse(member)
    page.goto(address(member, "overview"))
    page.goto(address(member, "barriers") + "?q=late")
    page.get_by_label("Search", exact=True).fill("")
    expect(page.locator("#records tbody tr")).to_have_count(4)
    search(page, "week", found="Bids take a week to write")

    page.go_back()

    expect(page.get_by_label("Search", exact=True)).to_have_value("late")
    expect(page.locator("#records tbody tr")).to_have_count(1)


def test_search_after_the_way_back_is_a_step_again(browse, member):
    page = browse(member)
    page.goto(address(member, "barriers"))
    search(page, "week", found="Bids take a week to write")
    page.go_back()
    expect(page.locator("#records tbody tr")).to_have_count(4)

    search(page, "late", found="Payment comes late")
    page.go_back()

    expect(page.locator("#records tbody tr")).to_have_count(4)
    expect(page.get_by_label("Search", exact=True)).to_have_value("")
