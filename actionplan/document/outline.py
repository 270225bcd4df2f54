"""The outline as the frozen document holds it."""

from __future__ import annotations

from typing import Any

from django.utils import translation

from actionplan.reference.outline import NUMBERS, OUTLINE, Chapter, Part


def outline(language: str) -> list[dict[str, Any]]:
    """Every part with its number, titles in the words of the plan's language."""
    with translation.override(language):
        return [_chapter(chapter) for chapter in OUTLINE]


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {
        "key": chapter.key,
        "number": NUMBERS[f"chapter {chapter.key}"],
        "title": str(chapter.title),
        "lead": str(chapter.lead),
        "parts": [_part(part) for part in chapter.parts],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "key": part.key,
        "number": NUMBERS[part.key],
        "title": str(part.title),
        "kind": part.records or "text",
        "section": part.key if part.is_written else None,
    }
