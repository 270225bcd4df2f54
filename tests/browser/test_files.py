"""A file on an answer of the assessment, in a browser: added, downloaded, removed, restored; one that is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from actionplan.models import Answer
from tests.browser.looking import DESK, HEIGHT, Watch
from tests.browser.pages import log_in
from tests.factories import AnswerFactory, MembershipFactory, PlanFactory
from tests.files import PDF, png
from ulg.models import Membership
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def editor() -> Membership:
    return MembershipFactory(role=Role.EDITOR, user__language="en")


@pytest.fixture
def answer(editor) -> Answer:
    return AnswerFactory(plan=PlanFactory(city=editor.city))


def opened(browser: Browser, live_server, seat: Membership, **look) -> Page:
    context = browser.new_context(base_url=live_server.url, locale="en", reduced_motion="reduce", **look)
    log_in(context, seat, live_server.url)
    return context.new_page()


def choose(page: Page, name: str, content: bytes) -> None:
    page.get_by_label("File").set_input_files({"name": name, "mimeType": "application/pdf", "buffer": content})


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_file_is_added_downloaded_removed_and_restored(browser: Browser, live_server, editor, answer, scripts):
    page = opened(browser, live_server, editor, java_script_enabled=scripts)
    page.goto(answer.get_absolute_url())

    page.get_by_role("link", name="Add a file").click()
    choose(page, "Policy för upphandling.pdf", PDF)
    page.get_by_label("Title").fill("Procurement policy")
    page.get_by_role("button", name="Add the file").click()
    with page.expect_download() as started:
        page.get_by_role("link", name="Procurement policy (PDF, 1 kB)").click()
    page.get_by_role("link", name="Remove Procurement policy").click()
    page.get_by_role("button", name="Remove the file").click()
    expect(page.locator("#files")).to_contain_text("No files yet.")
    page.get_by_text("1 file has been removed").click()
    page.get_by_role("button", name="Restore Procurement policy").click()

    expect(page.get_by_role("link", name="Remove Procurement policy")).to_be_visible()
    saved = started.value
    assert (saved.suggested_filename, Path(saved.path()).read_bytes()) == ("Policy för upphandling.pdf", PDF)
    page.context.close()


def test_a_file_that_is_too_large_is_answered_with_words_and_not_cut_off(browser: Browser, live_server, editor, answer):
    page = opened(browser, live_server, editor)
    page.goto(f"/{editor.city.slug}/files/answer/{answer.pk}/add/")

    choose(page, "scan.pdf", PDF + bytes(40_000_000))
    page.get_by_label("Title").fill("A scan")
    page.get_by_role("button", name="Add the file").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("What you sent is too large")
    page.context.close()


def test_files_and_their_forms_are_accessible_in_every_state(browser: Browser, live_server, editor, answer):
    window = Watch(opened(browser, live_server, editor, viewport={"width": DESK, "height": HEIGHT}))
    page = window.page
    page.goto(f"/{editor.city.slug}/files/answer/{answer.pk}/add/")
    choose(page, "photo.png", png())
    page.get_by_role("button", name="Add the file").click()
    look(window, "refused")
    choose(page, "photo.png", png())
    page.get_by_label("Title").fill("Upphandlingsjämställdhetskonsekvensbedömningsredovisning")
    page.get_by_label("Alternative text").fill("Bars")
    page.get_by_role("button", name="Add the file").click()
    look(window, "added")
    page.get_by_role("link", name="Remove Upphandling").click()
    look(window, "asked")
    page.get_by_role("button", name="Remove the file").click()
    page.get_by_text("1 file has been removed").click()
    look(window, "removed")

    assert window.report == "", window.report
    page.context.close()


def look(window: Watch, what: str) -> None:
    window.look(what)
    window.look_otherwise(what)
