from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ulg.search.test_normal import texts
from ulg.search import Query, excerpt, marked


def with_marks(pieces):
    return "".join(f"[{piece.text}]" if piece.is_found else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("typed", "text", "shown"),
    [
        ("jamstalld", "Jämställdhet i Umeå", "[Jämställd]het i Umeå"),
        ("umea jam", "Jämställdhet i Umeå", "[Jäm]ställdhet i [Umeå]"),
        ("h5", "Se H–05, ej H-50", "Se [H–05], ej H-50"),
        ("12000", "kostar 12 000 kr", "kostar [12 000] kr"),
        ("dont", "we don’t know", "we [don’t] know"),
        ("<b>", "a <b> tag", "a [<b>] tag"),
        ("strasse", "Hauptstraße 5", "Haupt[straße] 5"),
        ("absent", "nothing here", "nothing here"),
    ],
)
def test_what_was_sought_is_marked_as_it_is_written(typed, text, shown):
    assert with_marks(marked(text, Query.of(typed))) == shown


def test_an_excerpt_shows_the_words_in_their_surroundings():
    before, after = "word " * 40, " more" * 40

    shown = with_marks(excerpt(f"{before}found{after}", Query.of("found")))

    assert shown == f"…{'word ' * 13}[found]{' more' * 13}…"


def test_an_excerpt_shows_a_few_places_only():
    text = " ".join(["found", *["word"] * 60] * 8)

    pieces = excerpt(text, Query.of("found"))

    assert sum(piece.is_found for piece in pieces) == 3
    assert sum(len(piece.text) for piece in pieces) < 600


def test_where_no_word_stands_the_text_begins():
    assert with_marks(excerpt("more " * 40, Query.of("absent"))) == f"{'more ' * 27}more…"
    assert excerpt("", Query.of("absent")) == []


@given(texts, st.text(max_size=20))
def test_marking_changes_no_letter(text, typed):
    assert "".join(piece.text for piece in marked(text, Query.of(typed))) == text


@given(texts, st.text(max_size=20))
def test_an_excerpt_says_only_what_stands_in_the_text(text, typed):
    flat = " ".join(text.split())

    for piece in excerpt(text, Query.of(typed)):
        assert piece.text.replace("…", "").strip() in flat or piece.text.strip(" ") == "…"


@given(texts)
def test_a_word_of_the_text_is_marked(text):
    for word in text.split()[:3]:
        sought = Query.of(f"{word} title")
        found = {piece.text for piece in marked(f"{text} title", sought) if piece.is_found}
        assert found
