"""Under which name a file is downloaded again: as it came, without what a file system or a reader could stumble on."""

from __future__ import annotations

import re

from actionplan.reference.files import ENDINGS, MediaType
from ulg import plaintext

LONGEST = 120  # characters, of which none takes more than four bytes: file systems allow 255 bytes and their own ending
LONGEST_BYTES = 200
NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]')
ENDING = re.compile(r"\.([A-Za-z0-9]{1,5})$")
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)  # devices of Windows
NAMELESS = "file"
KNOWN = {ending for endings in ENDINGS.values() for ending in endings}


def ending_of(name: str) -> str:
    """The ending in lower case, without its dot; empty where there is none."""
    found = ENDING.search(name.strip())
    return found[1].lower() if found else ""


def cleaned(given: str, media_type: MediaType) -> str:
    """The name with the ending that the content has."""
    name = plaintext.one_line(re.split(r"[/\\]", given)[-1])
    ending = ending_of(name)
    stem = name[: -len(ending) - 1] if ending and (ending in KNOWN or ending_of(name[: -len(ending) - 1])) else name
    ending = ending if ending in media_type.endings else media_type.endings[0]
    stem = stem.removesuffix(f".{ending}")
    return f"{_short(_harmless(stem))}.{ending}"


def _harmless(stem: str) -> str:
    stem = " ".join(NOT_IN_NAMES.sub(" ", stem).split()).strip(". ")
    return f"{stem}_" if RESERVED.match(stem) else stem


def _short(stem: str) -> str:
    cut = stem[:LONGEST].encode()[:LONGEST_BYTES].decode(errors="ignore").strip(". ")
    return cut or NAMELESS
