"""What the tests in a browser do on every page."""

from __future__ import annotations

import re

from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from actionplan.models import Section
from ulg.models import Membership

SAVED = re.compile(r"^Saved \d\d:\d\d")
A_ROUND = 3000  # after it, what was typed has been sent
TO_THE_END_OF = """words => {
    const { editor } = document.querySelector(".ProseMirror");
    let end;
    editor.state.doc.descendants((node, at) => {
        if (node.isTextblock && node.textContent.includes(words)) end ??= at + node.nodeSize - 1;
    });
    editor.chain().setTextSelection(end).focus().run();
}"""


def log_in(context: BrowserContext, member: Membership, url: str) -> None:
    client = Client()
    client.force_login(member.user)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": url}])


def address(section: Section, name: str = "section-edit") -> str:
    return reverse(f"actionplan:{name}", args=[section.plan.city.slug, section.key])


def open_editor(page: Page, section: Section) -> None:
    page.clock.install()
    page.goto(address(section))
    expect(page.get_by_role("toolbar")).to_be_visible()


def select_all(page: Page) -> None:
    page.evaluate("document.querySelector('.ProseMirror').editor.chain().focus().selectAll().run()")
    expect(page.locator(".ProseMirror")).to_be_focused()


def type_into(page: Page, paragraph: str, words: str) -> None:
    """Words at the end of a paragraph of the editor."""
    expect(page.get_by_role("toolbar")).to_be_visible()
    page.evaluate(TO_THE_END_OF, paragraph)
    expect(page.locator(".ProseMirror")).to_be_focused()
    page.keyboard.type(words)


def line(page: Page):
    return page.locator(".draft-line [data-state]:not([hidden])").first


def stands(section: Section) -> str:
    return Section.objects.get(pk=section.pk).text
