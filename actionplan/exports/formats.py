"""The formats in which a plan can be had: the one list that addresses, pages, commands and versions read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from actionplan.document.frozen import FrozenDocument
from actionplan.exports.html import render_html
from actionplan.exports.json import render_json
from actionplan.exports.labels import Words
from actionplan.exports.pdf.compiler import render_pdf

Names = dict[str, Any]


class File(NamedTuple):
    name: str
    content: bytes


@dataclass(frozen=True)
class Format:
    """One format, and the function that makes a file of it from a document, the names beside it and a language."""

    name: str  # in addresses, in the database and at the end of a file's name
    label: str
    link_words: Words  # what a link to the file says to everyone
    media_type: str
    render: Callable[[FrozenDocument, Names, str | None], bytes]  # no language: the plan's; raises ExportFailed
    has_language: bool = True  # its fixed words are in a language of the reader's choice
    is_kept: bool = True  # a version keeps the file, from its publishing on
    opens_in_browser: bool = False

    def file(self, document: FrozenDocument, names: Names, language: str | None = None) -> File:
        """The document's file in the language of the plan, or in another one; raises ExportFailed."""
        return File(self.file_name(document, language), self.render(document, names, language))

    def file_name(self, document: FrozenDocument, language: str | None = None) -> str:
        """`umea-plan-version-2.pdf`, `umea-plan-draft-2026-08-28.pdf`; with the language if it is not the plan's."""
        content, version = document.content, document.content["version"]
        which = f"version-{version['number']}" if version["number"] else f"draft-{version['date']}"
        used = self.language(document, language)
        foreign = f"-{used}" if used != content["language"] else ""
        return f"{content['city']['slug']}-plan-{which}{foreign}.{self.name}"

    def language(self, document: FrozenDocument, wanted: str | None) -> str:
        return wanted if wanted and self.has_language else document.content["language"]


PDF = Format("pdf", "PDF", "PDF", "application/pdf", render_pdf, opens_in_browser=True)
HTML = Format("html", "HTML", _("HTML file"), "text/html; charset=utf-8", render_html)
JSON = Format("json", "JSON", _("Open data (JSON)"), "application/json", render_json, has_language=False)

FORMATS = {each.name: each for each in (PDF, HTML, JSON)}


def kept() -> list[Format]:
    return [each for each in FORMATS.values() if each.is_kept]
