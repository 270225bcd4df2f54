"""Every page at every width: the longest words, addresses and figures fit, and the portal's own words stay whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

import polib
import pytest
from playwright.sync_api import Browser, Page

from tests import long_words, places
from tests.browser.fitting import misfits, open_folds, parted, space_texts
from tests.browser.pages import log_in, pages
from tests.places import Place
from ulg.models import Membership
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)

WIDTHS = (256, 320, 390, 640, 768, 900, 992, 1040, 1121, 1280, 1920)
SPACED_WIDTHS = (320, 1280)
WIDTHS_OF_WORDS = (256, 320, 480, 720, 784, 900, 992, 1024, 1072, 1142, 1216, 1280)
NARROWEST, LETTERS_IN_THE_NARROWEST = 256, 16
CATALOGUE = "genprocure/locale/sv/LC_MESSAGES/django.po"


@pytest.fixture
def page(browser: Browser, live_server) -> Iterator[Page]:
    context = browser.new_context(base_url=live_server.url, locale="en", reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("role", [Role.COORDINATOR, None])
def test_the_longest_words_fit_on_every_page_at_every_width(page, live_server, role: Role | None):
    place = places.build("here", before_publishing=long_words.fill)
    member = place.seats.get(role)
    if member:
        log_in(page.context, member, live_server.url)

    report = {url: found for url in addresses(place, member) if (found := _misfits(page, url))}

    assert report == {}, "\n".join(f"{url}\n  {words}" for url, found in report.items() for words in found)


def addresses(place: Place, member: Membership | None) -> list[str]:
    """One of each page, what a search finds among them."""
    return [*pages(place, member, every=False), *([place.url("actionplan:search") + "?q=a"] if member else [])]


def _misfits(page: Page, url: str) -> list[str]:
    page.goto(url)
    open_folds(page)
    found = [f"at {width}: {each}" for width in WIDTHS for each in misfits(page, width)]
    space_texts(page)
    return found + [f"spaced at {width}: {each}" for width in SPACED_WIDTHS for each in misfits(page, width)]


def test_no_word_of_the_portal_is_parted_at_any_width(browser, live_server):
    place = places.build("here", language="sv")
    words = words_of_the_portal()
    context = browser.new_context(base_url=live_server.url, locale="sv", reduced_motion="reduce")
    log_in(context, place.seats[Role.COORDINATOR], live_server.url)
    page = context.new_page()

    report = {}
    for url in addresses(place, place.seats[Role.COORDINATOR]):
        page.goto(url)
        open_folds(page)
        found = {width: parted(page, width, words[width == NARROWEST]) for width in WIDTHS_OF_WORDS}
        report |= {f"{url} at {width}": each for width, each in found.items() if each}

    assert report == {}, "\n".join(f"{where}  {words}" for where, found in report.items() for words in found)
    context.close()


def words_of_the_portal() -> tuple[set[str], set[str]]:
    """All words that the portal says in Swedish, the language with the longest; those that fit the narrowest window."""
    texts = [text for entry in polib.pofile(CATALOGUE) for text in (entry.msgstr, *entry.msgstr_plural.values())]
    words = {word.lower() for text in texts for word in re.findall(r"[^\W\d_]{2,}", text)}
    return words, {word for word in words if len(word) <= LETTERS_IN_THE_NARROWEST}
