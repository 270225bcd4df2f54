"""How a plan begins: a member's barrier, raised on a phone, their solution for it, an editor's section."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from actionplan.models import Barrier, Section
from actionplan.services import plans
from tests.browser.pages import type_into
from tests.factories import CityFactory, MembershipFactory
from ulg.models import City
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 390, "height": 800}


@pytest.fixture
def city() -> City:
    city = CityFactory(slug="umea", name="Umeå")
    plans.open_plan(city, by=None)
    return city


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_member_raises_a_barrier_on_a_phone_and_proposes_what_would_remove_it(browse, city, has_scripts):
    member = MembershipFactory(city=city, role=Role.MEMBER, user__language="en")
    page = browse(member, viewport=PHONE, java_script_enabled=has_scripts)

    page.goto(reverse("actionplan:barriers", args=[city.slug]))
    page.get_by_role("link", name="Add a barrier").first.click()
    page.get_by_role("button", name="Add a barrier").click()
    expect(page.locator(".error-summary")).to_contain_text("Describe the barrier in one sentence.")
    page.get_by_label("The barrier, in one sentence").fill("The lots are too large")
    page.get_by_label("Area").select_option(index=1)
    page.get_by_role("button", name="Add a barrier").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The lots are too large")
    page.get_by_role("link", name="Propose a solution").first.click()
    page.get_by_label("The solution, in one sentence").fill("Divide contracts into lots")
    page.get_by_label("Kind of solution").select_option(index=1)
    page.get_by_role("button", name="Propose a solution").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Divide contracts into lots")
    expect(page.locator("#trace")).to_contain_text("B-01 The lots are too large")
    barrier = Barrier.objects.get()
    found = (barrier.created_by, barrier.status, [solution.created_by for solution in barrier.solutions.all()])
    assert found == (member, "raised", [member])


def test_an_editor_starts_a_section_and_the_group_reads_it(browse, city):
    editor = MembershipFactory(city=city, role=Role.EDITOR, user__name="Anna Lindqvist", user__language="en")
    page = browse(editor)
    plan_url = reverse("actionplan:plan", args=[city.slug])

    page.goto(plan_url)
    page.get_by_role("link", name="Start writing 1.5 Vision").click()
    type_into(page, "", "By 2030 every contract asks who it serves.")
    page.get_by_role("button", name="Save in the plan").click()
    expect(page.locator("#vision")).to_contain_text("By 2030 every contract asks who it serves.")
    page.reload()

    expect(page.locator("#vision")).to_contain_text("By 2030 every contract asks who it serves.")
    section = Section.objects.get(plan=city.plan, code="vision")
    stands = (section.text, section.status, section.updated_by)
    assert stands == ("<p>By 2030 every contract asks who it serves.</p>", "draft", editor)
    reader = browse(MembershipFactory(city=city, role=Role.OBSERVER, user__language="en"))
    reader.goto(plan_url)
    expect(reader.locator("#vision")).to_contain_text("By 2030 every contract asks who it serves.")
    expect(reader.locator("#vision")).to_contain_text("Anna Lindqvist")
