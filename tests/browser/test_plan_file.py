"""The plan's HTML file at every width, with words and addresses without end in all of its fields."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.actionplan.exports import documents, files
from tests.browser.fitting import misfits

WIDTHS = [256, 320, 480, 769, 900, 1024, 1100, 1280, 1920]
ADDRESS = "https://www.example.org/upphandling/forfragningsunderlag/2026?diarienummer=KS-2024/00417&sida=2"


def file(text: str = "") -> str:
    document = documents.filled_with(text) if text else documents.plan()
    names = {"m1": {"shown_as": "name", "name": text, "function": text, "organisation": text}}
    return files.html(document, names if text else documents.names()).decode()


@pytest.mark.parametrize("text", ["", "Jämställdhetsintegrering" * 9, ADDRESS])
def test_nothing_leaves_its_column(page: Page, text: str):
    page.set_content(file(text))

    assert {width: found for width in WIDTHS if (found := misfits(page, width))} == {}


def test_the_first_key_shows_the_link_to_the_plan(page: Page):
    page.set_content(file())
    link = page.get_by_role("link", name="Hoppa till planen")
    expect(link).not_to_be_in_viewport()

    page.keyboard.press("Tab")

    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
