"""What an uploaded file is, and whether it is taken: by what is in it, never by its name alone."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from actionplan.files import images, names, office, plain_text
from actionplan.files.refusal import Fault, Readable, Refusal
from actionplan.reference.files import MediaType

A_PIECE = 65_536
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # doc, xls and ppt, and any office file with a password
SIGNATURES = {
    b"%PDF-": MediaType.PDF,
    b"\x89PNG\r\n\x1a\n": MediaType.PNG,
    b"\xff\xd8\xff": MediaType.JPEG,
    b"GIF87a": MediaType.GIF,
    b"GIF89a": MediaType.GIF,
}
TEXTS = {ending: kind for kind in (MediaType.TEXT, MediaType.CSV) for ending in kind.endings}


@dataclass(frozen=True)
class Checked:
    """A file that is taken, and the name under which it is downloaded again."""

    media_type: MediaType
    name: str
    size: int
    sha256: str
    is_renamed: bool  # its name said that it was something else


def check(name: str, file: Readable) -> Checked:
    """What the file is; Refusal if it is not taken."""
    media_type = _media_type_of(name, file)
    if media_type.is_image:
        images.refuse_wrong_size(file)
    size, sha256 = _measured(file)
    is_renamed = names.ending_of(name) not in media_type.endings
    return Checked(media_type, names.cleaned(name, media_type), size, sha256, is_renamed)


def _media_type_of(name: str, file: Readable) -> MediaType:
    file.seek(0)
    start = file.read(16)
    if start.startswith(office.ZIP):
        return office.media_type_of(file)
    if start.startswith(OLD_OFFICE):
        raise Refusal(Fault.OLD_OFFICE)
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return MediaType.WEBP
    for signature, media_type in SIGNATURES.items():
        if start.startswith(signature):
            return media_type
    return _text(name, file)


def _text(name: str, file: Readable) -> MediaType:
    """Which kind of text it is, only its name says; text by another name may be a program."""
    plain_text.refuse_what_is_none(file)
    media_type = TEXTS.get(names.ending_of(name))
    if media_type is None:
        raise Refusal(Fault.TEXT_BY_ANOTHER_NAME)
    return media_type


def _measured(file: Readable) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    file.seek(0)
    while piece := file.read(A_PIECE):
        digest.update(piece)
        size += len(piece)
    return size, digest.hexdigest()
