"""Where a long compound word is put together: upphandlings|byrån, jämställdhets|krav. Pure.

The compiler's patterns find syllables, not joints, so they part "till-delningskriterier". A joint is sure after an
ending that only ever joins, and likely between two words that the plan itself uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

LANGUAGES = frozenset(("sv", "da", "nb", "nn", "no", "de"))  # those that write compounds as one word
LONG = 12  # letters; shorter words fit every column
LONGEST = 80  # no language writes longer ones in earnest
HUGE = 28  # letters; such a word breaks at every syllable (typst/words.typ)
LEAST = 4  # letters on either side of a joint
VOWELS = "aeiouyåäöæøéüàèìòùâêîôûáíóúőűąęăâî"
SYLLABLE = re.compile(rf"[{VOWELS}][^{VOWELS}\W\d_]{{1,6}}(?=[{VOWELS}])", re.IGNORECASE)
WORD = re.compile(rf"[^\W\d_]{{{LEAST},}}")
WIDE = re.compile(rf"[^\W\d_a-z]{{11,}}|[^\W\d_]{{{HUGE},}}")
JOINING = {
    "sv": ("ings", "hets", "skaps", "tions", "sions", "tets", "nads", "doms"),
    "da": ("ings", "heds", "skabs", "tions", "tets"),
    "de": ("ungs", "heits", "keits", "schafts", "tions", "täts"),
}
JOINING |= dict.fromkeys(("nb", "nn", "no"), ("ings", "hets", "skaps", "sjons", "tets"))
# What a word may have at its end and still be the same word
ENDINGS = (
    "arnas",
    "ernas",
    "arna",
    "erna",
    "orna",
    "ens",
    "ets",
    "en",
    "et",
    "ar",
    "er",
    "or",
    "na",
    "s",
    "n",
    "t",
    "r",
)
# An ending is no word of its own: annonsering is no ring
DERIVED = re.compile(r"[nr]?ing(ar|en)?s?|ra[dt](e|es|s)?")


def parted(value: Any, language: str) -> dict[str, list[str]]:
    """Long words of the data that are put together, each with its parts; those that nobody can spell have none."""
    words = set(WORD.findall(" ".join(_texts(value))))
    long = [word for word in sorted(words) if len(word) >= LONG]
    unspelled: dict[str, list[str]] = {word: [] for word in long if not is_spelled(word)}
    if language not in LANGUAGES:
        return unspelled
    known = frozenset(form for word in {word.lower() for word in words} for form in _forms(word))
    found = {word: parts(word, known, language) for word in long if word not in unspelled}
    return unspelled | {word: pieces for word, pieces in found.items() if len(pieces) > 1}


def has_wide(value: Any) -> bool:
    """There is a long word in capitals, which takes more room than others of its length, or a very long one."""
    return any(word.isupper() or len(word) >= HUGE for text in _texts(value) for word in WIDE.findall(text))


def is_spelled(word: str) -> bool:
    """It has syllables, so that the compiler's patterns find a place for a hyphen."""
    return len(word) <= LONGEST and max(map(len, SYLLABLE.split(word))) < LONG


def parts(word: str, known: frozenset[str], language: str) -> list[str]:
    """The word at its joints, from the left; the whole word where none is found."""
    found, start = [], 0
    for place in range(LEAST, len(word) - LEAST + 1):
        left, right = word[start:place].lower(), word[place:].lower()
        if start and _is_known(left + right, known):
            break
        if len(left) >= LEAST and _is_joint(left, right, known, JOINING[language]):
            found.append(word[start:place])
            start = place
    return [*found, word[start:]]


def _is_joint(left: str, right: str, known: frozenset[str], joining: tuple[str, ...]) -> bool:
    if left.endswith(joining) and len(left) > LEAST + 2:
        return True
    is_word = left in known or (left.endswith("s") and left[:-1] in known)
    return is_word and _is_known(right, known) and not DERIVED.fullmatch(right)


def _is_known(word: str, known: frozenset[str]) -> bool:
    return not known.isdisjoint(_forms(word))


def _forms(word: str) -> list[str]:
    return [word, *(word[: -len(end)] for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= LEAST)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in ("href", "svg", "sha256"):
                yield from _texts(item)
