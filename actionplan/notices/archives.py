"""Files of notices, one at a time: XML, folders, zip files, and gzipped tar files as the EU publishes them.

Nothing is written to the disk, no link is followed, and what a file unpacks to is bounded while it is read.
"""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from actionplan.notices.tree import LARGEST, Refusal

MOST_FILES = 200_000
MOST_BYTES = 20_000_000_000  # of all the files in an archive, unpacked
DENSEST = 250  # times: XML packs to about a twentieth, a bomb to a thousandth
DENSE_FROM = 1_000_000  # bytes: below that it does not matter
BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError, RuntimeError, ValueError)
MARKS = b"\xef\xbb\xbf \t\r\n"  # what may stand before the first letter of XML
LEFT_BY_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}


class Readable(Protocol):
    """What is asked of an opened file."""

    def read(self, size: int = ..., /) -> bytes: ...
    def seek(self, offset: int, whence: int = ..., /) -> int: ...
    def tell(self) -> int: ...


@dataclass(frozen=True)
class File:
    """A file by its name, within its archive if it came in one: its bytes, or why it cannot be read."""

    name: str
    data: bytes = b""
    refusal: Refusal | None = None
    is_packed: bool = False  # in a tar file, as the packages of a whole day are
    is_other: bool = False  # beside notices in a folder or archive, such as a list of what is in it


def files_in(path: Path) -> Iterator[File]:
    """The files of a path, in the order of their names."""
    if path.is_symlink():
        yield File(path.name, refusal=Refusal("link"))
    elif path.is_dir():
        for each in sorted(path.iterdir()):
            yield from (_within(path.name, _noticed(found)) for found in files_in(each))
    elif not path.exists():
        yield File(str(path), refusal=Refusal("missing"))
    else:
        with path.open("rb") as opened:
            yield from files_of(path.name, opened)


def files_of(name: str, opened: IO[bytes]) -> Iterator[File]:
    """The files of one that may be an archive; what it is, is read from its first bytes."""
    start = opened.read(512)
    opened.seek(0)
    if PurePosixPath(name).name in LEFT_BY_SYSTEMS or PurePosixPath(name).name.startswith("._"):
        return
    try:
        if start.startswith(b"PK"):
            yield from (_within(name, _noticed(each)) for each in _zipped(opened))
        elif start.startswith(b"\x1f\x8b"):
            yield from _gzipped(name, opened)
        elif _is_tar(start):
            yield from (_within(name, _noticed(each)) for each in _tarred(opened))
        else:
            yield _file(name, opened)
    except BROKEN:
        yield File(name, refusal=Refusal("broken_archive"))


def _within(folder: str, found: File) -> File:
    return replace(found, name=f"{folder}/{found.name}")


def _noticed(found: File) -> File:
    """The file as one among others: whatever is not XML, by its name and its first letter, was not meant."""
    is_xml = found.name.lower().endswith(".xml") or found.data[:9].lstrip(MARKS).startswith(b"<")
    return replace(found, data=b"", is_other=True) if found.data and not is_xml else found


def _is_tar(start: bytes) -> bool:
    return start[257:262] == b"ustar"


def _file(name: str, opened: Readable, *, is_packed: bool = False) -> File:
    """The bytes of one file, no more of them than a notice may have."""
    data = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        return File(name, refusal=Refusal("too_large"), is_packed=is_packed)
    if data.startswith((b"PK", b"\x1f\x8b")):
        return File(name, refusal=Refusal("nested"), is_packed=is_packed)
    return File(name, data, is_packed=is_packed)


def _climbs(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or (len(name) > 1 and name[1] == ":")


def _is_left_by_system(name: str) -> bool:
    path = PurePosixPath(name)
    return "__MACOSX" in path.parts or path.name in LEFT_BY_SYSTEMS or path.name.startswith("._")


def _zipped(opened: IO[bytes]) -> Iterator[File]:
    total = 0
    with zipfile.ZipFile(opened) as archive:
        for number, entry in enumerate(archive.infolist()):
            if entry.is_dir() or _is_left_by_system(entry.filename):
                continue
            total += min(entry.file_size, LARGEST)
            if number >= MOST_FILES or total > MOST_BYTES:
                yield File("", refusal=Refusal("too_many"))
                return
            yield _unzipped(archive, entry)


def _unzipped(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> File:
    name = entry.filename
    if _climbs(name):
        return File(name, refusal=Refusal("climbs"))
    if entry.flag_bits & 1:
        return File(name, refusal=Refusal("encrypted"))
    if entry.file_size > DENSE_FROM and entry.file_size > DENSEST * max(entry.compress_size, 1):
        return File(name, refusal=Refusal("bomb"))
    if (entry.external_attr >> 28) == 0o12:
        return File(name, refusal=Refusal("link"))
    try:
        with archive.open(entry) as opened:
            return _file(name, opened)
    except BROKEN:
        return File(name, refusal=Refusal("broken_entry"))


def _gzipped(name: str, opened: IO[bytes]) -> Iterator[File]:
    with gzip.GzipFile(fileobj=opened) as unpacked:
        start = unpacked.read(512)
        unpacked.seek(0)
        if _is_tar(start):
            yield from (_within(name, _noticed(each)) for each in _tarred(unpacked))
        else:
            yield _file(name, unpacked)


class _Bounded(io.RawIOBase):
    """A file that gives no more at once than a notice may have: a header of a tar can ask for everything."""

    def __init__(self, opened: Readable) -> None:
        self._opened = opened

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= LARGEST + 1:
            raise tarfile.ReadError("A part of the archive is too large.")
        return self._opened.read(size)

    def seek(self, place: int, whence: int = os.SEEK_SET) -> int:
        if place > MOST_BYTES:
            raise tarfile.ReadError("The archive is too large.")
        return self._opened.seek(place, whence)

    def tell(self) -> int:
        return self._opened.tell()


def _tarred(opened: Readable) -> Iterator[File]:
    with tarfile.open(fileobj=_Bounded(opened), mode="r:") as archive:
        for number, member in enumerate(archive):
            archive.members = []  # type: ignore[attr-defined]  # it would keep all of them
            if number >= MOST_FILES:
                yield File("", refusal=Refusal("too_many"))
                return
            if not member.isdir() and not _is_left_by_system(member.name):
                yield _untarred(archive, member)


def _untarred(archive: tarfile.TarFile, member: tarfile.TarInfo) -> File:
    if _climbs(member.name):
        return File(member.name, refusal=Refusal("climbs"), is_packed=True)
    if not member.isreg() or (unpacked := archive.extractfile(member)) is None:
        return File(member.name, refusal=Refusal("link"), is_packed=True)
    if member.size > LARGEST:
        return File(member.name, refusal=Refusal("too_large"), is_packed=True)
    return _file(member.name, io.BytesIO(unpacked.read(member.size)), is_packed=True)
