from __future__ import annotations

from typing import Any

from actionplan.document.canonical import canonical


def render_json(document: dict[str, Any], names: dict[str, Any] | None = None, language: str | None = None) -> bytes:
    """The canonical JSON and nothing else, so that the file's own SHA-256 is the version's fingerprint.

    The names stand beside the document and stay out of the file: its fingerprint holds when a person is erased. It has
    no words of ours, so it is the same in every language.
    """
    return canonical(document).encode()
