"""A frozen document, or the draft as it stands, as a file in one of the formats."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from actionplan.document import people, snapshot
from actionplan.exports.errors import Place
from actionplan.exports.html import render_html
from actionplan.exports.json import render_json
from actionplan.exports.pdf import compiler
from actionplan.models import RECORDS, Plan, Record, Section

FORMATS = {"pdf": "application/pdf", "html": "text/html; charset=utf-8", "json": "application/json"}


def render(document: dict[str, Any], names: people.Names, format: str, language: str | None = None) -> bytes:
    """The document's file in the language of the plan, or in another one; raises ExportFailed."""
    if format == "json":
        return render_json(document)
    makers: dict[str, Callable[..., bytes]] = {"pdf": compiler.render_pdf, "html": render_html}
    return makers[format](document, names, language=language)


def render_draft(plan: Plan, format: str, language: str | None = None) -> tuple[bytes, str]:
    """The draft's file and what to call it."""
    document = snapshot.take(plan)
    return render(document, people.names(plan), format, language), file_name(document, format, language)


def file_name(document: dict[str, Any], format: str, language: str | None = None) -> str:
    """`umea-plan-version-2.pdf`, `umea-plan-draft-2026-08-28.pdf`; with the language where it is not the plan's."""
    version = document["version"]
    which = f"version-{version['number']}" if version["number"] else f"draft-{version['date']}"
    foreign = f"-{language}" if language and language != document["language"] and format != "json" else ""
    return f"{document['city']['slug']}-plan-{which}{foreign}.{format}"


def named(plan: Plan, place: Place | None) -> Record | Section | None:
    """The record or section of the plan that a failure is about, if it stands there still."""
    if place is None:
        return None
    if place.kind == "section":
        return Section.objects.filter(plan=plan, key=place.key).defer("text").select_related("plan__city").first()
    models = {model._meta.model_name: model for model in RECORDS}
    if place.kind not in models:
        return None
    return models[place.kind].objects.filter(plan=plan, code=place.key).select_related("plan__city").first()
