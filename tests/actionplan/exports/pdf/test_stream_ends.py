from __future__ import annotations

import zlib
from functools import cache

import pytest

from actionplan.exports.pdf import stream_ends
from tests.actionplan.exports import documents, files, pdfs


def plan(number: int) -> dict:
    """Each of 256 has a checksum that ends in another byte: the code of this letter is odd."""
    return documents.plan(actions=1) | {"title": "Plan " + number * "a"}


def as_compiled(document: dict) -> bytes:
    """The file before its streams are looked at."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stream_ends, "repaired", lambda pdf: pdf)
        return files.pdf(document, {})


@cache
def with_such_an_ending(*, of_the_attachment: bool) -> tuple[dict, bytes]:
    """A plan and its file as compiled: a stream of it ends so, or just the attached document, by its checksum."""
    plans = map(plan, range(5000))
    if of_the_attachment:
        document = next(each for each in plans if zlib.adler32(files.json(each)) % 256 == ord("\r"))
        return document, as_compiled(document)
    return next((each, pdf) for each in plans if stream_ends.AMBIGUOUS in (pdf := as_compiled(each)))


each_stream = pytest.mark.parametrize("of_the_attachment", [False, True], ids=["any", "attachment"])


@each_stream
def test_a_stream_that_ends_as_a_line_does_ends_otherwise(of_the_attachment):
    _document, before = with_such_an_ending(of_the_attachment=of_the_attachment)

    after = stream_ends.repaired(before)

    assert (stream_ends.AMBIGUOUS in before, stream_ends.AMBIGUOUS in after) == (True, False)


@each_stream
def test_the_validators_find_nothing_in_such_a_file(of_the_attachment):
    document, _before = with_such_an_ending(of_the_attachment=of_the_attachment)

    assert pdfs.findings(files.pdf(document, {})) == []


@each_stream
def test_such_a_file_holds_what_it_held(of_the_attachment):
    document, before = with_such_an_ending(of_the_attachment=of_the_attachment)

    after = stream_ends.repaired(before)

    assert pdfs.flowing(after) == pdfs.flowing(before)
    assert dict(pdfs.reader(after).attachments) == {"plan.json": [files.json(document)]}


def test_a_file_without_such_an_ending_stays_as_it_is():
    pdf = b"%PDF-1.7\n1 0 obj\n<<>>\nstream\nq Q\nendstream\nendobj\n"

    assert stream_ends.repaired(pdf) == pdf
