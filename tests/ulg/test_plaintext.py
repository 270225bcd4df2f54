from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ulg.plaintext import clean, one_line, visible_in

INVISIBLE = [
    *("\u00ad", "\u034f", "\u061c", "\u115f", "\u1160", "\u17b4", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e"),
    *("\u202e", "\u2060", "\u2066", "\u2069", "\u206a", "\ufe00", "\ufe0f", "\ufeff", "\ufff9", "\ufffc", "\U000e0041"),
    *("\x00", "\x1b", "\x7f", "\ud800", "\ue000", "\ufdd0", "\uffff", "\U0001ffff", "\U000e0100", "\U0010fffd"),
]
BLANK = ["\u2800", "\u3164", "\uffa0", "\u00a0", "\u3000", " ", "\t", "\n"]
PIECES = [
    *INVISIBLE,
    *BLANK,
    "a",
    "7",
    "å",
    "a\u030a",
    "م",
    "क",
    "्",
    "❤",
    "👩",
    "🔧",
    "\u0338",
    "\u2adc",
    "\r\n",
    "\u2028",
]
texts = st.lists(st.sampled_from(PIECES) | st.characters(), max_size=12).map("".join)


@pytest.mark.parametrize("character", INVISIBLE, ids=ascii)
def test_a_character_that_nobody_sees_is_not_kept(character):
    assert clean(f"Anna{character} {character}A{character}") == "Anna A"


@pytest.mark.parametrize("character", [*INVISIBLE, *BLANK], ids=ascii)
def test_a_text_in_which_nothing_is_seen_is_empty(character):
    assert (clean(character * 3), one_line(character * 3)) == ("", "")


@pytest.mark.parametrize("blank", ["\u2800", "\u3164", "\uffa0"], ids=ascii)
def test_what_looks_like_a_space_is_one(blank):
    assert clean(f"Mål{blank}2027") == "Mål 2027"


@pytest.mark.parametrize(
    "written",
    [
        "Å\tä\n\u00a0ö ñ",
        "می\u200cخواهم",
        "ه\u200d",
        "क्\u200dष",
        "क्\u200cष",
        "👩\u200d🔧 👩🏽\u200d🔧 ❤\ufe0f\u200d🔥 ⚖\ufe0f",
        "1\ufe0f\u20e3",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "葛\U000e0100",
    ],
    ids=ascii,
)
def test_what_a_script_or_a_picture_is_written_with_is_kept(written):
    assert clean(written) == written


def test_letters_are_composed_and_lines_end_plainly():
    assert clean("Umea\u030a\r\nb\rc\u2028d\x0be") == "Umeå\nb\nc\nd\ne"


def test_bullets_of_word_are_bullets():
    assert clean("\uf0b7 lots\n\uf0a7 criteria \uf0e0 \uf041") == "• lots\n• criteria → "


def test_one_line_joins_what_stood_on_several():
    assert one_line("  Too\r\nlarge\u00a0 \u200blots\x07 \u2800") == "Too large lots"


def test_texts_in_json_lose_what_nobody_sees():
    assert visible_in({"ti\x00tle": ["A\u200b", "e\u0301"], "n": [1, None]}) == {
        "title": ["A", "e\u0301"],
        "n": [1, None],
    }


@given(texts)
@example("\u2adc\ufe00")
@example("م\u200c\u2800م")
def test_cleaning_again_changes_nothing(written):
    assert clean(clean(written)) == clean(written)
    assert one_line(one_line(written)) == one_line(written) == one_line(clean(written))


@given(texts)
def test_no_letter_figure_or_punctuation_is_lost(written):
    seen = [each for each in unicodedata.normalize("NFC", clean(written)) if unicodedata.category(each)[0] in "LNP"]
    blanks = set("\u115f\u1160\u3164\uffa0\u2800")
    wanted = [each for each in unicodedata.normalize("NFC", written) if unicodedata.category(each)[0] in "LNP"]

    assert "".join(_letters(seen)) == "".join(_letters(each for each in wanted if each not in blanks))


def _letters(characters):
    """Base letters alone: which of them carry a mark changes when an invisible character between them goes."""
    for each in unicodedata.normalize("NFD", "".join(characters)):
        if unicodedata.category(each)[0] in "LNP":
            yield each
