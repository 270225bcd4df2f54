"""The accessibility page says only what a test holds: each sentence beside the tests that would fail without it."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from django.urls import reverse
from lxml import html

pytestmark = pytest.mark.django_db
TESTS = Path(__file__).parents[2]

A11Y, KEYS, WIDTHS = "browser/test_accessibility.py", "browser/test_keyboard.py", "browser/test_widths.py"
FORCED, FOCUS, TOLD = "browser/test_forced_colours.py", "browser/test_focus.py", "browser/test_announcements.py"
OTHERWISE = f"{A11Y}::test_every_page_is_accessible_in_the_dark_on_a_phone_and_at_400_percent"
FITS = f"{WIDTHS}::test_the_longest_words_fit_on_every_page_at_every_width"
SIGNS = f"{FORCED}::test_signs_of_a_status_and_circles_of_the_trace_keep_their_filling"
VALID = "actionplan/exports/pdf/test_compiler.py::test_validators_find_nothing"

MET = {
    "Links, fields and buttons can be reached with the Tab key alone, and are visible when they have focus.": [
        f"{KEYS}::test_everything_is_reached_by_tab_and_seen_when_it_is"
    ],
    "Every form can be sent without JavaScript.": ["test_mixed_languages.py::test_what_answers_a_form_says_the_plans"],
    "Text can be made four times as large without scrolling sideways, and letters, words and lines can be spaced"
    " further apart.": [OTHERWISE, FITS],
    "A status is shown by a symbol and a word, also in high contrast mode. Light and dark mode follow your device.": [
        SIGNS,
        OTHERWISE,
    ],
    "The timeline of the actions shows the funding status by patterns, and has a table with the same dates.": [
        "actionplan/test_charts.py::test_the_state_of_the_funding_is_told_by_pattern_and_legend",
        "actionplan/views/test_actions.py::test_the_timeline_is_drawn_beside_its_table",
    ],
    "The published PDF files are tagged (PDF/UA-1): they have headings, a reading order, alternative texts and a"
    " language.": [
        VALID,
        "actionplan/exports/pdf/test_compiler.py::test_headings_are_read_in_the_order_of_the_outline",
        "actionplan/exports/pdf/test_compiler.py::test_every_table_has_a_header_and_every_figure_a_text",
        "actionplan/exports/pdf/test_compiler.py::test_title_author_language_and_day_stand_in_the_file",
    ],
}
HOW = {
    "With every change, an automatic test goes through every page in English in every role in a real browser and looks"
    " for errors.": [f"{A11Y}::test_every_page_is_accessible_to_every_role"],
    "It checks the pages at phone and desktop width, in light and dark mode, enlarged to 400 percent and with wider"
    " spacing.": [OTHERWISE, FITS],
    "It checks where the focus is after a form is sent or rejected, and what is announced to screen readers.": [
        f"{FOCUS}::test_a_posted_comment_has_the_focus_after_a_plain_form",
        f"{FOCUS}::test_a_refused_page_opens_at_its_errors_and_says_so_in_the_title",
        f"{TOLD}::test_a_posted_comment_is_announced_once",
    ],
    "It tests high contrast mode on the pages that have drawings.": [
        SIGNS,
        f"{FORCED}::test_bars_keep_their_length",
        f"{FORCED}::test_a_published_chart_stands_on_paper_and_a_drafted_one_takes_the_readers_colours",
    ],
    "It checks that plan text in another language than the page is marked with its language.": [
        "test_mixed_languages.py::test_every_word_of_the_plan_says_its_language_on_every_page"
    ],
    "It checks PDF files against PDF/UA-1 and PDF/A-3a.": [VALID],
}


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize(("section", "claims"), [("met", MET), ("how", HOW)])
def test_every_claim_is_held_by_tests(client, section, claims, language):
    client.cookies["django_language"] = language
    page = html.document_fromstring(client.get(reverse("accessibility")).content.decode())

    said = [each.text_content() for each in page.xpath(f"//section[@aria-labelledby='{section}']//li")]

    assert said == [in_language(claim, language) for claim in claims]


@pytest.mark.parametrize("test", sorted({test for claims in (MET, HOW) for tests in claims.values() for test in tests}))
def test_the_tests_that_hold_the_claims_are_there(test):
    file, name = test.split("::")

    assert f"def {name}" in (TESTS / file).read_text()


def in_language(words: str, language: str) -> str:
    catalogue = polib.pofile("genprocure/locale/sv/LC_MESSAGES/django.po")
    return words if language == "en" else catalogue.find(words).msgstr
