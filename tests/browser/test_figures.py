"""Where a number comes from, with the keyboard alone: what it counts, the procedure, its notices, and the rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from actionplan.notices.archives import File
from actionplan.notices.rules import RULES
from actionplan.services import notices
from tests.factories import MembershipFactory, PlanFactory
from tests.notices import Lot, Notice
from ulg.models import City, Membership
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)

MOST = 60  # presses of the Tab key to whatever stands on a page of a few rows
GENDER = {"strategic-procurement": ["soc-obj"], "social-objective": ["gen-eq"]}


@pytest.fixture
def member() -> Membership:
    return MembershipFactory(city=PlanFactory().city, role=Role.MEMBER, user__language="en")


def take(city: City, *made: Notice) -> None:
    list(notices.import_files(city, [File("notice.xml", each.xml()) for each in made], by=None))


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press Tab until this has the focus."""
    expect(target).to_have_count(1)
    for _step in range(MOST):
        page.keyboard.press(key)
        if target.evaluate("each => each === document.activeElement"):
            return
    expect(target).to_be_focused()


def follow(page: Page, target: Locator, key: str = "Tab") -> None:
    tab_to(page, target, key)
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_member_reads_the_notice_behind_a_number(browse, member, scripts):
    notice = Notice([Lot(codes=GENDER), Lot("LOT-0002")], title="Cleaning of schools")
    take(member.city, notice, Notice(title="Road salt"))
    page = browse(member, java_script_enabled=scripts)

    page.goto(f"/{member.city.slug}/baseline/figures/")
    follow(page, page.get_by_role("table", name="Procedures").get_by_role("link", name="1 Gender equality, 2024"))
    expect(page.get_by_text("2024 · Gender equality")).to_be_visible()
    follow(page, page.get_by_role("table", name="What the number counts").get_by_role("link"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Cleaning of schools")
    tab_to(page, page.get_by_role("link", name="XML file"))
    with page.expect_download() as started:
        page.keyboard.press("Enter")

    assert Path(started.value.path()).read_bytes() == notice.xml()
    assert started.value.suggested_filename.endswith(".xml")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_title_of_a_column_leads_to_its_rule_and_back(browse, member, scripts):
    take(member.city, Notice([Lot(codes=GENDER)]))
    page = browse(member, java_script_enabled=scripts)
    titles = page.get_by_role("table", name="Procedures").get_by_role("columnheader")

    page.goto(f"/{member.city.slug}/baseline/figures/")
    follow(page, titles.get_by_role("link", name="Gender equality"))
    page.wait_for_url("**/figures/about/#rule-gender")
    expect(page.locator("#rule-gender")).to_be_in_viewport()
    expect(page.locator("#rule-gender + dd")).to_have_text(str(RULES["gender"]))
    follow(page, page.get_by_label("You are here").get_by_role("link", name="Figures"), key="Shift+Tab")

    expect(titles).to_have_text(["Year", "Gender equality", "Another social aim", "No social aim", "Not stated", "All"])
