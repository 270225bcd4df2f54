"""Which record of a document keeps an export from being made: tried on documents that hold only a part of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from actionplan import kinds
from actionplan.exports.errors import Place

Document = dict[str, Any]


class Entry(NamedTuple):
    """A section by its key, or a record by its number in one of the lists."""

    kind: str
    key: Any


LISTS = (*(kind.plural for kind in kinds.numbered()), "comments")


def find(document: Document, fails: Callable[[Document], bool]) -> Place | None:
    """The first place with which the export fails, by halving; nothing where it fails without any of them."""
    places = _entries(document)
    if not places or fails(_only(document, [])):
        return None
    good, bad = 0, len(places)  # the first `good` places do no harm, the first `bad` ones do
    while bad - good > 1:
        middle = (good + bad) // 2
        if fails(_only(document, places[:middle])):
            bad = middle
        else:
            good = middle
    return _place(document, places[bad - 1])


def longest(document: Document) -> Place | None:
    """The place with most text, which is where a slow export has most to do."""
    entries = _entries(document)
    if not entries:
        return None
    sizes = {entry: len(json.dumps(document[entry.kind][entry.key])) for entry in entries}
    return _place(document, max(entries, key=sizes.__getitem__))


def words(place: Place | None, document: Document) -> str:
    """What a person calls it: "action A-03"."""
    if place is None:
        return document.get("title", "")
    called = _section_title(document, place.key) if place.kind == "section" else place.key
    if place.is_comment:
        return _("a comment on %(code)s") % {"code": called}
    return str(kinds.find(place.kind).in_export) % {"code": called}


def _place(document: Document, entry: Entry) -> Place:
    if entry.kind == "sections":
        return Place("section", entry.key)
    record = document[entry.kind][entry.key]
    if entry.kind == "comments":
        on = record.get("on") or {}
        return Place(str(on.get("kind", "")), str(on.get("code", "")), is_comment=True)
    return Place(_singular(entry.kind), str(record.get("code", "")))


def _singular(plural: str) -> str:
    return next(kind.name for kind in kinds.printed() if kind.plural == plural)


def _entries(document: Document) -> list[Entry]:
    sections = [Entry("sections", key) for key in document.get("sections") or {}]
    return sections + [Entry(kind, n) for kind in LISTS for n in range(len(document.get(kind) or []))]


def _only(document: Document, places: list[Entry]) -> Document:
    kept = set(places)
    lists = {
        kind: [record for n, record in enumerate(document.get(kind) or []) if Entry(kind, n) in kept] for kind in LISTS
    }
    sections = {key: text for key, text in (document.get("sections") or {}).items() if Entry("sections", key) in kept}
    return document | lists | {"sections": sections}


def _section_title(document: Document, key: str) -> str:
    parts = (part for chapter in document.get("outline") or [] for part in chapter.get("parts") or [])
    return next((f"“{part['title']}”" for part in parts if part.get("section") == key), key)
