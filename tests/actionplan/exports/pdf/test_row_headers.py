from __future__ import annotations

from actionplan.exports.pdf import row_headers
from tests.actionplan.exports import pdfs

FIRST = b"<</Type/StructElem/S/TD/P 225 0 R/A[<</O/Table/Headers[(U1x0y0)]>>]/K[6]/Pg 3934 0 R>>"
OTHER = b"<</Type/StructElem/S/TD/P 225 0 R/A[<</O/Table/Headers[(U1x12y0)]>>]/K[7]/Pg 3934 0 R>>"


def test_the_first_cell_becomes_a_header_of_its_row_and_no_byte_moves():
    marked = row_headers.marked(FIRST + OTHER)

    assert len(marked) == len(FIRST + OTHER)
    assert marked == (
        b"<</Type/StructElem/S/TH/P 225 0 R/A[<</O/Table/Scope/Row        >>]/K[6]/Pg 3934 0 R>>"
        b"<</Type/StructElem/S/TD/P 225 0 R/A[<</O/Table                   >>]/K[7]/Pg 3934 0 R>>"
    )


def test_every_row_of_the_plan_has_a_header(published):
    tables = [tag for tag in pdfs.tags(published) if tag["/S"] == "/TBody"]
    rows = [row.get_object() for table in tables for row in table["/K"]]

    cells = [[cell.get_object() for cell in row["/K"]] for row in rows]

    assert len(rows) > 100
    assert [
        row for row in cells if [cell["/A"][0].get("/Scope") for cell in row] != ["/Row"] + [None] * len(row[1:])
    ] == []
    assert {str(cell["/S"]) for row in cells for cell in row[1:]} == {"/TD"}
