from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import translation

from ulg import numbers


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("85000", "85000"),
        ("85 000", "85000"),
        ("85\u00a0000,50", "85000.50"),
        ("85\u202f000,5", "85000.5"),
        ("85000.50", "85000.50"),
        ("85.000,50", "85000.50"),
        ("85,000.50", "85000.50"),
        ("1.234.567", "1234567"),
        ("1'234'567", "1234567"),
        ("0,125", "0.125"),
        ("4,5", "4.5"),
        ("-3", "-3"),
        ("\u22123", "-3"),
    ],
)
def test_an_amount_is_read_as_it_was_meant(written, number):
    assert numbers.parse(written) == Decimal(number)


@pytest.mark.parametrize(
    "written", ["", "many", "85 000 kr", "1e5", "NaN", "Infinity", "٣", "1,2,3", "12,34.5,6", "5,", "--5", "1_000"]
)
def test_what_is_no_number_is_refused(written):
    with pytest.raises(numbers.NotANumber):
        numbers.parse(written)


@pytest.mark.parametrize("written", ["85,000", "85.000", "-1.500"])
def test_what_two_readers_read_differently_is_refused(written):
    with pytest.raises(numbers.TwoMeanings):
        numbers.parse(written)


NUMBERS = [Decimal("85000.00"), Decimal("1234567.50"), Decimal("-1000"), Decimal("0.05"), 120]


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("sv", ["85_000", "1_234_567,5", "−1_000", "0,05", "120"]),
        ("en", ["85,000", "1,234,567.5", "−1,000", "0.05", "120"]),
    ],
)
def test_a_figure_is_written_as_the_language_does(language, written):
    assert [numbers.figure(each, language) for each in NUMBERS] == [each.replace("_", "\u00a0") for each in written]


@pytest.mark.parametrize(
    ("language", "written"),
    [("sv", ["85_000", "1_234_567,50", "−1_000"]), ("en", ["85,000", "1,234,567.50", "−1,000"])],
)
def test_an_amount_of_money_has_two_decimals_or_none(language, written):
    shown = [each.replace("_", "\u00a0") for each in written]

    assert [numbers.amount(each, language) for each in NUMBERS[:3]] == shown
    assert [numbers.money(each, "kr", language) for each in NUMBERS[:3]] == [f"{each}\u00a0kr" for each in shown]


def test_the_language_of_the_text_decides_and_not_that_of_the_page():
    with translation.override("sv"):
        assert numbers.figure(Decimal("1234.5"), "en") == "1,234.5"


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("number", NUMBERS)
def test_what_a_field_shows_is_read_back(number, language):
    assert numbers.parse(numbers.in_field(number, language)) == number


@pytest.mark.parametrize(
    ("number", "language", "written"), [("2", "en", "2.0"), ("1.26", "sv", "1,3"), ("-0.4", "sv", "−0,4")]
)
def test_a_mean_has_one_decimal(number, language, written):
    assert numbers.mean(Decimal(number), language) == written


@pytest.mark.parametrize(
    ("size", "english", "swedish"),
    [
        (1, "1 kB", "1 kB"),
        (1_499, "1 kB", "1 kB"),
        (340_000, "340 kB", "340 kB"),
        (999_499, "999 kB", "999 kB"),
        (999_500, "1 MB", "1 MB"),
        (1_234_567, "1.2 MB", "1,2 MB"),
        (25_000_000, "25 MB", "25 MB"),
    ],
)
def test_size_of_a_file_is_written_in_the_language(size, english, swedish):
    written = [numbers.file_size(size, language).replace(numbers.NO_BREAK_SPACE, " ") for language in ("en", "sv")]

    assert written == [english, swedish]
