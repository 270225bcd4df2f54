from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulg.search import Query, search_text


@pytest.mark.parametrize("typed", ["H-05", "H05", "h 5", "H5", "H–05", "h - 5", " (H‑005) ", "h-5."])
def test_a_code_is_found_however_it_is_typed(typed):
    found = [code for code in ("H-05", "H-50", "H-51", "S-05", "H-105") if Query.of(typed).finds(search_text([code]))]

    assert found == ["H-05"]


@pytest.mark.parametrize(
    ("typed", "text", "is_found"),
    [
        ("krav lots", "Lots are large, and so are krav", True),
        ("krav lots", "Lots are large", False),
        ("hinder, lösning!", "En lösning på ett hinder", True),
        ("upphandling – krav", "Upphandling: krav", True),
        ("i 5 år", "År 5 i rad", True),
        ("h 5 krav", "H-05 krav", True),
        ("100 %", "100 procent", True),
        ("50 m2", "50 m² golv", True),
        ("12000", "kostar 12 000 kr", True),
        ("12 000", "kostar 12000 kr", True),
        ("%", "100 procent", False),
        ("%", "100 %", True),
        ("a_b", "a-b", False),
        ("see H-05", "Compare “H–05”, see there", True),
    ],
)
def test_every_word_must_be_found(typed, text, is_found):
    assert Query.of(typed).finds(search_text([text])) is is_found


@pytest.mark.parametrize("typed", ["", "   ", "”", "\u200b\u00ad", "\x00", "\ud800"])
def test_nothing_that_can_be_seen_asks_for_nothing(typed):
    assert not Query.of(typed)


@pytest.mark.parametrize(
    ("typed", "terms", "is_cut"),
    [
        (" ".join(map(str, range(1000, 1012))), 12, False),
        (" ".join(map(str, range(1000, 1013))), 12, True),
        ("x" * 200, 1, False),
        ("x" * 100_000, 1, True),
        ("same " * 20, 1, False),
    ],
)
def test_a_long_query_is_cut_and_says_so(typed, terms, is_cut):
    query = Query.of(typed)

    assert (len(query.terms), query.is_cut) == (terms, is_cut)


@given(st.text(max_size=300))
def test_a_query_of_anything_is_a_query(typed):
    assert len(Query.of(typed).terms) <= 12
