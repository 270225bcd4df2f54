from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.suppliers import reading, tables
from actionplan.suppliers.reading import Firm, Missing, Problem, Sheet
from actionplan.suppliers.tables import Refusal
from tests.suppliers import FIRMS, HEADER, as_csv, as_xlsx

OTHERWISE = Missing("Register", date(2024, 1, 2), "SE")


def read(data: bytes, missing: Missing = OTHERWISE) -> Sheet:
    return reading.read(io.BytesIO(data), missing)


def refused(data: bytes) -> tuple[str, str]:
    with pytest.raises(Refusal) as refusal:
        read(data)
    return refusal.value.reason, refusal.value.about


def problems(*cells: object, header=HEADER, data=as_csv) -> list[tuple[str, str, str]]:
    return [(each.column, each.reason, each.about) for each in read(data([cells], header=header)).problems]


EXPECTED = [
    Firm(2, "5560000001", "556000-0001", "Ny Städ AB", "women-owned", "Survey", "2025-02-14"),
    Firm(3, "5560000002", "556000-0002", "Ren Luft AB", "mixed", "Survey", "2025-02-14"),
    Firm(4, "5560000003", "556000-0003", "Åkeri i Norr AB", "unknown", "Survey", "2025-02-14"),
]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_csv_is_read_in_every_encoding_and_with_every_separator(separator, encoding):
    found = read(as_csv(separator=separator, encoding=encoding))

    assert (found.firms, found.problems) == (EXPECTED, [])


def test_workbook_is_read_as_it_is_shown():
    rows = [(5560000001, "Ny Städ AB", "Kvinnoägt", None, datetime(2025, 2, 14)), (5.560000002e9, "Ren", "", "S", None)]

    found = read(as_xlsx(rows))

    assert found.firms == [
        Firm(2, "5560000001", "5560000001", "Ny Städ AB", "women-owned", "Register", "2025-02-14"),
        Firm(3, "5560000002", "5560000002", "Ren", "unknown", "S", "2024-01-02"),
    ]


def test_columns_are_found_in_any_order_and_in_swedish():
    header = ("Källans datum", "Ägande", "Antal", "LEVERANTÖR", "Org.nr")

    [firm] = read(as_csv([("14.2.2025", "leds av kvinnor", "7", "Ny Städ AB", "556000-0001")], header=header)).firms

    assert firm == Firm(2, "5560000001", "556000-0001", "Ny Städ AB", "women-led", "Register", "2025-02-14")


def test_separator_that_excel_states_is_no_row():
    assert read(b"sep=;\r\n" + as_csv()).firms[0].row == 3


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("", "A", "mixed", "S", "2025-01-01"), ("number", "none", "")),
        (("none", "A", "mixed", "S", "2025-01-01"), ("number", "no_number", "none")),
        (("5.56E+09", "A", "mixed", "S", "2025-01-01"), ("number", "lost_digits", "5.56E+09")),
        (("556000-0001", "", "mixed", "S", "2025-01-01"), ("name", "no_name", "")),
        (("556000-0001", "A", "half", "S", "2025-01-01"), ("ownership", "unknown_word", "half")),
        (("556000-0001", "A", "mixed", "S", "03/04/2025"), ("source_on", "bad_day", "03/04/2025")),
        (("556000-0001", "A", "mixed", "S", "2025-02-30"), ("source_on", "bad_day", "2025-02-30")),
        (("556000-0001", "A" * 201, "mixed", "S", "2025-01-01"), ("name", "too_long", "A" * 80)),
    ],
)
def test_row_that_is_wrong_says_where_and_why(cells, expected):
    assert problems(*cells) == [expected]


def test_source_and_date_are_missed_where_the_form_has_none_either():
    found = read(as_csv([("556000-0001", "A", "mixed")], header=HEADER[:3]), Missing())

    assert [(each.column, each.reason) for each in found.problems] == [("source", "no_source"), ("source_on", "no_day")]
    assert (found.firms, found.skipped) == ([], 1)


def test_number_of_a_workbook_that_has_lost_its_first_digits_is_named():
    assert problems(12311234, "A", "mixed", data=as_xlsx) == [("number", "lost_digits", "12311234")]
    assert problems(5.5, "A", "mixed", data=as_xlsx) == [("number", "no_number", "5.5")]


def test_formula_in_a_csv_stays_text_and_the_apostrophe_of_our_own_file_goes():
    names = ['=HYPERLINK("x")', "'=1+1", "'Tis AB"]
    found = read(as_csv([(f"556000-000{place}", name, "mixed") for place, name in enumerate(names)], header=HEADER[:3]))

    assert [firm.name for firm in found.firms] == ['=HYPERLINK("x")', "=1+1", "'Tis AB"]


def test_number_that_stands_twice_is_named():
    first, second, third = FIRMS
    again = ("SE556000000101", *first[1:])

    found = read(as_csv([first, first, second, (second[0], "Other AB", *second[2:]), third, again]))

    assert [firm.row for firm in found.firms] == [2, 6]
    assert found.problems == [
        Problem(3, "number", "repeats", "2"),
        Problem(4, "number", "contradicts", "5"),
        Problem(5, "number", "contradicts", "4"),
        Problem(7, "number", "repeats", "2"),
    ]


def xlsx_with(**parts: bytes) -> bytes:
    packed = io.BytesIO(as_xlsx())
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(f"xl/{name}.xml", data)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", ("empty", "")),
        (b" \n\n", ("empty", "")),
        (as_csv([]), ("no_rows", "")),
        (as_xlsx([]), ("no_rows", "")),
        (as_csv(header=HEADER[:2]), ("no_column", "ownership")),
        (b"%PDF-1.7", ("wrong_type", "")),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ("old_excel", "")),
        (as_xlsx()[:-300], ("damaged", "")),
        (b"PK\x03\x04 and nothing more", ("damaged", "")),
        (xlsx_with(more=b" " * 5_000_000), ("bomb", "")),
        (xlsx_with(more=b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), ("wrong_type", "")),
        (b"\x00\x01\x02\x03" * 10, ("no_column", "number")),
    ],
)
def test_file_that_is_no_table_is_refused(data, reason):
    assert refused(data) == reason


def test_file_with_too_many_rows_or_bytes_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 2)
    assert refused(as_csv()) == ("too_many", "")
    monkeypatch.setattr(tables, "LARGEST", 10)
    assert refused(as_csv()) == ("too_large", "")


def test_sheet_with_a_row_far_below_is_refused(monkeypatch):
    monkeypatch.setattr(tables, "MOST_PLACES", 3)
    assert refused(as_xlsx()) == ("bomb", "")


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=9), min_size=5, max_size=5), max_size=8))
def test_every_row_is_a_firm_or_is_skipped(rows):
    kept = [*FIRMS, *(row for row in rows if any(cell.strip() for cell in row))]

    found = read(as_csv([*FIRMS, *rows]))

    assert len(found.firms) + found.skipped == len(kept)
    assert {firm.row for firm in found.firms} & {problem.row for problem in found.problems} == set()


def test_sheet_is_the_same_after_it_was_stored():
    sheet = read(as_csv([*FIRMS, ("x", "", "", "", "")]))

    assert Sheet.unpacked(sheet.packed()) == sheet
