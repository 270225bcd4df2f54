"""A frozen document, or the draft as it stands, as a file in one of the formats."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from actionplan import snapshot
from actionplan.exports import as_html, as_json, as_pdf
from actionplan.models import RECORDS, Plan, Record, Section

FORMATS = {"pdf": "application/pdf", "html": "text/html; charset=utf-8", "json": "application/json"}


def render(document: dict[str, Any], names: snapshot.Names, format: str, language: str | None = None) -> bytes:
    """The document's file in the language of the plan, or in another one; raises ExportFailed."""
    if format == "json":
        return as_json.render(document)
    makers: dict[str, Callable[..., bytes]] = {"pdf": as_pdf.render, "html": as_html.render}
    return makers[format](document, names, language=language)


def render_draft(plan: Plan, format: str, language: str | None = None) -> tuple[bytes, str]:
    """The draft's file and what to call it."""
    document = snapshot.take(plan)
    return render(document, snapshot.names(plan), format, language), file_name(document, format, language)


def file_name(document: dict[str, Any], format: str, language: str | None = None) -> str:
    """`umea-plan-version-2.pdf`, `umea-plan-draft-2026-08-28.pdf`; with the language where it is not the plan's."""
    version = document["version"]
    which = f"version-{version['number']}" if version["number"] else f"draft-{version['date']}"
    foreign = f"-{language}" if language and language != document["language"] and format != "json" else ""
    return f"{document['city']['slug']}-plan-{which}{foreign}.{format}"


def named(plan: Plan, words: str) -> Record | Section | None:
    """The record of the plan that these words name by its code, or the section that they name by its title."""
    codes = re.findall(r"\w+-\d{2,}", words)
    for model in RECORDS if codes else ():
        if record := model.objects.filter(plan=plan, code__in=codes).select_related("plan__city").first():
            return record
    sections = Section.objects.filter(plan=plan).defer("text").select_related("plan__city")
    return next((section for section in sections if f"“{section.title}”" in words), None)
