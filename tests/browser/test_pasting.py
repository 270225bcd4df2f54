"""What people paste into the editor of a section, as programs put it on the clipboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests import pasted
from tests.browser.pages import open_editor, select_all, stands, type_into

pytestmark = pytest.mark.django_db(transaction=True)

PASTE = """([html, text]) => {
    const data = new DataTransfer();
    if (html) data.setData("text/html", html);
    data.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector(".ProseMirror").dispatchEvent(event);
}"""
TABLE = "<table><tr><td>Mål</td><td>2027</td></tr><tr><td>Utfall</td><td>12</td></tr></table>"


def paste(page: Page, html: str, text: str = "") -> None:
    with page.expect_response("**/plan/pasted/"):
        page.evaluate(PASTE, [html, text])


def save(page: Page) -> None:
    page.get_by_role("button", name="Save in the plan").click()
    expect(page.locator("#main").get_by_text("Saved.", exact=True)).to_be_visible()


@pytest.mark.parametrize("program", pasted.HTML)
def test_what_a_program_copies_stands_in_the_section(browse, section, anna, program):
    page = browse(anna)
    open_editor(page, section)
    select_all(page)

    paste(page, pasted.HTML[program][0])
    save(page)

    assert stands(section) == pasted.HTML[program][1]


def test_lines_of_a_pdf_are_joined(browse, section, anna):
    page = browse(anna)
    open_editor(page, section)
    select_all(page)

    paste(page, "", pasted.PDF)
    save(page)

    assert stands(section) == pasted.PDF_KEPT


def test_the_writer_is_told_that_a_table_became_lines(browse, section, anna):
    page = browse(anna)
    open_editor(page, section)
    select_all(page)

    paste(page, TABLE)

    expect(page.locator(".editor-told[role=status]")).to_have_text(
        "Sections cannot contain tables yet: each row was turned into a line, with | between the cells."
    )


def test_what_is_typed_while_a_paste_is_read_stands_after_it(browse, section, anna):
    page = browse(anna)
    held = []
    page.route("**/plan/pasted/", lambda route: held.append(route))
    open_editor(page, section)
    type_into(page, "Two.", " ")

    page.evaluate(PASTE, ["<b>Pasted</b>", ""])
    page.wait_for_timeout(200)
    page.keyboard.type("typed")
    with page.expect_response("**/plan/pasted/"):
        held[0].continue_()
    expect(page.locator(".ProseMirror")).to_contain_text("Pastedtyped")
    save(page)

    assert stands(section) == "<p>One.</p><p>Two. <strong>Pasted</strong>typed</p><p>Three.</p>"


def test_a_paste_that_is_still_read_when_save_is_pressed_is_saved(browse, section, anna):
    page = browse(anna)
    held = []
    page.route("**/plan/pasted/", lambda route: held.append(route))
    open_editor(page, section)
    type_into(page, "Two.", " ")

    with page.expect_request("**/plan/pasted/"):
        page.evaluate(PASTE, ["<b>Pasted</b>", ""])
    page.get_by_role("button", name="Save in the plan").click()
    held[0].continue_()
    expect(page.locator("#main").get_by_text("Saved.", exact=True)).to_be_visible()

    assert stands(section) == "<p>One.</p><p>Two. <strong>Pasted</strong></p><p>Three.</p>"


def test_without_a_connection_no_two_figures_meet(browse, section, anna):
    page = browse(anna)
    page.route("**/plan/pasted/", lambda route: route.abort())
    open_editor(page, section)
    select_all(page)

    page.evaluate(PASTE, [f"{TABLE}<p>10<sup>6</sup></p>", ""])
    expect(page.locator(".ProseMirror")).to_contain_text("10⁶")
    save(page)

    assert stands(section) == "<p>Mål | 2027</p><p>Utfall | 12</p><p>10⁶</p>"


def test_without_scripts_a_table_is_told_after_the_save(browse, section, anna):
    page = browse(anna, java_script_enabled=False)
    page.goto(f"/{anna.city.slug}/plan/sections/vision/edit/")

    page.get_by_label("Text").fill("Mål\t2027\nUtfall\t12")
    page.get_by_role("button", name="Save in the plan").click()

    expect(page.locator("#main").get_by_text("each row was turned into a line")).to_be_visible()
    assert stands(section) == "<p>Mål | 2027<br>Utfall | 12</p>"
