"""Files made of a document that a test has put together."""

from __future__ import annotations

from typing import Any

from actionplan.document.frozen import FrozenDocument
from actionplan.exports.html import render_html
from actionplan.exports.json import render_json
from actionplan.exports.pdf.compiler import render_pdf

Facts = dict[str, Any]


def pdf(document: Facts, names: Facts | None = None, language: str | None = None) -> bytes:
    return render_pdf(FrozenDocument(document), names or {}, language)


def html(document: Facts, names: Facts | None = None, language: str | None = None) -> bytes:
    return render_html(FrozenDocument(document), names or {}, language)


def json(document: Facts, names: Facts | None = None) -> bytes:
    return render_json(FrozenDocument(document), names or {})
