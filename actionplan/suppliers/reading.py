"""Rows of a table as firms: each with what is wrong with it, so that nothing is taken that is not certain."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import IO, Any

from actionplan.reference.supplier_columns import COLUMNS, NEEDED, OWNERSHIPS
from actionplan.reference.suppliers import Ownership
from actionplan.suppliers import organisation_numbers, tables
from actionplan.suppliers.tables import Refusal, Table, Value
from ulg.plaintext import one_line

MOST_ROWS = 100_000
LONGEST = {"shown_number": 40, "name": 200, "source": 200}
TEN_DIGITS = {"SE"}  # countries whose numbers all have ten digits, so that a shorter one has lost its first
DAY = re.compile(r"(?:(\d{4})-?(\d\d)-?(\d\d)|(\d\d?)\.(\d\d?)\.(\d{4}))")
GUARDED = re.compile(r"^'(?=[=+\-@\t\r])")  # as the portal's own file has them, see `suppliers.writing`


@dataclass(frozen=True, slots=True)
class Firm:
    """A row of the file that can be taken."""

    row: int
    number: str
    shown_number: str
    name: str
    ownership: str
    source: str
    source_on: str  # ISO 8601


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a row, in which column, and with which words of it."""

    row: int
    column: str
    reason: str
    about: str = ""


@dataclass
class Sheet:
    """Everything that a file says: its rows are the firms and those that are skipped."""

    firms: list[Firm] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def skipped(self) -> int:
        return len({problem.row for problem in self.problems})

    def packed(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def unpacked(cls, values: dict[str, Any]) -> Sheet:
        return cls([Firm(**each) for each in values["firms"]], [Problem(**each) for each in values["problems"]])


@dataclass(frozen=True)
class Missing:
    """What stands for a source and its date where a row has none, and the country whose numbers they are."""

    source: str = ""
    source_on: date | None = None
    country: str = ""


def read(opened: IO[bytes], missing: Missing) -> Sheet:
    """Refusal where the file as a whole cannot be read."""
    rows = tables.read(opened, lambda row: len(_columns(row)))
    columns = _header(rows)
    sheet = Sheet()
    for counted, (number, cells) in enumerate(rows, 1):
        if counted > MOST_ROWS:
            raise Refusal("too_many")
        values = {name: cells[place] if place < len(cells) else None for name, place in columns.items()}
        firm, problems = _firm(number, values, missing)
        sheet.firms += [firm] if firm else []
        sheet.problems += problems
    if not sheet.firms and not sheet.problems:
        raise Refusal("no_rows")
    _refuse_repeated(sheet)
    return sheet


def _columns(row: Iterable[Value]) -> dict[str, int]:
    """The place of each column by its name; of two that are called alike the first."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        plain = _letters(str(cell or ""))
        for name, words in COLUMNS.items():
            if plain in words:
                found.setdefault(name, place)
    return found


def _header(rows: Table) -> dict[str, int]:
    first = next(rows, None)
    if first is None:
        raise Refusal("empty")
    columns = _columns(first[1])
    if lacking := [name for name in COLUMNS if name in NEEDED and name not in columns]:
        raise Refusal("no_column", lacking[0])
    return columns


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _firm(row: int, values: dict[str, Value], missing: Missing) -> tuple[Firm | None, list[Problem]]:
    problems: list[Problem] = []

    def wrong(column: str, reason: str, about: str = "") -> str:
        problems.append(Problem(row, column, reason, about[:80]))
        return ""

    shown = _number(values.get("number"), missing.country, wrong)
    name = GUARDED.sub("", _text(values.get("name"))) or wrong("name", "no_name")
    source = GUARDED.sub("", _text(values.get("source"))) or missing.source or wrong("source", "no_source")
    day = _day(values.get("source_on"), missing.source_on, wrong)
    said = _text(values.get("ownership"))
    ownership = OWNERSHIPS.get(_letters(said)) or wrong("ownership", "unknown_word", said)
    for column, text in (("shown_number", shown), ("name", name), ("source", source)):
        if len(text) > LONGEST[column]:
            wrong("number" if column == "shown_number" else column, "too_long", text)
    number = organisation_numbers.stored_form(shown)
    if shown and not organisation_numbers.is_number(number):
        wrong("number", "no_number", shown)
    if problems:
        return None, problems
    return Firm(row, number, shown, name, Ownership(ownership).value, source, day), []


def _number(value: Value, country: str, wrong: Any) -> str:
    """As it is written, or as it was before a spreadsheet took it for an amount."""
    if isinstance(value, int | float):
        if not math.isfinite(value) or value != int(value) or value < 0:
            return wrong("number", "no_number", str(value))
        digits = str(int(value))
        if country in TEN_DIGITS and len(digits) < 10:
            return wrong("number", "lost_digits", digits)
        return digits
    text = GUARDED.sub("", _text(value))
    if not text:
        return wrong("number", "none")
    found = organisation_numbers.mended(text)
    return wrong("number", "lost_digits", text) if found is None else found


def _day(value: Value, otherwise: date | None, wrong: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    text = _text(value)
    if not text:
        return otherwise.isoformat() if otherwise else wrong("source_on", "no_day")
    found = DAY.fullmatch(text)
    if not found:
        return wrong("source_on", "bad_day", text)
    year, month, day = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return wrong("source_on", "bad_day", text)


def _text(value: Value) -> str:
    return "" if value is None else one_line(str(value))


def _refuse_repeated(sheet: Sheet) -> None:
    """A number that stands twice: what repeats a row is skipped, and rows that contradict each other all are."""
    rows: dict[str, list[Firm]] = defaultdict(list)
    for firm in sheet.firms:
        rows[firm.number].append(firm)
    left_out: set[int] = set()
    for same in (each for each in rows.values() if len(each) > 1):
        agree = len({(firm.name, firm.ownership, firm.source, firm.source_on) for firm in same}) == 1
        for firm in same[1:] if agree else same:
            other = same[0] if firm is not same[0] else same[1]
            sheet.problems.append(Problem(firm.row, "number", "repeats" if agree else "contradicts", str(other.row)))
            left_out.add(firm.row)
    sheet.firms = [firm for firm in sheet.firms if firm.row not in left_out]
    sheet.problems.sort(key=lambda problem: problem.row)
