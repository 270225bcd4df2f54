from __future__ import annotations

import re

from actionplan.exports.pdf.objects import Objects
from tests.actionplan.exports import pdfs


def test_the_table_at_the_end_follows_what_becomes_longer_and_shorter():
    objects = Objects(pdfs.file_of(b"<<one>>", b"<<two>>", b"<<three>>", b"<<four>>"))

    objects[1], objects[3] = b"<<much longer>>", b"<<>>"

    assert objects.written() == pdfs.file_of(b"<<much longer>>", b"<<two>>", b"<<>>", b"<<four>>")


def test_an_object_is_found_by_its_beginning_and_no_text_that_looks_like_one():
    objects = Objects(pdfs.file_of(b"<</S/Caption>>", b"(2 0 obj\n<</S/Caption>>)", b"<</S/P>>"))

    assert list(objects.beginning(b"<</S/Caption")) == [1]


def test_every_object_of_a_plan_is_where_the_table_says(published):
    table = int(re.search(rb"startxref\n(\d+)\n", published)[1])
    entries = re.findall(rb"(\d{10}) 00000 n", published[table:])

    places = {int(entry): b"%d 0 obj" % number for number, entry in enumerate(entries, 1)}

    assert len(entries) > 3000
    assert {place for place, head in places.items() if not published.startswith(head + b"\n", place)} == set()
