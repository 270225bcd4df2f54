"""Reading a PDF back: its pages as text, its tags, its attachment, and what a validator finds wrong with it."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from typing import Any

import page
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


def tags(pdf: bytes) -> Iterator[DictionaryObject]:
    """Every element of the structure, in reading order."""
    yield from _elements(reader(pdf).trailer["/Root"]["/StructTreeRoot"])


def _elements(element: Any) -> Iterator[DictionaryObject]:
    below = element.get("/K")
    below = below.get_object() if below is not None else None
    for child in below if isinstance(below, ArrayObject) else [below]:
        child = child.get_object() if child is not None else None
        if isinstance(child, DictionaryObject) and "/S" in child:
            yield child
            yield from _elements(child)


def bookmarks(pdf: bytes) -> list[str]:
    """The titles of the outline, chapter after chapter."""
    return list(_titles(reader(pdf).outline))


def _titles(entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _titles(entry)
        else:
            yield str(entry.title)
