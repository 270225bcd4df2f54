"""Files of invented suppliers, as spreadsheets write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

import openpyxl

HEADER = ("Organisation number", "Name", "Ownership", "Source", "Source date")
FIRMS = (
    ("556000-0001", "Ny Städ AB", "Women-owned", "Survey", "2025-02-14"),
    ("556000-0002", "Ren Luft AB", "Mixed", "Survey", "2025-02-14"),
    ("556000-0003", "Åkeri i Norr AB", "Unknown", "Survey", "2025-02-14"),
)
Rows = Iterable[Iterable[object]]


def as_csv(
    rows: Rows = FIRMS, *, header: Iterable[str] = HEADER, separator: str = ";", encoding: str = "utf-8"
) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator).writerows([header, *rows])
    return written.getvalue().encode(encoding)


def as_xlsx(rows: Rows = FIRMS, *, header: Iterable[str] = HEADER) -> bytes:
    book = openpyxl.Workbook()
    for row in [header, *rows]:
        book.active.append([*row])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()
