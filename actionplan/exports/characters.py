"""Which characters the faces of the PDF draw, and what takes the place of the others.

One that no face draws would stop the whole PDF. Charts keep to these too: one drawing serves every format.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from actionplan.exports import fonts

# What the faces inside the compiler draw beyond the text face, in every style: code points in hexadecimal.
OTHER_FACES = Path(__file__).with_name("characters.txt")
UNKNOWN = "\N{BALLOT BOX}"
KEPT = frozenset("\n\u00a0\u202f")
LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")


@cache
def drawable() -> frozenset[str]:
    """Characters that can stand anywhere in the PDF, in every weight and slant."""
    styles = [fonts.characters(file.read_bytes()) for file in fonts.FILES]
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
