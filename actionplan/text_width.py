"""How wide a text is in whatever sans-serif font it is drawn: browsers have many, so the widest in use is assumed."""

from __future__ import annotations

import unicodedata
from functools import cache

BOLD = 1.12  # times as wide
DEFAULT, CAPITAL, FULL = 0.64, 0.8, 1.0  # of the size of the letters
SHARES = {
    **dict.fromkeys("ijlI|'", 0.32),
    **dict.fromkeys(" .,:;!ftr()[]/-", 0.42),
    **dict.fromkeys("mwMWÆŒ@%&—…", FULL),
}
CUT = "…"


def width(words: str, size: float) -> float:
    return sum(map(_share, words)) * size


def fitted(words: str, limit: float, size: float, most: int = 1) -> list[str]:
    """The words in lines that fit into the width `limit`; what is too long for them ends in dots."""
    lines: list[str] = []
    rest = " ".join(words.split())
    while len(lines) < most - 1 and width(rest, size) > limit:
        line, rest = _parted(rest, limit, size)
        lines.append(line)
    if width(rest, size) > limit:
        rest = rest[: _count(rest, limit - width(CUT, size), size)].rstrip(" ,.–-") + CUT
    return [*lines, rest]


def _parted(words: str, limit: float, size: float) -> tuple[str, str]:
    """What fits a line, at best whole words, and what is left."""
    count = _count(words, limit, size)
    end = words.rfind(" ", 0, count + 1)
    end = end if end > 0 else count
    return words[:end], words[end:].lstrip()


def _count(words: str, limit: float, size: float) -> int:
    """How many letters fit, one at least."""
    count, taken = 0, 0.0
    for char in words:
        taken += _share(char) * size
        if taken > limit:
            break
        count += 1
    return max(count, 1)


@cache
def _share(char: str) -> float:
    if char in SHARES:
        return SHARES[char]
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return FULL
    return CAPITAL if char.isupper() else DEFAULT
