"""A table in a file, row by row: CSV in the encodings that spreadsheets write, or XLSX."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import IO
from xml.etree.ElementTree import ParseError

import openpyxl

LARGEST = 20_000_000  # bytes of a file
MOST_UNPACKED = 150_000_000  # bytes of an XLSX, unpacked; a table of 100,000 firms has some 60 MB
MOST_PLACES = 1_048_576  # rows that a sheet has, most of them empty
DENSEST, DENSE_FROM = 250, 1_000_000  # times packed, and from how many bytes on that matters
MOST_COLUMNS = 40
SEPARATORS = (";", ",", "\t")
XLSX, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"{\\rtf")
BROKEN = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    EOFError,
    OSError,
    ParseError,
)

Value = str | int | float | date | None
Table = Iterator[tuple[int, list[Value]]]  # the number of each row that holds anything, and its cells


class Refusal(Exception):
    """Why a file is not taken; what is said then stands in `actionplan.reference.supplier_words`."""

    def __init__(self, reason: str, about: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.about = about


def read(opened: IO[bytes], known: Callable[[list[Value]], int]) -> Table:
    """The rows of a file; of the separators of a CSV that with which most columns of its first row are known."""
    start = opened.read(8)
    opened.seek(0, io.SEEK_END)
    if opened.tell() > LARGEST:
        raise Refusal("too_large")
    opened.seek(0)
    if not start:
        raise Refusal("empty")
    if start.startswith(OLD_EXCEL):
        raise Refusal("old_excel")
    if start.startswith(XLSX):
        return _of_xlsx(opened)
    if start.startswith(BINARY):
        raise Refusal("wrong_type")
    return _of_csv(_decoded(opened.read()), known)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        letters = data[place:200:2]  # without its mark: every second byte of Latin letters is zero
        if letters.count(0) > len(letters) / 2:
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _of_csv(text: str, known: Callable[[list[Value]], int]) -> Table:
    lines = text.lstrip("\r\n \t")
    if lines[:4].lower() == "sep=":  # as Excel tells itself the separator
        lines = lines.partition("\n")[2]
    skipped = text[: len(text) - len(lines)].count("\n")
    found = max(SEPARATORS, key=lambda separator: known(_first_row(lines, separator)))
    return _numbered(lines, found, skipped)


def _first_row(lines: str, separator: str) -> list[Value]:
    try:
        return [*next(csv.reader(io.StringIO(lines[:10_000], newline=""), delimiter=separator), [])]
    except csv.Error:
        return []


def _numbered(lines: str, separator: str, skipped: int) -> Table:
    try:
        for number, row in enumerate(csv.reader(io.StringIO(lines, newline=""), delimiter=separator), skipped + 1):
            if any(cell.strip() for cell in row):
                yield number, [*row[:MOST_COLUMNS]]
    except csv.Error as error:
        raise Refusal("damaged") from error


def _of_xlsx(opened: IO[bytes]) -> Table:
    """The first sheet that is seen; of a formula the value that was shown last."""
    try:
        _refuse_bomb(opened)
        book = openpyxl.load_workbook(opened, read_only=True, data_only=True, keep_links=False)
        sheet = next((each for each in book.worksheets if each.sheet_state == "visible"), None)
        if sheet is None:
            raise Refusal("empty")
        sheet.reset_dimensions()  # what a file says of its size need not be true
        for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), 1):
            if number > MOST_PLACES:
                raise Refusal("bomb")
            if any(cell not in (None, "") for cell in row):
                yield number, [_plain(cell) for cell in row]
    except BROKEN as error:
        raise Refusal("damaged") from error


def _refuse_bomb(opened: IO[bytes]) -> None:
    """Before anything is unpacked: a sheet that unpacks to far more than it should, or that defines entities."""
    with zipfile.ZipFile(opened) as archive:
        entries = archive.infolist()
        if "xl/workbook.xml" not in archive.namelist():
            raise Refusal("wrong_type")
        if any(entry.flag_bits & 1 for entry in entries):
            raise Refusal("encrypted")
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise Refusal("bomb")
        for entry in entries:
            if entry.file_size > DENSE_FROM and entry.file_size > DENSEST * max(entry.compress_size, 1):
                raise Refusal("bomb")
            if entry.filename.endswith((".xml", ".rels")):
                with archive.open(entry) as part:
                    if b"<!DOCTYPE" in part.read(4096):
                        raise Refusal("wrong_type")


def _plain(cell: object) -> Value:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, bool):
        return str(cell)
    return cell if isinstance(cell, str | int | float | date) or cell is None else str(cell)
