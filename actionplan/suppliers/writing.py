"""The register as a CSV file that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def guarded(text: str) -> str:
    """With an apostrophe before what a spreadsheet would carry out."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def lines(rows: Iterable[Iterable[object]]) -> Iterator[bytes]:
    """Parted by semicolons, in UTF-8 with the mark by which spreadsheets know it; a line at a time."""
    yield "\ufeff".encode()
    for row in rows:
        line = io.StringIO(newline="")
        csv.writer(line, delimiter=";").writerow([guarded(str(cell)) for cell in row])
        yield line.getvalue().encode()
