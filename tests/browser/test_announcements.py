"""What listeners are told without looking: once, in a region that stood in the page before."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.pages import A_ROUND, SAVED, address, line, type_into, write_offline
from tests.factories import BarrierFactory

pytestmark = pytest.mark.django_db(transaction=True)

# Every filling of a live region that stood in the page before, as somebody who listens would hear it
LISTEN = """() => {
    window.heard = [];
    new MutationObserver(changes => {
        const regions = new Set(changes.map(({target}) =>
            (target.closest ? target : target.parentElement)?.closest("[role=status], [role=alert], [aria-live]")));
        for (const region of regions) {
            const words = region?.innerText.trim().replace(/\\s+/g, " ");
            if (words) heard.push(words);
        }
    }).observe(document, {subtree: true, childList: true, characterData: true, attributeFilter: ["hidden"]});
}"""


def listen(page: Page) -> None:
    page.add_init_script(f"({LISTEN})()")


def heard(page: Page, words: str) -> int:
    page.wait_for_function("words => heard.some(each => each.includes(words))", arg=words)
    return page.evaluate("words => heard.filter(each => each.includes(words)).length", words)


def test_a_posted_comment_is_announced_once(browse, section, anna):
    page = browse(anna)
    listen(page)
    page.goto(BarrierFactory(plan=section.plan).get_absolute_url())

    page.get_by_label("Your comment").fill("We see it too.")
    page.get_by_role("button", name="Post comment").click()

    assert heard(page, "Your comment is posted.") == 1
    page.get_by_label("Your comment").fill("And once more.")
    page.get_by_role("button", name="Post comment").click()
    expect(page.get_by_text("And once more.")).to_be_visible()
    page.wait_for_function("() => heard.filter(each => each.includes('Your comment is posted.')).length === 2")


def test_what_was_saved_is_announced_once_on_the_next_page(browse, section, anna):
    page = browse(anna)
    listen(page)
    page.goto(address(section))

    type_into(page, "Two.", " More.")
    page.get_by_role("button", name="Save in the plan").click()

    page.wait_for_url(lambda url: not url.endswith("/edit/"))
    assert heard(page, "Saved.") == 1


def test_a_wrong_address_of_a_link_is_announced_each_time(browse, section, anna):
    page = browse(anna)
    listen(page)
    page.goto(address(section))
    page.get_by_role("button", name="Link", exact=True).click()
    page.keyboard.type("example")

    for times in (1, 2):
        page.keyboard.press("Enter")
        page.wait_for_function(
            "times => heard.filter(each => each.includes('This address is not valid')).length === times", arg=times
        )


def test_a_restored_text_is_announced_once(browse, section, anna):
    again = write_offline(browse(anna), section)
    listen(again)

    again.goto(address(section))

    assert heard(again, "had not been saved. It has been restored.") == 1


def test_the_line_of_a_kept_text_changes_only_with_its_words(browse, section, anna):
    page = browse(anna)
    listen(page)
    page.clock.install()
    page.goto(address(section))
    expect(page.get_by_role("toolbar")).to_be_visible()

    with page.expect_response("**/unsent/keep/"):
        type_into(page, "One.", " First.")
        page.clock.fast_forward(A_ROUND)
    expect(line(page)).to_have_text(SAVED)
    heard_first = page.evaluate("heard.splice(0)")
    with page.expect_response("**/unsent/keep/"):
        type_into(page, "Two.", " Second.")
        page.clock.fast_forward(A_ROUND)
    page.clock.fast_forward(A_ROUND)

    assert heard_first
    assert not set(heard_first) & set(page.evaluate("heard"))


def test_the_number_of_records_found_is_announced(browse, section, anna):
    BarrierFactory(plan=section.plan, title="The lots are too large")
    BarrierFactory(plan=section.plan, title="No data")
    page = browse(anna)
    listen(page)
    page.goto(reverse("actionplan:barriers", args=[anna.city.slug]))

    page.locator("#id_q").fill("lots")

    assert heard(page, "1 found") == 1
