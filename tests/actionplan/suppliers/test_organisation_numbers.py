from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.suppliers import organisation_numbers


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("556036-0793", "5560360793"),
        ("556036 0793", "5560360793"),
        ("SE556036079301", "5560360793"),
        ("SE 556036-0793 01", "5560360793"),
        ("SE556036079401", "5560360794"),
        ("16556036-0793", "5560360793"),
        ("556036079301", "5560360793"),
        ("198112189876", "8112189876"),
        ("165560360794", "165560360794"),  # its check digit is another: no Swedish number
        ("NO 999 999 999 MVA", "999999999MVA"),
        ("ESA12345678", "A12345678"),
        ("EL123456789", "123456789"),
        ("HRB 12345", "HRB12345"),
        ("\uff15\uff15\uff16036-0793", "5560360793"),
        ('="5560360793"', "5560360793"),
        ("", ""),
    ],
)
def test_number_has_one_form_however_it_is_written(written, stored):
    assert organisation_numbers.stored_form(written) == stored


@given(st.text(max_size=60))
def test_stored_form_is_its_own_or_fits_its_column(text):
    stored = organisation_numbers.stored_form(text)

    assert len(stored) <= organisation_numbers.LONGEST
    assert stored == "".join(sign for sign in stored if sign.isalnum())


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("5560360793.0", "5560360793"),
        ("5,560360793E+09", "5560360793"),
        ("5.56E+09", None),
        ("5,56E+09", None),
        ("556036-0793", "556036-0793"),
    ],
)
def test_what_a_spreadsheet_made_of_a_number_is_undone_where_no_digit_is_lost(cell, number):
    assert organisation_numbers.mended(cell) == number
