"""A file of suppliers in a browser: its dry run, what is wrong in it, and the share of firms run by women after it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from actionplan.models import Supplier
from actionplan.notices.archives import File
from actionplan.services import notices
from tests.browser.looking import DESK, HEIGHT, Watch
from tests.browser.pages import rows_of
from tests.factories import MembershipFactory, PlanFactory
from tests.notices import Lot, Notice
from tests.suppliers import FIRMS, HEADER, as_csv
from ulg.models import City, Membership
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)

FIVE = (
    *FIRMS,
    ("556000-0004", "Skolmat AB", "Men-owned", "Survey", "2025-02-14"),
    ("not known", "Snö och Is AB", "Women-owned", "Survey", "2025-02-14"),
)


@pytest.fixture
def city() -> City:
    """Of 1,000 that were awarded, firms of the file have won 900, and a firm that nobody knows has won 100."""
    city = PlanFactory(city__country="SE").city
    won = {"556000-0001": "300", "556000-0002": "600", "556000-0009": "100"}
    lots = [Lot(f"LOT-{firm}", won=amount, winners=[f"{firm} Firm"]) for firm, amount in won.items()]
    list(notices.import_files(city, [File("notice.xml", Notice(lots, form="result").xml())], by=None))
    return city


@pytest.fixture
def editor(city) -> Membership:
    return MembershipFactory(city=city, role=Role.EDITOR, user__language="en")


def upload(page: Page, data: bytes) -> None:
    file = {"name": "firms.csv", "mimeType": "text/csv", "buffer": data}
    page.get_by_label("File with suppliers").set_input_files(file)
    page.get_by_role("button", name="Check the file").click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_file_is_tried_first_then_written_and_gives_the_share_of_firms_run_by_women(browse, city, editor, scripts):
    page = browse(editor, java_script_enabled=scripts)

    page.goto(f"/{city.slug}/baseline/figures/")
    page.get_by_role("link", name="Upload suppliers").click()
    upload(page, as_csv(FIVE))
    told = rows_of(page.get_by_role("table", name="What becomes of the rows"))
    wrong = rows_of(page.get_by_role("table", name="What is wrong"))
    before = Supplier.objects.count()
    page.get_by_role("button", name="Write this to the register").click()
    expect(page.get_by_text("The register has been updated. New: 4. Changed: 0.").first).to_be_visible()
    page.get_by_label("You are here").get_by_role("link", name="Figures").click()

    assert told == [
        ["New in the register", "4"],
        ["Changed", "0"],
        ["Unchanged", "0"],
        ["Skipped, because something is wrong", "1"],
        ["Rows of the file", "5"],
    ]
    assert wrong == [["Row 6", "Organisation number", "“not known” is not an organisation number."]]
    assert before == 0
    assert rows_of(page.get_by_role("table", name="Awarded value by ownership, SEK")) == [
        ["2024", "30 to 40% 300 of 1,000", "0 to 10% 0 of 1,000", "10% 100 of 1,000", "1,000"]
    ]


def test_a_file_of_suppliers_is_accessible_refused_tried_and_written(browse, city, editor):
    window = Watch(browse(editor, viewport={"width": DESK, "height": HEIGHT}, reduced_motion="reduce"))
    page = window.page
    page.goto(f"/{city.slug}/baseline/suppliers/upload/")

    upload(page, as_csv(FIVE, header=["Number", *HEADER[1:]]))
    expect(page.get_by_role("group", name="Correct one error")).to_be_focused()
    window.look_at_all("refused")
    upload(page, as_csv(FIVE))
    expect(page.get_by_role("table", name="What is wrong")).to_be_visible()
    window.look_at_all("tried")
    page.get_by_role("button", name="Write this to the register").click()
    expect(page.get_by_text("The register has been updated.").first).to_be_visible()
    window.look_at_all("written")
    page.goto(f"/{city.slug}/baseline/figures/")
    window.look_at_all("the share")

    assert window.report == "", window.report


def test_a_refused_firm_is_accessible(browse, city, editor):
    window = Watch(browse(editor, viewport={"width": DESK, "height": HEIGHT}, reduced_motion="reduce"))
    window.page.goto(f"/{city.slug}/baseline/suppliers/add/")

    window.page.get_by_label("Organisation number").fill("not known")
    window.page.get_by_role("button", name="Add the firm").click()

    expect(window.page.get_by_role("group", name="Correct 5 errors")).to_be_focused()
    window.look_at_all("refused")
    assert window.report == "", window.report
