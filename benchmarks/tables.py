from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

KEPT, MISSED = "kept", "MISSED"


def verdict(value: float, limit: float | None) -> tuple[str, str]:
    """The limit, and whether the value stays within it."""
    if limit is None or math.isnan(value):
        return "", ""
    return f"≤ {limit:g}", KEPT if value <= limit else MISSED


def show(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table with its first column to the left and figures to the right."""
    lines = [list(head), *[list(row) for row in rows]]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    print(f"\n{title}\n")
    for number, line in enumerate(lines):
        cells = [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
        print("  ".join([line[0].ljust(widths[0]), *cells]).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))
