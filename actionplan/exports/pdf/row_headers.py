"""The first cell of a table's row is its header, which the compiler cannot say yet: it marks the columns' alone.

A cell is marked in place, in as many bytes as before, so nothing else in the file moves. The other cells give up the
list of their headers, which names the column's alone: the headers' own scopes say both.
"""

from __future__ import annotations

import re

FIRST = re.compile(rb"/S/TD(/P \d+ 0 R)/A\[<</O/Table(/Headers\[\(U\d+x0y0\)\])")
OTHER = re.compile(rb"(/S/TD/P \d+ 0 R/A\[<</O/Table)(/Headers\[\(U\d+x[1-9]\d*y0\)\])")


def marked(pdf: bytes) -> bytes:
    """The file with a header for every row of every table."""
    pdf = FIRST.sub(lambda cell: b"/S/TH%s/A[<</O/Table%s" % (cell[1], b"/Scope/Row".ljust(len(cell[2]))), pdf)
    return OTHER.sub(lambda cell: b"%s%s" % (cell[1], b"".ljust(len(cell[2]))), pdf)
