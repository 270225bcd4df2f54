"""The normal form: letters without accents and capitals, every dash and quote as one, figures without gaps.

It goes letter by letter, so that whatever is part of a text is part of it in the normal form too. Stored rows keep it:
after a change here a migration has to fill their columns anew.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Letters of their own in Unicode, typed without their stroke, hook or dot on other keyboards
_PLAIN_LETTERS = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ŧ": "t",
    "ŋ": "n",
    "ı": "i",
    "ȷ": "j",
    "ĸ": "k",
    "ɖ": "d",
    "ƒ": "f",
    "ə": "a",
}
_SIGNS = {",": ".", "\N{FRACTION SLASH}": "/", "^": ""}  # 3,5 as 3.5; 10^6 as what 10⁶ becomes
_DASHES = "\N{MINUS SIGN}\N{HYPHEN BULLET}"
_QUOTES = "'\"`\N{ACUTE ACCENT}\N{PRIME}\N{DOUBLE PRIME}\N{MODIFIER LETTER PRIME}\N{MODIFIER LETTER APOSTROPHE}"
_QUOTES += "\N{SINGLE LOW-9 QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
# Unicode's categories: quotes that open or close; controls, formats, surrogates, private use, unassigned, frames
_QUOTE_KINDS = {"Pi", "Pf"}
_UNSEEN_KINDS = {"Cc", "Cf", "Cs", "Co", "Cn", "Me"}
_UNSEEN = "\N{COMBINING GRAPHEME JOINER}\N{HANGUL CHOSEONG FILLER}\N{HANGUL JUNGSEONG FILLER}\N{HANGUL FILLER}"
_VARIATIONS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0x180B, 0x1810)}

GAP = re.compile(r"\s+")
GROUPED = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")  # 12 000 as 12000
# A letter or two and a number, as in H-05; neither inside a longer word nor a longer number
CODE = re.compile(r"(?<![^\W_])([^\W\d_]{1,2})-?0*(\d{1,4})(?![^\W_])")


def normal_form(text: str) -> str:
    """The text as it is kept to be searched."""
    return GROUPED.sub("", GAP.sub(" ", text.translate(LETTERS)).strip())


def codes(normal: str) -> list[str]:
    """The codes that a text in normal form names."""
    return sorted({code_of(*found.groups()) for found in CODE.finditer(normal)})


def code_of(letter: str, number: str) -> str:
    """How a code is kept, so that only a code finds it and no longer one: `|h|5|` for H-05."""
    return f"|{letter}|{number}|"


def search_text(texts: Iterable[str]) -> str:
    """What is kept of a row's texts, to be searched: their normal form, and the codes that they name."""
    normal = normal_form("\n".join(texts))
    return " ".join([normal, *codes(normal)]).strip()


class _Letters(dict[int, str]):
    """The normal form of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = "".join(_plain(each) for each in _decomposed(chr(code)))
        return self[code]


LETTERS = _Letters()


def _decomposed(character: str) -> str:
    if character in _QUOTES or character.isspace():  # an acute accent alone would become a space and a mark
        return character
    folded = unicodedata.normalize("NFKD", character).casefold()
    return unicodedata.normalize("NFKD", folded)


def _plain(character: str) -> str:
    if character.isspace():
        return " "
    kind = unicodedata.category(character)
    if character in _QUOTES or kind in _QUOTE_KINDS:
        return ""
    if character in _DASHES or kind == "Pd":
        return "-"
    if kind in _UNSEEN_KINDS or character in _UNSEEN or ord(character) in _VARIATIONS:
        return ""
    if unicodedata.combining(character):
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    return _SIGNS.get(character, _PLAIN_LETTERS.get(character, character))
