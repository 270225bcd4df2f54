"""What a request says of the unsent text of its form, and what the form shows of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ulg.access import CityRequest
from ulg.models import UnsentText
from ulg.writing import unsent_texts, unsent_words
from ulg.writing.unsent_texts import Origin

NONE = "0"


@dataclass(frozen=True)
class Unsent:
    """The unsent texts of one form: which one fills it, which one it goes on with, and those it offers besides."""

    chosen: UnsentText | None = None
    source: UnsentText | None = None
    others: list[UnsentText] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.source or self.others)


def of_form(request: CityRequest, form_url: str = "") -> Unsent:
    """A form is filled with the text that `?unsent=` names, else with the newest; one that was sent, with itself."""
    if request.method != "POST" and not request.membership.has_unsent:
        return Unsent()
    found = unsent_words.without_held(unsent_texts.of_form(by=request.membership, form_url=form_url or request.path))
    if request.method == "POST":
        source = _came_from(found, origin(request.POST))
        return Unsent(None, source, [text for text in found if text != source])
    asked = request.GET.get("unsent", "")
    named = [text for text in found if str(text.pk) == asked]
    chosen = None if asked == NONE else next(iter(named or found), None)
    return Unsent(chosen, chosen, [text for text in found if text != chosen])


def origin(sent: Mapping[str, Any]) -> Origin:
    """Where a sent form says that its text comes from."""
    return Origin(
        window=sent.get("unsent_window", "")[:40] if sent.get("unsent_window", "").isalnum() else "",
        edits=unsent_texts.whole_number(sent.get("unsent_edits", "")) or 0,
        unsent_id=unsent_texts.whole_number(sent.get("unsent_id", "")),
        version=unsent_texts.whole_number(sent.get("unsent_version", "")),
    )


def was_sent(request: CityRequest) -> None:
    """The form arrived: its text waits no longer."""
    unsent_texts.discard(by=request.membership, form_url=request.path, origin=origin(request.POST))


def _came_from(found: list[UnsentText], origin: Origin) -> UnsentText | None:
    def is_source(text: UnsentText) -> bool:
        is_own = bool(origin.window) and text.window == origin.window and not text.is_unattended
        return is_own or (text.pk, text.version) == (origin.unsent_id, origin.version)

    return next(filter(is_source, found), None)
