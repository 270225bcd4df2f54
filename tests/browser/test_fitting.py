"""The measure itself: each way of not fitting is found out, and what fits is left alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.fitting import misfits, parted, space_texts

WORD = "Upphandlingsbedömning" * 4


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        (f"<p>{WORD}</p>", {"wider than the window", "outside of <p>"}),
        (f'<div style="width: 90px">{WORD[:20]}</div>', {"outside of <div>"}),
        ('<div style="overflow: hidden; height: 20px">Cut<br>off</div>', {"outside of <div>"}),
        ('<p>One</p><p style="margin-top: -30px">Other</p>', {"over a neighbour"}),
        (f'<p style="overflow-wrap: anywhere">{WORD}</p>', set()),
        (f'<div style="overflow: auto; width: 90px">{WORD}</div><p>Beside</p>', set()),
    ],
)
def test_what_does_not_fit_is_found(page: Page, body: str, kinds: set[str]):
    page.set_content(f"<!doctype html><body>{body}</body>")

    assert {each.split(": ")[0] for each in misfits(page, 320)} == kinds


def test_text_in_a_box_of_a_fixed_height_is_cut_off_once_spaced(page: Page):
    box = "overflow: hidden; font: 16px monospace; width: 19ch; height: 26px"  # as wide as the words in any such font
    page.set_content(f'<body><p style="{box}">Words beside words</p></body>')
    assert misfits(page, 320) == []

    space_texts(page)

    assert [each.split(": ")[0] for each in misfits(page, 320)] == ["outside of <p>"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Överenskommen", ["parted in <p>: Överenskommen"]),
        ("Nej, aldrig", []),
        ("Leverantören", []),  # none of these words
        ("anna@överenskommen.example", []),
    ],
)
def test_a_word_on_two_lines_is_found(page: Page, text: str, found: list[str]):
    page.set_content(f'<body><p style="width: 60px; overflow-wrap: anywhere">{text}</p></body>')

    assert parted(page, 320, {"överenskommen", "nej", "aldrig"}) == found
