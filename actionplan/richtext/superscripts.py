"""Raised and lowered characters as signs of their own, or behind ^ and _, so that no figure takes them in."""

from __future__ import annotations

import re

_PLAIN = "0123456789+-−–=()"
_RAISED = str.maketrans(_PLAIN + "ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans(_PLAIN, "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
_ORDINAL = re.compile(r"st|nd|rd|th|er|re|e|ère|ème|a|o|:?[ae]", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\[.*\]|\(.*\)", re.DOTALL)  # a note, which nobody reads as a part of the word before it
_SIGNS = frozenset("™®©℠°*†‡§ªº′″'’" + "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def raised(text: str, before: str = "") -> str:
    """What stood higher than the text before it."""
    if _ORDINAL.fullmatch(text.strip()) and before[-1:].isdecimal():
        return text
    return {"TM": "™", "SM": "℠"}.get(text.strip()) or _written(text, _RAISED, "^")


def lowered(text: str) -> str:
    return _written(text, _LOWERED, "_")


def _written(text: str, signs: dict[int, int], mark: str) -> str:
    inner = text.strip()
    if not inner or _IN_BRACKETS.fullmatch(inner) or set(inner) <= _SIGNS:
        return text
    if all(ord(character) in signs for character in inner):
        written = inner.translate(signs)
    else:
        written = mark + (inner if inner.isalnum() else f"({inner})")
    start = text.index(inner)
    return text[:start] + written + text[start + len(inner) :]
