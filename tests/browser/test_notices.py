"""Notices are uploaded in a browser: the page that grows while they are read, what it says of bad files, the record."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Locator, Page, expect

from actionplan.notices.archives import File
from actionplan.services import notices
from tests import notices as made
from tests.browser.looking import DESK, HEIGHT, Watch
from tests.browser.pages import rows_of
from tests.factories import MembershipFactory, PlanFactory
from tests.notices import Lot
from ulg.models import City, Membership
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)

ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
BAD = {
    "letter.xml": (b"Dear city,", "This is not XML that can be read, or it is nested too deeply."),
    "nothing.xml": (b"", "The file is empty."),
    "entities.xml": (ENTITIES, "The file defines entities of its own, which a notice never does."),
}
GOOD = [f"notice-{number}.xml" for number in range(7)]
GENDER = {"strategic-procurement": ["soc-obj"], "social-objective": ["gen-eq"]}
REFUSED = [[f"{name} {words}", "Not taken", "–"] for name, (_content, words) in BAD.items()]


@pytest.fixture
def editor() -> Membership:
    return MembershipFactory(city=PlanFactory().city, role=Role.EDITOR, user__language="en")


@pytest.fixture
def ten_files() -> list[dict]:
    """Seven notices, two of which aim at gender equality, and three files that are none."""
    lots = [Lot(codes=GENDER if number < 2 else {}) for number in range(len(GOOD))]
    files = {name: made.Notice([lot]).xml() for name, lot in zip(GOOD, lots, strict=True)}
    files |= {name: content for name, (content, _words) in BAD.items()}
    return [{"name": name, "mimeType": "text/xml", "buffer": content} for name, content in files.items()]


@pytest.fixture
def go_on(monkeypatch) -> Iterator[Event]:
    """The reading waits for this after its first four files."""
    event, opened = Event(), notices._opened

    def open_when_told(city: City, file: File):
        if file.name == GOOD[4]:
            event.wait(60)
        return opened(city, file)

    monkeypatch.setattr(notices, "BATCH", 4)
    monkeypatch.setattr(notices, "_opened", open_when_told)
    yield event
    event.set()


def upload(page: Page, city: City, files: list[dict]) -> None:
    page.goto(f"/{city.slug}/baseline/notices/upload/")
    page.get_by_label("Files with notices").set_input_files(files)
    page.get_by_role("button", name="Upload", exact=True).click(no_wait_after=True)


def result(page: Page) -> Locator:
    return page.get_by_role("heading", name="10 files have been read")


def counts(page: Page) -> list[str]:
    return page.locator("section[aria-labelledby=result] .row-wrap.plain-list li").all_inner_texts()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_an_upload_tells_how_far_it_is_and_of_each_bad_file_what_is_wrong(browse, editor, ten_files, go_on, scripts):
    page = browse(editor, java_script_enabled=scripts)

    upload(page, editor.city, ten_files)
    lines = page.get_by_role("list", name="Progress").get_by_role("listitem")
    expect(lines).to_have_text(["4 files read notice-3.xml"])
    expect(result(page)).to_have_count(0)
    go_on.set()

    expect(result(page)).to_be_focused()
    expect(lines).to_have_text(["4 files read notice-3.xml", "8 files read letter.xml", "10 files read entities.xml"])
    assert counts(page) == ["Taken: 7", "Not taken: 3"]
    assert rows_of(page.get_by_role("table", name="What became of each file")) == [
        *REFUSED,
        *([name, "Taken", "1"] for name in GOOD),
    ]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_seven_of_ten_files_are_counted_and_the_same_again_change_no_number(browse, editor, ten_files, scripts):
    page = browse(editor, java_script_enabled=scripts)

    upload(page, editor.city, ten_files)
    page.get_by_role("link", name="See the figures").click()
    figures = page.locator("#main").inner_text()
    upload(page, editor.city, ten_files)
    expect(result(page)).to_be_focused()
    again = counts(page)
    page.get_by_role("link", name="See the figures").click()

    expect(page.get_by_text("Lots whose notices can state an aim: 7. With a social aim: 2")).to_be_visible()
    assert again == ["Already here: 7", "Not taken: 3"]
    assert page.locator("#main").inner_text() == figures


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_an_import_is_listed_with_a_table_of_its_files_to_download(browse, editor, ten_files, scripts):
    page = browse(editor, java_script_enabled=scripts)

    upload(page, editor.city, ten_files)
    page.get_by_role("link", name="See the figures").click()
    page.get_by_role("link", name="Imports of notices").click()
    listed = page.get_by_role("table", name="Imports, the latest first").locator("tbody tr")
    expect(listed).to_have_count(1)
    expect(listed.locator("td").nth(0)).to_have_text("Finished")
    expect(listed.locator("td").nth(3)).to_have_text("10")
    listed.get_by_role("link").click()
    with page.expect_download() as started:
        page.get_by_role("link", name="All files as a table (CSV)").click()

    text = Path(started.value.path()).read_text("utf-8-sig")
    told = [[name, result, lots, remarks] for name, result, _notice, lots, remarks in csv.reader(text.splitlines())]
    assert told == [
        ["File", "Result", "Lots", "Remarks"],
        *([name, "Not taken", "0", words] for name, (_content, words) in BAD.items()),
        *([name, "Taken", "1", ""] for name in GOOD),
    ]


def test_an_upload_is_accessible_while_it_is_read_and_afterwards(browse, editor, ten_files, go_on):
    window = Watch(browse(editor, viewport={"width": DESK, "height": HEIGHT}, reduced_motion="reduce"))
    page = window.page

    upload(page, editor.city, ten_files)
    expect(page.get_by_role("list", name="Progress")).to_contain_text("4 files read")
    window.look("half read")
    go_on.set()
    expect(result(page)).to_be_focused()
    window.look_at_all("read")
    for link in ("This import on record, with all its files", "Imports of notices"):
        page.get_by_role("link", name=link).click()
        window.look_at_all(link)

    assert window.report == "", window.report


def test_a_reading_that_ends_by_a_failure_is_accessible(browse, editor, ten_files, monkeypatch):
    def fail(*given):
        raise RuntimeError("A test of what fails")

    monkeypatch.setattr(notices.procedures, "count", fail)
    window = Watch(browse(editor, viewport={"width": DESK, "height": HEIGHT}, reduced_motion="reduce"))

    upload(window.page, editor.city, ten_files)

    expect(window.page.get_by_role("heading", name="The reading was ended by a failure")).to_be_focused()
    window.look_at_all("failed")
    assert window.report == "", window.report
