"""Documents of older schemas as today's.

A version keeps the document that it was published with, whose fingerprint it bears; whoever shows or prints it reads it
through `upgrade`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Document = dict[str, Any]


def upgrade(document: Document) -> Document:
    """The document in today's schema; one of today's, or of none that is known, as it is."""
    while isinstance(number := document.get("schema"), int) and number in STEPS:
        document = {**STEPS[number](document), "schema": number + 1}
    return document


def _comments_on_more_kinds(document: Document) -> Document:
    """Schema 1 knew comments on fewer kinds of record."""
    return document


def _replies(document: Document) -> Document:
    """Schema 2 called every reply to a comment an answer, also those that are none of the city's."""
    comments = document.get("comments")
    return {**document, "comments": list(map(_with_replies, comments)) if isinstance(comments, list) else []}


def _with_replies(comment: Any) -> Any:
    if not isinstance(comment, dict):
        return comment
    return {("replies" if name == "answers" else name): value for name, value in comment.items()}


def _with_baseline(document: Document) -> Document:
    """Schema 3 held no assessments and no figures of notices."""
    return {**document, "assessments": [], "figures": None}


# What leads from a schema to the next one
STEPS: dict[int, Callable[[Document], Document]] = {
    1: _comments_on_more_kinds,
    2: _replies,
    3: _with_baseline,
}
