"""The files of the text face, and which characters are in a font."""

from __future__ import annotations

import struct
from pathlib import Path

import font_source_sans_pro

STYLES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
FILES = [Path(font_source_sans_pro.__file__).parent / "files" / f"SourceSansPro-{style}.otf" for style in STYLES]


def characters(font: bytes) -> frozenset[str]:
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
