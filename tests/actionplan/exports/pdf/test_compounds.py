from __future__ import annotations

import pytest

from actionplan.exports.pdf import compounds


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("tilldelningskriterier", ["tilldelnings", "kriterier"]),
        ("Jämställdhetsstrategen", ["Jämställdhets", "strategen"]),
        ("upphandlingsbyrån", ["upphandlings", "byrån"]),
    ],
)
def test_a_joining_ending_shows_the_joint(word, parts):
    assert compounds.parted(word, "sv") == {word: parts}


def test_words_of_the_plan_show_the_joint():
    text = "Ett företag som bygger i Umeå. Byggföretagen. Bygg det."

    assert compounds.parted({"text": [text]}, "sv") == {"Byggföretagen": ["Bygg", "företagen"]}


@pytest.mark.parametrize("word", ["upphandlingar", "annonseringen", "sammanfattning"])
def test_an_ending_is_no_part(word):
    assert compounds.parted(f"{word} annonser ring handling", "sv") == {}


def test_a_language_without_compounds_has_no_joints():
    assert compounds.parted("tilldelningskriterier", "en") == {}


@pytest.mark.parametrize("word", ["x" * 100, "X" * 12, "upphandling" * 9])
def test_what_nobody_spells_has_no_parts(word):
    assert compounds.parted(word, "en") == {word: []}


def test_addresses_and_drawings_are_not_read():
    assert compounds.parted({"href": "tilldelningskriterier", "svg": "tilldelningskriterier"}, "sv") == {}


@pytest.mark.parametrize(
    ("text", "has_wide"),
    [
        ("En UPPHANDLINGSPLAN", True),
        ("Å" * 11, True),
        ("upphandlingsjämställdhetsplan", True),
        ("PLAN FÖR KRAV", False),
        ("upphandlingsplan", False),
    ],
)
def test_long_words_in_capitals_and_very_long_ones_are_seen(text, has_wide):
    assert compounds.has_wide({"title": [text], "svg": "UPPHANDLINGSPLAN"}) is has_wide
