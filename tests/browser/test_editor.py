"""The editor of a section: by keyboard, with what people paste, in its place in the plan, and without scripts."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.pages import address, open_editor, select_all, stands, type_into

pytestmark = pytest.mark.django_db(transaction=True)

PASTED = """
<html><head><style>p { color: red }</style></head><body><!--StartFragment-->
<p class=MsoNormal style="color:red">From <span style="font-weight:700">Docs</span>,
<b style="font-weight:normal">not bold</b> <a href="javascript:alert(1)">bad</a></p>
<table><tr><td>cell</td></tr></table><script>alert(1)</script></body></html>
"""
PASTE = """html => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector(".ProseMirror").dispatchEvent(event);
}"""


def test_a_section_is_edited_in_its_place_in_the_plan(browse, section, anna):
    page = browse(anna)
    page.goto(reverse("actionplan:plan", args=[anna.city.slug]))

    page.get_by_role("link", name="Edit 1.5 Vision").click()
    type_into(page, "Two.", " In place.")
    page.get_by_role("button", name="Save in the plan").click()

    page.wait_for_url("**/plan/#vision")
    expect(page.locator("#vision")).to_contain_text("Two. In place.")
    assert page.evaluate("Object.keys(localStorage)") == ["genprocure-person"]


def test_the_editor_is_worked_by_keyboard(browse, section, anna):
    page = browse(anna)
    open_editor(page, section)
    select_all(page)

    page.keyboard.press("Shift+Tab")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Bold")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Bold")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("textbox", name="Text")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("End")
    expect(page.get_by_role("button", name="Link")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("example")
    page.keyboard.press("Enter")
    expect(page.get_by_text("This address is not valid.")).to_be_visible()
    page.keyboard.press("Control+a")
    page.keyboard.type("https://example.org/two")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Text")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Status")).to_be_focused()

    page.get_by_role("button", name="Save in the plan").click()
    expect(page.locator("main").get_by_text("Saved.", exact=True)).to_be_visible()
    linked = '<p><a href="https://example.org/two"><strong>{}.</strong></a></p>'
    assert stands(section) == "".join(linked.format(word) for word in ("One", "Two", "Three"))


def test_without_scripts_a_section_is_written_in_markup(browse, section, anna):
    page = browse(anna, java_script_enabled=False)
    page.goto(address(section))

    area = page.get_by_label("Text")
    area.fill(area.input_value().replace("Two.", "## Aim\n\n*Two*, see [this](https://example.org/)."))
    page.get_by_role("button", name="Save in the plan").click()

    expect(page.locator("main").get_by_text("Saved.", exact=True)).to_be_visible()
    aim = '<h2>Aim</h2><p><strong>Two</strong>, see <a href="https://example.org/">this</a>.</p>'
    assert stands(section) == f"<p>One.</p>{aim}<p>Three.</p>"


def test_a_form_opened_in_the_plan_has_the_focus_and_goes_again(browse, section, anna):
    page = browse(anna)
    page.goto(reverse("actionplan:plan", args=[anna.city.slug]))
    page.get_by_role("link", name="Edit 1.5 Vision").click()
    expect(page.get_by_role("textbox", name="Text")).to_be_focused()

    page.get_by_role("link", name="Leave without saving").click()

    expect(page.get_by_role("link", name="Edit 1.5 Vision")).to_be_visible()
    expect(page.get_by_role("toolbar")).to_have_count(0)


def test_what_people_paste_keeps_its_words_and_bold_and_nothing_else(browse, section, anna):
    page = browse(anna)
    open_editor(page, section)
    select_all(page)

    page.evaluate(PASTE, PASTED)
    expect(page.get_by_role("textbox", name="Text")).to_contain_text("not bold bad")  # the portal has read the paste
    page.get_by_role("button", name="Save in the plan").click()

    expect(page.locator("main").get_by_text("Saved.", exact=True)).to_be_visible()
    assert stands(section) == "<p>From <strong>Docs</strong>, not bold bad</p><p>cell</p>"
