"""A city with two who write, and a browser for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from actionplan.models import Section
from tests.browser.pages import log_in
from tests.factories import MembershipFactory, SectionFactory
from ulg.models import Membership
from ulg.roles import Role

# An answer that is an error, and Bootstrap's arrow, which ours replaces as soon as every stylesheet is there
EXPECTED = (
    "Failed to load resource",
    "Response Status Error Code 409",
    "htmx:afterRequest",
    "htmx:sendError",
    "An invalid form control with name='' is not focusable",
    "Loading the image 'data:image/svg+xml",
    "Failed to execute 'open' on 'Window': The provided callback is no longer runnable",  # a pop-up of the test's own
)


@pytest.fixture
def section() -> Section:
    return SectionFactory(text="<p>One.</p><p>Two.</p><p>Three.</p>")


@pytest.fixture
def anna(section) -> Membership:
    return MembershipFactory(city=section.plan.city, role=Role.EDITOR, user__name="Anna Lindqvist", user__language="en")


@pytest.fixture
def karin(section) -> Membership:
    return MembershipFactory(city=section.plan.city, role=Role.EDITOR, user__name="Karin Åström", user__language="en")


@pytest.fixture
def browse(browser: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """A page in a browser of its own, with somebody logged in; what its console complains of fails the test."""
    opened: list[tuple[Page, list[str]]] = []

    def start(member: Membership, **options) -> Page:
        context = browser.new_context(base_url=live_server.url, **options)
        log_in(context, member, live_server.url)
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        opened.append((page, complaints))
        return page

    yield start
    for page, complaints in opened:
        page.context.close()
        assert [words for words in complaints if not words.startswith(EXPECTED)] == []
