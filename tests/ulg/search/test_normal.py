from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulg.search import Query, normal_form, search_text

# Whatever has a form of its own: letters, signs, spaces, figures, and what text from anywhere holds
SIGNS = "aAåÅäöøØłŁđĐßẞæÆœıİi̇þŋ–—‑−-’‘“”»«'\"´`  \t\n\u00a0\u202f\u00ad\u200b\ufeff²⁶₂½…,.^0123456789٣H"
texts = st.text(st.one_of(st.sampled_from(SIGNS), st.characters()), max_size=60)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Åtgärder för jämställdhet", "atgarder for jamstalldhet"),
        ("Straße", "strasse"),
        ("Łódź, Đakovo, Øresund, Þór", "lodz. dakovo. oresund. thor"),
        ("Æon och œuvre", "aeon och oeuvre"),
        ("İSTANBUL Diyarbakır", "istanbul diyarbakir"),
        ("2027–2030, 2027 — 2030", "2027-2030. 2027 - 2030"),
        ("non‑breaking", "non-breaking"),
        ("”mandat” »mandat« “mandat”", "mandat mandat mandat"),
        ("don’t", "dont"),
        ("12\u00a0000 och 1 234 567", "12000 och 1234567"),
        ("10⁶ m² CO₂", "106 m2 co2"),
        ("10^6", "106"),
        ("3,5 procent", "3.5 procent"),
        ("upp\u00adhand\u200bling\ufeff", "upphandling"),
        ("  two\n\tlines ", "two lines"),
        ("ﬁnal ½ ＡＢ", "final 1/2 ab"),
        ("٣٤", "34"),
        ("ΑΘΉΝΑ", "αθηνα"),
    ],
)
def test_the_normal_form_is_what_anybody_can_type(written, typed):
    assert normal_form(written) == typed


@given(texts)
def test_the_normal_form_has_one_form_only(text):
    assert normal_form(normal_form(text)) == normal_form(text)


@given(texts)
def test_composed_and_decomposed_text_are_one(text):
    forms = {normal_form(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}

    assert forms == {normal_form(text)}


@given(st.text(st.sampled_from("åäöÅÄÖéüñçøłđßæ ABCabc-"), max_size=40))
def test_capitals_make_no_difference(text):
    assert normal_form(text.upper()) == normal_form(text.lower())


@given(texts, st.data())
def test_any_words_of_a_text_find_it_in_any_order(text, data):
    words = [word for word in text.split() if normal_form(word)]
    chosen = data.draw(st.permutations(words))[:5]

    # A single letter and a number alone are a code: see test_query
    assert Query.of(" ".join([*chosen, "title"])).finds(search_text([f"Title {text}"]))


@given(texts, st.data())
def test_any_part_of_a_word_finds_it(text, data):
    word = data.draw(st.sampled_from(text.split() or ["word"]))
    start = data.draw(st.integers(0, len(word)))
    part = normal_form(word[start : data.draw(st.integers(start, len(word)))])

    assert part in normal_form(f"{text} word")


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (["H-05", "Lots are too large"], "h-05 lots are too large |h|5|"),
        (["As in H–05, Å12 and b007"], "as in h-05. a12 and b007 |a|12| |b|7| |h|5|"),
        (["covid-19", "SH-10000", "h-5x", "2027-03"], "covid-19 sh-10000 h-5x 2027-03"),
        ([], ""),
    ],
)
def test_codes_are_kept_beside_the_words(texts, kept):
    assert search_text(texts) == kept
