from __future__ import annotations

from typing import Any

from actionplan.document.frozen import FrozenDocument


def render_json(document: FrozenDocument, names: dict[str, Any], language: str | None = None) -> bytes:
    """The canonical JSON and nothing else, so that the file's own SHA-256 is the version's fingerprint.

    The names stand beside the document and stay out of the file: its fingerprint holds when a person is erased. It has
    no words of ours, so it is the same in every language.
    """
    return document.text.encode()
