"""Where the lines of the PDF end: what a reader copies is what was typed, and nothing leaves its column."""

from __future__ import annotations

import re
import subprocess
from typing import Any

import pytest

from tests.actionplan.exports import documents, files, pdfs

pytestmark = pytest.mark.poppler

ADDRESSES = [
    "https://www.example.org/upphandling/forfragningsunderlag/2026/jamstalldhet?diarienummer=KS-2024/00417&sida=2#krav",
    "fornamn.efternamn-dubbelnamn@upphandlingsbyran.stadsledningskontoret.example.org",
    "FU_upphandlingsunderlag_jämställdhetsbedömning_2025-11-18_slutversion.pdf",
]
LONG = [*ADDRESSES, "H-05", "x" * 190, "Jämställdhetsintegreringsupphandlingssamordnarnätverket"]
HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")


def read(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def filled(text: str) -> dict[str, Any]:
    return documents.filled_with(text, [{"t": "p", "c": [text]}])


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_copied_as_it_was_typed_wherever_it_breaks(address):
    names = {"m1": {"shown_as": "name", "name": address, "function": address, "organisation": address}}

    text = read(files.pdf(filled(address), names))

    assert HIDDEN.findall(text) == []
    assert "".join(text.split()).count(address) > 20


@pytest.mark.parametrize("word", LONG)
def test_no_word_leaves_its_page(word):
    names = {"m1": {"shown_as": "name", "name": word, "function": word, "organisation": word}}

    margin = 40  # points; the page's own is wider

    found = pdfs.words(files.pdf(filled(word), names))

    assert [each for each in found if each.left < margin or each.right > each.page_width - margin] == []


def test_a_plan_has_hyphens_at_joints_alone_and_few():
    text = read(files.pdf(documents.plan(), documents.names()))

    broken = re.findall(r"(\w+)\u00ad\n(\w+)", text)
    assert [pair for pair in broken if min(map(len, pair)) < 4] == []
    assert len(broken) < 80
    assert HIDDEN.findall(text.replace("\u00ad\n", "")) == []


def test_file_properties_hold_plain_spaces():
    document = documents.plan(actions=0) | {"title": "Plan för 12 kommuner i 5 år"}

    assert pdfs.reader(files.pdf(document, {})).metadata.title == "Plan för 12 kommuner i 5 år – Umeå"
