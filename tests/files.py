"""The smallest files of every type that a record takes, and some that it does not take."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

MARK = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "application/vnd.openxmlformats-officedocument."
MAIN = {"docx": "wordprocessingml.document", "xlsx": "spreadsheetml.sheet", "pptx": "presentationml.presentation"}
OPEN_DOCUMENT = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
MACRO_ENABLED = "application/vnd.ms-word.document.macroEnabled.main+xml"


def zipped(parts: dict[str, bytes | str], *, packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", packed) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def content_types(*types: str) -> str:
    parts = "".join(f'<Override PartName="/p{number}.xml" ContentType="{each}"/>' for number, each in enumerate(types))
    return f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{MARK}">{parts}</Types>'


def office(ending: str, *more_types: str, **more_parts: bytes | str) -> bytes:
    types = content_types(f"{OFFICE}{MAIN[ending]}.main+xml", *more_types)
    return zipped({"[Content_Types].xml": types, "p0.xml": "<p/>", **more_parts})


def open_document(ending: str, **more_parts: bytes | str) -> bytes:
    kind = f"application/vnd.oasis.opendocument.{OPEN_DOCUMENT[ending]}"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": "<manifest/>", "content.xml": "<c/>", **more_parts})


def png(width: int = 2, height: int = 3) -> bytes:
    """A header that says so, and hardly a picture after it."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack("!L", len(data)) + kind + data + struct.pack("!L", zlib.crc32(kind + data))
        for kind, data in (
            (b"IHDR", struct.pack("!LLBBBBB", width, height, 8, 0, 0, 0, 0)),
            (b"IDAT", zlib.compress(b"\0" * 4 * 3)),
            (b"IEND", b""),
        )
    )


def jpeg(width: int = 2, height: int = 3) -> bytes:
    frame = struct.pack("!BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xc0" + struct.pack("!H", len(frame) + 2) + frame


def gif(width: int = 2, height: int = 3) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\x80\0\0\0\0\0\xff\xff\xff;"


def webp(width: int = 2, height: int = 3) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunk = b"VP8X" + struct.pack("<L", 10) + b"\0\0\0\0" + size
    return b"RIFF" + struct.pack("<L", len(chunk) + 4) + b"WEBP" + chunk


PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<</Size 2>>\n%%EOF\n"
FILES: dict[str, bytes] = {
    "report.pdf": PDF,
    **{f"report.{ending}": office(ending) for ending in MAIN},
    **{f"report.{ending}": open_document(ending) for ending in OPEN_DOCUMENT},
    "photo.png": png(),
    "photo.jpg": jpeg(),
    "photo.webp": webp(),
    "photo.gif": gif(),
    "figures.csv": "År;Andel\r\n2023;40 %\r\n".encode(),
    "notes.txt": "Vi räknade i juni.\n".encode("cp1252"),
}
