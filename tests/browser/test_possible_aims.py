"""Lots that speak of gender equality without the code, in a browser: decided by an editor, read by a member."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from actionplan.notices.archives import File
from actionplan.services import notices
from tests.browser.looking import DESK, HEIGHT, Watch
from tests.factories import MembershipFactory, PlanFactory
from tests.notices import Lot, Notice
from ulg.models import City, Membership
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)

GENDER = {"strategic-procurement": ["soc-obj"], "social-objective": ["gen-eq"]}
SHARE = "Lots whose notices can state an aim: 5. With a social aim: 2, of which with gender equality: 2."
PAY = "Leverantören redovisar lön för kvinnor och män varje år."


@pytest.fixture
def city() -> City:
    """Two lots that state gender equality, and three that only speak of it."""
    city = PlanFactory().city
    lots = [Lot(f"LOT-000{number}", condition=PAY) for number in (2, 3, 4)]
    lots += [Lot(f"LOT-000{number}", codes=GENDER) for number in (1, 5)]
    list(notices.import_files(city, [File("notice.xml", Notice(lots).xml())], by=None))
    return city


@pytest.fixture
def editor(city) -> Membership:
    return MembershipFactory(city=city, role=Role.EDITOR, user__name="Anna Lindqvist", user__language="en")


@pytest.fixture
def member(city) -> Membership:
    return MembershipFactory(city=city, role=Role.MEMBER, user__language="en")


def figures(page: Page, city: City) -> list[str]:
    """The share in words, and every table, as they stand on the page of the figures."""
    page.goto(f"/{city.slug}/baseline/figures/")
    return [page.get_by_text(SHARE).inner_text(), *page.locator("table").all_inner_texts()]


def lot(page: Page, identifier: str) -> Locator:
    return page.get_by_role("listitem").filter(has_text=identifier)


def decide(page: Page, identifier: str, decision: str, reason: str) -> None:
    place = lot(page, identifier)
    place.get_by_text("Decide", exact=True).click()
    place.get_by_text(decision).click()
    place.get_by_label("Why?").fill(reason)
    place.get_by_role("button", name="Save the decision").click()
    expect(page.get_by_text("Your decision is saved. The shares are as they were.").first).to_be_visible()


def under(page: Page, status: str) -> list[str]:
    """The lots that stand under this heading."""
    return page.get_by_role("region", name=status).locator("h3").all_inner_texts()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_an_editor_decides_about_lots_and_a_member_sees_it_beside_the_same_share(browse, city, editor, member, scripts):
    page, other = (browse(each, java_script_enabled=scripts) for each in (editor, member))
    before = figures(other, city)

    figures(page, city)
    page.get_by_role("link", name="Look at them").click()
    assert lot(page, "LOT-0002").locator("mark").all_inner_texts() == ["kvinnor", "män"]
    decide(page, "LOT-0002", "Yes, confirm", "Equal pay is a term.")
    decide(page, "LOT-0003", "No, dismiss", "A standard form says it.")

    after = figures(other, city)
    expect(other.get_by_text("1 confirmed, 1 dismissed, 1 not yet looked at.")).to_be_visible()
    other.get_by_role("link", name="Look at them").click()
    assert (under(other, "To look at"), under(other, "Confirmed"), under(other, "Dismissed")) == (
        ["LOT-0004"],
        ["LOT-0002"],
        ["LOT-0003"],
    )
    expect(lot(other, "LOT-0002")).to_contain_text("Confirmed: Equal pay is a term. Anna Lindqvist")
    expect(lot(other, "LOT-0003")).to_contain_text("Dismissed: A standard form says it. Anna Lindqvist")
    expect(other.locator("#main form")).to_have_count(0)
    assert after == before


def test_a_decision_is_accessible_refused_and_saved(browse, city, editor):
    window = Watch(browse(editor, viewport={"width": DESK, "height": HEIGHT}, reduced_motion="reduce"))
    page = window.page
    page.goto(f"/{city.slug}/baseline/figures/possible/")

    lot(page, "LOT-0002").get_by_text("Decide", exact=True).click()
    window.look_at_all("asked")
    lot(page, "LOT-0002").get_by_role("button", name="Save the decision").click()
    expect(page.get_by_role("group", name="Correct 2 errors")).to_be_focused()
    window.look_at_all("refused")
    page.get_by_text("Yes, confirm").click()
    page.get_by_label("Why?").fill("Equal pay is a term.")
    page.get_by_role("button", name="Save the decision").click()
    expect(page.get_by_text("Confirmed: Equal pay is a term.")).to_be_visible()
    lot(page, "LOT-0002").get_by_text("Decide again").click()
    window.look_at_all("saved")

    assert window.report == "", window.report
