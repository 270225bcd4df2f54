"""A plan as the compiler takes it: text that its faces can draw, what belongs together kept on one line."""

from __future__ import annotations

from typing import Any

from actionplan.exports.characters import UNKNOWN, clean_text
from actionplan.exports.pdf.no_break import together
from actionplan.exports.said import Said


def clean(value: Any, sign: str = UNKNOWN) -> Any:
    """The same data with printable text, numbers kept beside their units; addresses and drawings stay as they are."""
    if isinstance(value, Said):
        value = value.data
    if isinstance(value, str):
        return together(clean_text(value, sign))
    if isinstance(value, list):
        return [clean(item, sign) for item in value]
    if isinstance(value, dict):
        return {key: item if key in ("href", "sha256", "svg") else clean(item, sign) for key, item in value.items()}
    return value
