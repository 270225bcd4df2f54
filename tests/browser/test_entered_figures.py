"""A figure of an earlier year is entered by hand in a browser, and stands beside the counted ones with its break."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from actionplan.notices.archives import File
from actionplan.services import notices
from tests.browser.looking import DESK, HEIGHT, Watch
from tests.browser.pages import rows_of
from tests.factories import EnteredFigureFactory, MembershipFactory, PlanFactory
from tests.notices import Lot, Notice
from ulg.models import City, Membership
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)

GENDER = {"strategic-procurement": ["soc-obj"], "social-objective": ["gen-eq"]}
BREAK = "The series breaks here: another method, do not compare across this line."
CAUTION = "The series breaks between 2023 and 2024 (“Procedures”)."


@pytest.fixture
def city() -> City:
    """One procedure of 2024."""
    city = PlanFactory().city
    list(notices.import_files(city, [File("notice.xml", Notice([Lot(codes=GENDER)]).xml())], by=None))
    return city


@pytest.fixture
def editor(city) -> Membership:
    return MembershipFactory(city=city, role=Role.EDITOR, user__language="en")


def fill(page: Page, **numbers: str) -> None:
    page.get_by_label("Year").fill("2023")
    page.get_by_role("combobox", name="What is counted").select_option("Procedures")
    for label, number in numbers.items():
        page.get_by_label(label.replace("_", " ")).fill(number)
    page.get_by_role("textbox", name="Source*", exact=True).fill("Register of contracts")
    page.get_by_label("Date of the source").fill("2025-02-14")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_an_entered_figure_stands_in_the_table_with_the_break_of_the_series(browse, city, editor, scripts):
    page = browse(editor, java_script_enabled=scripts)

    page.goto(f"/{city.slug}/baseline/figures/")
    page.get_by_role("link", name="Enter a figure").click()
    fill(page, In_all="96", with_a_social_aim="7", with_gender_equality="2", the_aim_is_not_stated="80")
    page.get_by_role("button", name="Enter the figure").click()

    expect(page.get_by_text(CAUTION).first).to_be_visible()
    assert rows_of(page.get_by_role("table", name="Procedures")) == [
        ["2023 entered by hand, Procedures 2023: Register of contracts, 14 February 2025", "2", "5", "9", "80", "96"],
        [BREAK],
        ["2024 counted from notices", "1", "0", "0", "0", "1"],
    ]


def test_an_entered_figure_is_accessible_refused_and_in_the_table(browse, city, editor):
    window = Watch(browse(editor, viewport={"width": DESK, "height": HEIGHT}, reduced_motion="reduce"))
    page = window.page
    page.goto(f"/{city.slug}/baseline/figures/entered/add/")

    fill(page, In_all="96", with_a_social_aim="many")
    page.get_by_role("textbox", name="Source*", exact=True).fill("")
    page.get_by_role("button", name="Enter the figure").click()
    expect(page.get_by_role("group", name="Correct 2 errors")).to_be_focused()
    window.look_at_all("refused")
    fill(page, In_all="96", with_a_social_aim="7")
    page.get_by_role("button", name="Enter the figure").click()
    expect(page.get_by_text(CAUTION).first).to_be_visible()
    window.look_at_all("with a break")

    assert window.report == "", window.report


def test_a_figure_that_stands_there_already_is_refused_and_accessible(browse, city, editor):
    EnteredFigureFactory(city=city, by=editor)
    window = Watch(browse(editor, viewport={"width": DESK, "height": HEIGHT}, reduced_motion="reduce"))
    window.page.goto(f"/{city.slug}/baseline/figures/entered/add/")

    fill(window.page, In_all="97")
    window.page.get_by_role("button", name="Enter the figure").click()

    expect(window.page.get_by_role("group", name="Correct one error")).to_be_focused()
    window.look_at_all("entered twice")
    assert window.report == "", window.report
