from __future__ import annotations

import hashlib
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.files import checking, office
from actionplan.files.checking import Checked
from actionplan.files.refusal import Fault, Refusal
from actionplan.reference.files import MediaType
from tests.files import (
    FILES,
    MACRO_ENABLED,
    PDF,
    content_types,
    gif,
    jpeg,
    open_document,
    png,
    webp,
    zipped,
)
from tests.files import (
    office as made_office,
)

HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b"\xef\xbb\xbf\n<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
EXECUTABLE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00" + bytes(range(256)) * 4
ELF = b"\x7fELF\x02\x01\x01" + bytes(64)
SCRIPT = b"#!/bin/sh\nrm -rf /\n"


def check(name: str, content: bytes) -> Checked:
    return checking.check(name, BytesIO(content))


def fault(name: str, content: bytes) -> Fault | None:
    try:
        check(name, content)
    except Refusal as refusal:
        return refusal.fault
    return None


def encrypted(content: bytes) -> bytes:
    """The flag that says so, in the list of parts and before each."""
    return content.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )


@pytest.mark.parametrize("name", FILES)
def test_file_of_each_type_is_told_by_its_content(name):
    content = FILES[name]

    found = check(name, content)

    ending = name.partition(".")[2]
    media_type = next(each for each in MediaType if ending in each.endings)
    assert found == Checked(media_type, name, len(content), hashlib.sha256(content).hexdigest(), is_renamed=False)


@pytest.mark.parametrize(
    ("given_name", "content", "name"),
    [
        ("photo.jpg", png(), "photo.png"),
        ("photo.JPEG", jpeg(), "photo.jpeg"),
        ("report", PDF, "report.pdf"),
        ("report.exe", PDF, "report.exe.pdf"),
        ("report.pdf.exe", PDF, "report.pdf"),
        ("list.docx", made_office("xlsx"), "list.xlsx"),
        ("letter.zip", open_document("odt"), "letter.zip.odt"),
    ],
)
def test_file_is_stored_under_the_ending_that_its_content_has(given_name, content, name):
    found = check(given_name, content)

    assert (found.name, found.is_renamed) == (name, given_name.lower() != name)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("report.pdf", EXECUTABLE, Fault.UNKNOWN),
        ("notes.txt", ELF, Fault.UNKNOWN),
        ("photo.png", HTML, Fault.MARKUP),
        ("notes.txt", HTML, Fault.MARKUP),
        ("figures.csv", b"Year\n" + HTML, Fault.MARKUP),
        ("notes.txt", HTML.decode().encode("utf-16"), Fault.MARKUP),
        ("photo.png", SVG, Fault.MARKUP),
        ("notes.txt", SVG, Fault.MARKUP),
        ("notes.txt", b"<?xml version='1.0'?><a/>", Fault.MARKUP),
        ("report.pdf", SCRIPT, Fault.TEXT_BY_ANOTHER_NAME),
        ("run.sh", SCRIPT, Fault.TEXT_BY_ANOTHER_NAME),
        ("run", SCRIPT, Fault.TEXT_BY_ANOTHER_NAME),
        ("report.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), Fault.OLD_OFFICE),
        ("photo.svgz", b"\x1f\x8b\x08\x00", Fault.UNKNOWN),
        ("page.txt", b"a\0b", Fault.UNKNOWN),
    ],
)
def test_what_is_of_no_type_that_is_taken_is_refused_whatever_its_name_says(name, content, why):
    assert fault(name, content) == why


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (zipped({"a.txt": "a"}), Fault.UNKNOWN),
        (zipped({"[Content_Types].xml": content_types("text/plain")}), Fault.UNKNOWN),
        (zipped({"[Content_Types].xml": content_types(MACRO_ENABLED)}), Fault.MACROS),
        (made_office("docx", **{"word/vbaProject.bin": b"x"}), Fault.MACROS),
        (made_office("docx", "application/vnd.ms-office.vbaProject"), Fault.MACROS),
        (open_document("ods", **{"Basic/Standard/Module1.xml": "x"}), Fault.MACROS),
        (encrypted(made_office("docx")), Fault.ENCRYPTED),
        (open_document("odt", **{"META-INF/manifest.xml": "<m><encryption-data/></m>"}), Fault.ENCRYPTED),
        (zipped({"[Content_Types].xml": " " * 2_000_000}), Fault.UNPACKS_TO_TOO_MUCH),
        (zipped({"mimetype": "x" * 2_000_000}), Fault.UNPACKS_TO_TOO_MUCH),
        (zipped({"[Content_Types].xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), Fault.DAMAGED),
        (zipped({"[Content_Types].xml": "<a"}), Fault.DAMAGED),
        (zipped({"[Content_Types].xml": content_types()}, packed=zipfile.ZIP_LZMA), Fault.DAMAGED),
        (made_office("docx")[:-30], Fault.DAMAGED),
        (made_office("docx") + b"more", Fault.DAMAGED),
        (b"PK\x03\x04" + bytes(200), Fault.DAMAGED),
    ],
)
def test_zip_file_that_is_no_plain_office_file_is_refused(content, why):
    assert fault("report.docx", content) == why


def test_office_file_that_unpacks_to_a_gigabyte_is_refused_without_unpacking_it(monkeypatch):
    monkeypatch.setattr(office, "MOST_UNPACKED", 5_000_000)

    bomb = made_office("docx", **{"word/document.xml": bytes(6_000_000)})

    assert (len(bomb) < 20_000, fault("report.docx", bomb)) == (True, Fault.UNPACKS_TO_TOO_MUCH)


def test_office_file_with_an_endless_list_of_parts_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(office, "LONGEST_LIST", 1000)

    assert fault("report.docx", made_office("docx", **{f"part-{n}.xml": "" for n in range(50)})) == Fault.DAMAGED


@pytest.mark.parametrize("make", [png, jpeg, gif, webp], ids=["png", "jpeg", "gif", "webp"])
def test_image_is_measured_by_its_header_alone(make):
    most = {png: (40_000, 30_000), jpeg: (40_000, 30_000), gif: (30_000, 30_000), webp: (16_000, 16_000)}[make]

    assert fault("photo", make(*most)) == Fault.TOO_MANY_PIXELS
    assert fault("photo", make(12_000, 9_000)) is None


@pytest.mark.parametrize("content", [png()[:12], jpeg()[:8], gif()[:7], webp()[:12], png(0, 5), b"\xff\xd8\xff"])
def test_image_without_a_size_is_damaged(content):
    assert fault("photo.png", content) == Fault.DAMAGED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_taken_as_programs_write_it(encoding):
    text = "Län;Andel\r\nVästerbotten;40 %\r\n" * 5_000

    assert check("figures.csv", text.encode(encoding)).media_type == MediaType.CSV


STARTS = [
    b"",
    b"PK\x03\x04",
    b"%PDF-",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF89a",
    b"RIFF\0\0\0\0WEBP",
    b"\xff\xfe",
]


@given(st.sampled_from(STARTS), st.binary(max_size=300), st.text(max_size=40))
def test_any_bytes_under_any_name_are_taken_or_refused(start, rest, name):
    try:
        found = check(name, start + rest)
    except Refusal:
        return
    assert found.size == len(start + rest)
    assert any(found.name.endswith(f".{ending}") for ending in found.media_type.endings)


@given(st.sampled_from(sorted(FILES)), st.integers(0, 400), st.binary(min_size=1, max_size=6))
def test_file_with_some_other_bytes_in_it_is_taken_or_refused(name, place, put):
    content = FILES[name]
    changed = content[:place] + put + content[place + len(put) :]

    assert fault(name, changed) in {None, *Fault}
