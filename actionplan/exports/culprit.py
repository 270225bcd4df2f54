"""Which record of a document keeps an export from being made: tried on documents that hold only a part of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

Document = dict[str, Any]


class Place(NamedTuple):
    """A section, or a record of one of the lists."""

    kind: str
    key: Any

    def words(self, document: Document) -> str:
        """What a person calls it: "action A3"."""
        if self.kind == "sections":
            return _("section %(title)s") % {"title": _section_title(document, self.key)}
        if self.kind == "comments":
            on = document["comments"][self.key].get("on") or {}
            return _("a comment on %(code)s") % {"code": on.get("code", "")}
        code = document[self.kind][self.key].get("code", "")
        return {
            "findings": _("finding %(code)s"),
            "barriers": _("barrier %(code)s"),
            "solutions": _("solution %(code)s"),
            "objectives": _("objective %(code)s"),
            "actions": _("action %(code)s"),
            "indicators": _("indicator %(code)s"),
        }[self.kind] % {"code": code}


LISTS = ("findings", "barriers", "solutions", "objectives", "actions", "indicators", "comments")


def find(document: Document, fails: Callable[[Document], bool]) -> str:
    """The first place with which the export fails, by halving; nothing where it fails without any of them."""
    places = _places(document)
    if not places or fails(_only(document, [])):
        return ""
    good, bad = 0, len(places)  # the first `good` places do no harm, the first `bad` ones do
    while bad - good > 1:
        middle = (good + bad) // 2
        if fails(_only(document, places[:middle])):
            bad = middle
        else:
            good = middle
    return places[bad - 1].words(document)


def longest(document: Document) -> str:
    """The place with most text, which is where a slow export has most to do."""
    places = _places(document)
    if not places:
        return document.get("title", "")
    sizes = {place: len(json.dumps(document[place.kind][place.key])) for place in places}
    return max(places, key=sizes.__getitem__).words(document)


def _places(document: Document) -> list[Place]:
    sections = [Place("sections", key) for key in document.get("sections") or {}]
    return sections + [Place(kind, n) for kind in LISTS for n in range(len(document.get(kind) or []))]


def _only(document: Document, places: list[Place]) -> Document:
    kept = set(places)
    lists = {
        kind: [record for n, record in enumerate(document.get(kind) or []) if Place(kind, n) in kept] for kind in LISTS
    }
    sections = {key: text for key, text in (document.get("sections") or {}).items() if Place("sections", key) in kept}
    return document | lists | {"sections": sections}


def _section_title(document: Document, key: str) -> str:
    parts = (part for chapter in document.get("outline") or [] for part in chapter.get("parts") or [])
    return next((f"“{part['title']}”" for part in parts if part.get("section") == key), key)
