"""How the Swedish reads: days, figures and money as Swedes write them, and a catalogue that keeps to its own rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import polib
import pytest
from django.utils import translation
from django.utils.formats import date_format, number_format

ROOT = Path(__file__).parent.parent
TAG = re.compile(r"<[^<>]+>")
NO_BREAK = "\N{NO-BREAK SPACE}"


def pairs() -> Iterator[tuple[str, str]]:
    """Every English string beside its Swedish words; each plural form beside its own."""
    for entry in polib.pofile(str(ROOT / "genprocure/locale/sv/LC_MESSAGES/django.po")):
        if entry.msgid_plural:
            yield entry.msgid, entry.msgstr_plural[0]
            yield entry.msgid_plural, entry.msgstr_plural[1]
        else:
            yield entry.msgid, entry.msgstr


def breaking(rule: re.Pattern[str]) -> list[str]:
    return [swedish for _english, swedish in pairs() if rule.search(swedish)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (lambda: date_format(date(2025, 8, 28), "j F Y"), "28 augusti 2025"),
        (lambda: date_format(date(2025, 8, 28), "l j F"), "torsdag 28 augusti"),
        (
            lambda: number_format(Decimal("1234567.89"), 2, force_grouping=True),
            f"1{NO_BREAK}234{NO_BREAK}567,89",
        ),
    ],
)
def test_days_and_figures_are_written_as_in_swedish(written, expected):
    with translation.override("sv"):
        found = written()

    assert found == expected


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(re.compile(r"[“„\"](?![^<]*>)"), id="quotes other than ”…”"),
        pytest.param(re.compile(r"\bOK\b", re.IGNORECASE), id="OK"),
        pytest.param(re.compile(r"!"), id="exclamation marks"),
        pytest.param(
            re.compile(r"\bklicka\b|\bvänligen\b|\be-mail\b|\bmail(?!to)", re.IGNORECASE), id="words we avoid"
        ),
        pytest.param(re.compile(r"\bidag\b|\bigår\b|\bistället\b", re.IGNORECASE), id="written as one word"),
        pytest.param(re.compile(r"\s\s"), id="double spaces"),
    ],
)
def test_no_swedish_string_has(rule):
    assert breaking(rule) == []


def test_a_sentence_ends_as_its_english_one():
    """A colon leads on to what follows it, and a label is no sentence."""
    different = [
        (english, swedish)
        for english, swedish in pairs()
        if any(english.endswith(mark) != swedish.endswith(mark) for mark in (":", "…"))
        or (swedish.endswith(".") and not english.endswith((".", "?")))
    ]

    assert different == []


def test_the_same_markup_stands_in_both_languages():
    different = [
        (english, swedish)
        for english, swedish in pairs()
        if sorted(TAG.findall(english)) != sorted(TAG.findall(swedish))
    ]

    assert different == []


def test_a_record_has_a_letter_of_its_own():
    letters = {
        entry.msgctxt: entry.msgstr
        for entry in polib.pofile(str(ROOT / "genprocure/locale/sv/LC_MESSAGES/django.po"))
        if entry.msgctxt and entry.msgctxt.startswith("letter of")
    }

    assert letters == {
        "letter of a finding's code": "N",
        "letter of a barrier's code": "H",
        "letter of a solution's code": "L",
        "letter of an objective's code": "M",
        "letter of an action's code": "Å",
        "letter of an indicator's code": "I",
    }
