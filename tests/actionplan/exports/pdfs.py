"""Reading a PDF back: its pages as text, its tags, its attachment, and what a validator finds wrong with it."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from typing import Any, NamedTuple

import page
from lxml import html
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

# The one false finding: page-validation 0.11 miscounts a compressed stream whose last byte happens to be 0D, because it
# takes that byte for part of the line end before "endstream". The portal packs
# such a stream anew (endings.py); what is left are those that are no page's, such as a font's.
FALSE = {"PDFA3A-STREAM-LENGTH-001"}


def findings(pdf: bytes) -> list[str]:
    """What PDF/UA-1 and PDF/A-3a say against the file."""
    limits = page.SafetyLimits.unlimited()
    reports = [page.validate_pdf_bytes(pdf, profile=profile, limits=limits) for profile in ("ua1", "3a")]
    return [
        f"{failure.rule_id} {failure.message}"
        for report in reports
        for failure in report.failures
        if failure.rule_id not in FALSE
    ]


def file_of(*contents: bytes) -> bytes:
    """The least of a file that has these objects."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(contents, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    entries = b"".join(b"%010d 00000 n\r\n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(contents) + 1)
    return body + head + entries + b"trailer\n<</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text(pdf: bytes) -> str:
    """The pages in the order in which they are read, words with soft hyphens joined again."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode().replace("\u00ad\n", "").replace("\u00ad", "").replace("\u00a0", " ")


def pages(pdf: bytes) -> list[str]:
    """The text of each page without line ends."""
    return [" ".join(each.split()) for each in text(pdf).split("\f")[:-1]]


def flowing(pdf: bytes) -> str:
    return " ".join(pages(pdf))


class Word(NamedTuple):
    page: int
    page_width: float
    left: float
    top: float
    right: float
    bottom: float
    text: str


def words(pdf: bytes) -> Iterator[Word]:
    """Where each word stands, in points."""
    told = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    for number, sheet in enumerate(html.document_fromstring(told.decode()).iter("page"), 1):
        for word in sheet.iter("word"):
            places = (float(word.get(side)) for side in ("xmin", "ymin", "xmax", "ymax"))
            yield Word(number, float(sheet.get("width")), *places, word.text or "")


def tags(pdf: bytes) -> Iterator[DictionaryObject]:
    """Every element of the structure, in reading order."""
    yield from _elements(reader(pdf).trailer["/Root"]["/StructTreeRoot"])


def children(element: DictionaryObject) -> list[Any]:
    """What stands in an element of the structure: others, and marks of the page."""
    below = element.get("/K")
    below = below.get_object() if below is not None else []
    return [child.get_object() for child in (below if isinstance(below, ArrayObject) else [below])]


def _elements(element: Any) -> Iterator[DictionaryObject]:
    for child in children(element):
        if isinstance(child, DictionaryObject) and "/S" in child:
            yield child
            yield from _elements(child)


def links(pdf: bytes) -> list[DictionaryObject]:
    return [note.get_object() for page in reader(pdf).pages for note in page.get("/Annots", [])]


def bookmarks(pdf: bytes) -> list[str]:
    """The titles of the outline, chapter after chapter."""
    return list(_titles(reader(pdf).outline))


def _titles(entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _titles(entry)
        else:
            yield str(entry.title)
