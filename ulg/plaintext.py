"""The one form in which text is stored: composed letters (NFC), plain line ends, and nothing that nobody can see.

Every text column cleans what it takes (`ulg.models.texts`). Nothing is folded for searching.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# The flag of a part of a country, such as Scotland, is written with invisible tags
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]+\U000e007f"
_NO_CHARACTERS = "".join(f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0x10000, 0xE0000, 0x10000))
# Control characters, surrogates, private use, what is no character, Unicode's Default_Ignorable_Code_Point, and blanks
_DOUBTFUL = re.compile(
    f"{_FLAG}|["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    f"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff{_NO_CHARACTERS}]"
)

_BLANKS = frozenset("\u2800\u3164\uffa0")  # a sign and two letters that look like a space
# What Word writes with the fonts Symbol and Wingdings
_DINGBATS = dict.fromkeys("\uf076\uf0a7\uf0a8\uf0b7\uf0d8", "•") | {"\uf0e0": "→", "\uf0e8": "→", "\uf0fc": "✓"}
_JOINER, _NON_JOINER = "\u200d", "\u200c"
_VIRAMA = 9  # the combining class of the sign that joins two consonants
# Scripts in which a joiner or a non-joiner changes how a word is written and read, by the first word of a letter's name
_JOINING = frozenset(
    {"ARABIC", "SYRIAC", "MANDAIC", "NKO", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA"}
    | {"TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "MYANMAR", "KHMER", "TIBETAN"}
)


def clean(text: str) -> str:
    """The text as it is stored: empty where nobody would see anything."""
    text = composed(_LINE_ENDS.sub("\n", text))
    return text if text.strip() else ""


def one_line(text: str) -> str:
    """The text of a field that holds one line: what stood on several is joined by spaces."""
    return " ".join(clean(text).split())


def composed(text: str) -> str:
    """The visible text with its letters composed; what is composed may show that a sign after it has no meaning."""
    while (cleaned := unicodedata.normalize("NFC", visible(text))) != text:
        text = cleaned
    return text


def visible(text: str) -> str:
    """The text without what nobody can see, its letters otherwise as they were typed."""
    if text.isascii() and text.isprintable():
        return text
    kept, before, end = [], "", 0
    for found in _DOUBTFUL.finditer(text):
        stretch = text[end : found.start()]
        before, end = stretch[-1:] or before, found.end()
        seen = found[0] if len(found[0]) > 1 else _seen(found[0], before, _next(text, end))
        before = seen[-1:] or before
        kept += [stretch, seen]
    return "".join([*kept, text[end:]])


def visible_in(value: Any) -> Any:
    """The same for every text in lists and dictionaries, as JSON has them."""
    match value:
        case str():
            return visible(value)
        case list() | tuple():
            return [visible_in(each) for each in value]
        case dict():
            return {visible(name): visible_in(each) for name, each in value.items()}
    return value


def _next(text: str, place: int) -> str:
    """The next character that is certainly seen."""
    while place < len(text) and _DOUBTFUL.match(text[place]):
        place += 1
    return text[place : place + 1]


def _seen(character: str, before: str, after: str) -> str:
    """What stays of a doubtful character between these two."""
    if character in _BLANKS:
        return " "
    if character in _DINGBATS:
        return _DINGBATS[character]
    if character in {_JOINER, _NON_JOINER}:
        return character if _joins(character, before, after) else ""
    return character if before and _is_variant(character, before, after) else ""


def _joins(joiner: str, before: str, after: str) -> bool:
    script = _script(before)
    if joiner == _JOINER and _is_picture(before) and _is_picture(after):
        return True
    if script not in _JOINING or unicodedata.category(before)[0] not in "LM":
        return False
    if unicodedata.combining(before) == _VIRAMA:
        return True
    return script == _script(after) or (joiner == _JOINER and script == "ARABIC")


def _is_variant(selector: str, before: str, after: str) -> bool:
    """Whether the selector chooses between forms that the character before it has."""
    kind = unicodedata.category(before)
    if selector in "\ufe0e\ufe0f":
        is_keycap = before in "#*0123456789" and after == "\u20e3"
        return kind in {"So", "Sm", "Sk"} or is_keycap or before in "‼⁉ℹ〰"
    if "\ufe00" <= selector <= "\ufe0d":
        return kind in {"Lo", "Sm"}
    if "\u180b" <= selector <= "\u180f":
        return selector != "\u180e" and _script(before) == "MONGOLIAN"
    return "\U000e0100" <= selector <= "\U000e01ef" and _script(before) == "CJK"


def _is_picture(character: str) -> bool:
    return character == "\ufe0f" or (bool(character) and unicodedata.category(character) in {"So", "Sk"})


def _script(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0] if character else ""
