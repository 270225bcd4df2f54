"""The one way to write a frozen document down: the same document always gives the same text and fingerprint."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def canonical(document: dict[str, Any]) -> str:
    """Keys sorted, no spaces, no escapes. Numbers are whole: a float would read differently elsewhere.

    Half a character (a lone surrogate), which no file can hold, becomes a question mark.
    """
    _refuse_floats(document)
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode(errors="replace").decode()


def sha256(text: str) -> str:
    """The fingerprint that anyone can compute of the downloaded file."""
    return hashlib.sha256(text.encode()).hexdigest()


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError("A frozen document holds decimals as text, never as floats.")
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _refuse_floats(child)
