"""Office files: a zip file that says in its first parts what it is. Those alone are unpacked, as far as a limit."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any

from lxml import etree

from actionplan.files.refusal import Fault, Readable, Refusal
from actionplan.reference.files import MediaType

ZIP = b"PK\x03\x04"
CONTENT_TYPES, MIMETYPE, MANIFEST = "[Content_Types].xml", "mimetype", "META-INF/manifest.xml"
LONGEST_PART = 1_000_000  # bytes of one of these, unpacked
LONGEST_LIST = 2_000_000  # bytes of the list of what is in the file: some twenty thousand parts
MOST_UNPACKED = 1_000_000_000  # bytes that whoever opens the file would unpack
END = b"PK\x05\x06"  # how the record at the end begins, which says where the list is
END_SIZE, LONGEST_COMMENT = 22, 65_535
PACKED_AS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError, EOFError, OSError, ValueError, LookupError,
    NotImplementedError, RuntimeError, OverflowError,
)  # fmt: skip
MAIN_PARTS = {
    "wordprocessingml.document.main+xml": MediaType.DOCX,
    "spreadsheetml.sheet.main+xml": MediaType.XLSX,
    "presentationml.presentation.main+xml": MediaType.PPTX,
}
OPEN_DOCUMENTS = {each.value: each for each in (MediaType.ODT, MediaType.ODS, MediaType.ODP)}
MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")  # at the end of a name
MACRO_FOLDERS = ("basic/", "scripts/")  # of OpenDocument, at its beginning
MACRO_TYPES = ("macroenabled", "vbaproject", "vbadata")


def media_type_of(file: Readable) -> MediaType:
    """The type of an office file; Refusal for any other zip file."""
    try:
        _refuse_long_list(file)
        file.seek(0)
        with zipfile.ZipFile(file) as archive:
            _refuse_what_is_in(archive.infolist())
            return _opened(archive)
    except BROKEN as error:
        raise Refusal(Fault.DAMAGED) from error


def _refuse_long_list(file: Readable) -> None:
    """Before the list is read, which takes a hundred times its size in memory."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(size - END_SIZE - LONGEST_COMMENT, 0))
    tail = file.read(END_SIZE + LONGEST_COMMENT)
    at = tail.rfind(END)
    if at < 0 or len(tail) - at < END_SIZE:
        raise Refusal(Fault.DAMAGED)
    length, _offset, comment = struct.unpack("<LLH", tail[at + 12 : at + END_SIZE])
    if len(tail) - at != END_SIZE + comment or length > LONGEST_LIST:
        raise Refusal(Fault.DAMAGED)


def _refuse_what_is_in(parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename.lower() for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        raise Refusal(Fault.ENCRYPTED)
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refusal(Fault.UNPACKS_TO_TOO_MUCH)
    if any(name.endswith(MACRO_PARTS) or name.startswith(MACRO_FOLDERS) for name in names):
        raise Refusal(Fault.MACROS)


def _opened(archive: zipfile.ZipFile) -> MediaType:
    names = archive.namelist()
    if CONTENT_TYPES in names:
        return _of_content_types(_part(archive, CONTENT_TYPES))
    if MIMETYPE not in names:
        raise Refusal(Fault.UNKNOWN)
    found = OPEN_DOCUMENTS.get(_part(archive, MIMETYPE).decode("ascii", "replace").strip())
    if found is None:
        raise Refusal(Fault.UNKNOWN)
    if MANIFEST in names and any(_tag(each) == "encryption-data" for each in _xml(_part(archive, MANIFEST)).iter()):
        raise Refusal(Fault.ENCRYPTED)
    return found


def _of_content_types(content: bytes) -> MediaType:
    types = [each.get("ContentType", "").lower() for each in _xml(content).iter() if isinstance(each.tag, str)]
    if any(words in each for each in types for words in MACRO_TYPES):
        raise Refusal(Fault.MACROS)
    found = {kind for each in types for part, kind in MAIN_PARTS.items() if each.endswith(part)}
    if len(found) != 1:
        raise Refusal(Fault.UNKNOWN)
    return found.pop()


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).compress_type not in PACKED_AS:
        raise Refusal(Fault.DAMAGED)
    with archive.open(name) as part:
        content = part.read(LONGEST_PART + 1)
    if len(content) > LONGEST_PART:
        raise Refusal(Fault.UNPACKS_TO_TOO_MUCH)
    return content


def _xml(content: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.internalDTD is not None:  # no office program writes one
        raise Refusal(Fault.DAMAGED)
    return root


def _tag(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
