"""The main menu, and the other links that lead from one app's pages to another's."""

from __future__ import annotations

import pytest
from django.urls import reverse
from lxml import html

from tests.factories import BarrierFactory, MembershipFactory

pytestmark = pytest.mark.django_db


def menu_of(client, url):
    """The titles of the menu's items with what each says of the page that it stands on."""
    page = html.fromstring(client.get(url).content)
    return {link.text: link.get("aria-current") for link in page.xpath('//nav[@aria-label="Main menu"]//a')}


def test_the_menu_marks_the_page_and_the_part_that_it_is_in(client):
    barrier = BarrierFactory()
    client.force_login(MembershipFactory(city=barrier.plan.city).user)
    pages = [barrier.plan.city.get_absolute_url(), reverse("actionplan:barriers", args=[barrier.plan.city.slug])]

    marked = [menu_of(client, url) for url in (*pages, barrier.get_absolute_url())]

    titles = ["Overview", "Baseline", "Local group", "Barriers", "Solutions", "Actions", "Plan"]
    assert [list(menu)[: len(titles)] for menu in marked] == [titles] * 3
    assert [{title: menu[title] for title in titles if menu[title]} for menu in marked] == [
        {"Overview": "page"},
        {"Barriers": "page"},
        {"Barriers": "true"},
    ]


def test_only_members_of_the_city_get_the_menu(client):
    barrier = BarrierFactory()

    assert menu_of(client, reverse("actionplan:published", args=[barrier.plan.city.slug])) == {}


def test_my_details_lead_to_the_other_pages_of_ones_own(client):
    seat = MembershipFactory()
    client.force_login(seat.user)

    page = html.fromstring(client.get(reverse("ulg:me", args=[seat.city.slug])).content)

    names = ["actionplan:my-name", "ulg:unsent-texts"]
    wanted = [*(reverse(name, args=[seat.city.slug]) for name in names), reverse("privacy")]
    assert [link for link in page.xpath("//aside//a/@href") if link in wanted] == wanted
