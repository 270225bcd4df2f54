from __future__ import annotations

from decimal import Decimal

import pytest

from actionplan import amounts


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
    assert amounts.parse(written) == Decimal(number)


@pytest.mark.parametrize(
    "written", ["", "many", "85 000 kr", "1e5", "NaN", "Infinity", "٣", "1,2,3", "12,34.5,6", "5,", "--5", "1_000"]
)
def test_what_is_no_number_is_refused(written):
    with pytest.raises(amounts.NotANumber):
        amounts.parse(written)


@pytest.mark.parametrize("written", ["85,000", "85.000", "-1.500"])
def test_what_two_readers_read_differently_is_refused(written):
    with pytest.raises(amounts.TwoMeanings):
        amounts.parse(written)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (Decimal("85000.00"), "85\u00a0000"),
        (Decimal("1234567.5"), "1\u00a0234\u00a0567,50"),
        (Decimal("-4"), "-4"),
        (120, "120"),
    ],
)
def test_an_amount_is_shown_in_threes(number, shown):
    assert amounts.show(number, ",") == shown


def test_what_is_shown_is_read_back():
    number = Decimal("1234567.89")

    assert amounts.parse(amounts.show(number, ".")) == number
