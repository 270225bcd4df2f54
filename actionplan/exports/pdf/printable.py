"""Replace what no font of the PDF can draw: one such character would stop the whole export."""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import font_source_sans_pro

from actionplan.exports.pdf.bonds import together
from actionplan.exports.said import Said

FONT_FILES = Path(font_source_sans_pro.__file__).parent / "files"
STYLES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
# What the faces inside the compiler draw beyond the text face, in every style: code points in hexadecimal.
OTHER_FACES = Path(__file__).with_name("characters.txt")
UNKNOWN = "\N{BALLOT BOX}"
KEPT = frozenset("\n\u00a0\u202f")
LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")


@cache
def drawable() -> frozenset[str]:
    """Characters that can stand anywhere in the PDF, in every weight and slant."""
    styles = [_characters((FONT_FILES / f"SourceSansPro-{style}.otf").read_bytes()) for style in STYLES]
    return frozenset.intersection(*styles) | other_faces()


@cache
def other_faces() -> frozenset[str]:
    ranges = [entry.partition("-") for entry in OTHER_FACES.read_text().split()]
    return frozenset(
        chr(code) for first, _, last in ranges for code in range(int(first, 16), int(last or first, 16) + 1)
    )


@cache
def _never_changed() -> frozenset[str]:
    """Characters that need no second look; nearly every text is made of them alone."""
    return frozenset(
        char for char in drawable() if _printable(char, " ") == char and unicodedata.category(char)[0] != "M"
    )


def clean(value: Any, sign: str = UNKNOWN) -> Any:
    """The same data with printable text, numbers bound to their units; addresses and drawings stay as they are."""
    if isinstance(value, Said):
        value = value.data
    if isinstance(value, str):
        return together(clean_text(value, sign))
    if isinstance(value, list):
        return [clean(item, sign) for item in value]
    if isinstance(value, dict):
        return {key: item if key in ("href", "sha256", "svg") else clean(item, sign) for key, item in value.items()}
    return value


def clean_text(words: str, sign: str = UNKNOWN) -> str:
    """The sign stands once for an emoji or a word in a script without a font; what is never seen falls away."""
    if _never_changed().issuperset(words) and unicodedata.is_normalized("NFC", words):
        return words
    out = [" "]
    for char in _composed(words):
        shown = _printable(char, out[-1][-1])
        if shown is None:
            shown = "" if out[-1] is sign else sign
        if shown:
            out.append(shown)
    return "".join(out[1:])


def unprintable(words: str) -> list[str]:
    """The characters for which the sign would stand, each once."""
    if _never_changed().issuperset(words):
        return []
    return list(dict.fromkeys(char for char in _composed(words) if _printable(char, " ") is None))


def _composed(words: str) -> str:
    return unicodedata.normalize("NFC", LINE_ENDS.sub("\n", words).replace("\t", " "))


def is_blank(words: str) -> bool:
    """Nothing of it would be seen."""
    return not any(char.isprintable() and not char.isspace() for char in clean_text(words))


def _printable(char: str, before: str) -> str | None:
    """What is drawn in its place: nothing for what is never seen, None for what no font has."""
    if char in KEPT:
        return char
    kind = unicodedata.category(char)
    if kind[0] == "M":
        return char if char in drawable() and _carries(before, char) else ""
    if kind in ("Cc", "Cf") or "\U0001f3fb" <= char <= "\U0001f3ff":
        return ""
    if char in drawable() and kind not in ("Co", "Cs"):
        return char
    plain = unicodedata.normalize("NFKC", char)
    return plain if plain != char and all(part in drawable() for part in plain) else None


def _carries(before: str, mark: str) -> bool:
    """A mark needs a face that has it and the letter below it; Hebrew and Arabic marks stay in their script."""
    if mark < "\u0591":
        return unicodedata.category(before)[0] in "LMN"
    script = unicodedata.name(mark).split()[0]
    return unicodedata.name(before, "").startswith(script)


def _characters(font: bytes) -> frozenset[str]:
    """The characters of an OpenType font, from its cmap table."""
    count = struct.unpack(">H", font[4:6])[0]
    records = [font[12 + 16 * n : 28 + 16 * n] for n in range(count)]
    start = next(struct.unpack(">I", record[8:12])[0] for record in records if record[:4] == b"cmap")
    table = font[start:]
    found: set[int] = set()
    for n in range(struct.unpack(">H", table[2:4])[0]):
        found.update(_codes(table[struct.unpack(">I", table[8 + 8 * n : 12 + 8 * n])[0] :]))
    return frozenset(chr(code) for code in found if not 0xD800 <= code < 0xE000)


def _codes(subtable: bytes) -> set[int]:
    """Formats 4 and 12 are the ones that fonts of our day use."""
    found: set[int] = set()
    shape = struct.unpack(">H", subtable[:2])[0]
    if shape == 12:
        for n in range(struct.unpack(">I", subtable[12:16])[0]):
            first, last, _glyph = struct.unpack(">III", subtable[16 + 12 * n : 28 + 12 * n])
            found.update(range(first, last + 1))
    elif shape == 4:
        count = struct.unpack(">H", subtable[6:8])[0] // 2
        lasts = struct.unpack(f">{count}H", subtable[14 : 14 + 2 * count])
        firsts = struct.unpack(f">{count}H", subtable[16 + 2 * count : 16 + 4 * count])
        for first, last in zip(firsts, lasts, strict=True):
            found.update(range(first, min(last, 0xFFFE) + 1))
    return found
