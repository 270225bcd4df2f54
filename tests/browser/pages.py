"""What the tests in a browser do on every page."""

from __future__ import annotations

import re

from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext, Locator, Page, expect

from actionplan.models import Section
from tests.addresses import addresses
from tests.places import Place
from tests.sent_forms import is_page
from tests.visits import visits
from ulg.models import Membership

NO_NETWORK = "() => { navigator.sendBeacon = () => false; window.fetch = () => Promise.reject(new TypeError('gone')); }"
SAVED = re.compile(r"^Text saved \d\d:\d\d, not sent yet")
A_ROUND = 3000  # after it, what was typed has been sent
# What is hidden from the eye is parted from the rest by line breaks, also before a comma
ROWS = """table => [...table.tBodies[0].rows].map(row =>
    [...row.cells].map(cell => cell.innerText.trim().replace(/\\s+(?=[,:])/g, "").replace(/\\s+/g, " ")))"""
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


def write_offline(page: Page, section: Section) -> Page:
    """Write what never reaches the server, and close the page: another one of the same browser, connected again."""
    open_editor(page, section)
    page.context.set_offline(True)
    type_into(page, "Two.", " Offline.")
    page.clock.fast_forward(A_ROUND)
    expect(line(page)).to_contain_text("No connection")
    again = page.context.new_page()
    page.evaluate(
        "() => { window.fetch = () => Promise.reject(new TypeError('offline')) }"
    )  # nor what it sends when it closes
    page.close()
    again.context.set_offline(False)
    return again


def line(page: Page):
    return page.locator(".unsent-line [data-state]:not([hidden])").first


def stands(section: Section) -> str:
    return Section.objects.get(pk=section.pk).text


def rows_of(table: Locator) -> list[list[str]]:
    """What stands in the body of a table, cell by cell."""
    return table.evaluate(ROWS)


def pages(place: Place, member: Membership | None, *, every: bool = True) -> list[str]:
    """The addresses that show a page to this member, or to nobody in particular; else one of each address."""
    client = client_of(member)
    found = []
    for address in addresses():
        city = {"city": place.city.slug} if address.is_of_city else {}
        visited = visits(place, address)
        for visit in visited if every else visited[-1:]:
            url = reverse(address.name, kwargs=city | visit.parts)
            if "format" not in address.parts and is_page(client.get(url)):
                found.append(url)
    return list(dict.fromkeys(found))


def client_of(member: Membership | None) -> Client:
    client = Client()
    if member:
        client.force_login(member.user)
    return client
