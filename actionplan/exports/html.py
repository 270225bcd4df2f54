"""The whole plan as one HTML file that needs nothing beside it: no script, its stylesheet inside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe

from actionplan.document.frozen import FrozenDocument
from actionplan.exports import web_document

STYLESHEET = "css/plan-file.css"


def render_html(document: FrozenDocument, names: dict[str, Any], language: str | None = None) -> bytes:
    doc = web_document.read(document, names, language)
    with translation.override(doc["words_language"]):
        context = {"doc": doc, "stylesheet": mark_safe(_stylesheet())}
        return render_to_string("actionplan/document/file.html", context).encode()


def _stylesheet() -> str:
    path = finders.find(STYLESHEET)
    assert path is not None
    return Path(path).read_text("utf-8")
