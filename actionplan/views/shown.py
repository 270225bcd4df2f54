"""The page of a record: what it says, how it hangs together, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe

from actionplan.models import Record
from actionplan.services import trace
from actionplan.services.comments import Topic
from actionplan.views import comments, records
from actionplan.views.records import Noun
from ulg.access import CityRequest
from ulg.pieces import draw, mark, piece

GAP = mark("gap")
Context = dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """What a record's page shows to everybody of one role; between its parts stands what does not keep."""

    kind: str
    pk: int
    revision: int
    name: str
    url: str
    removed_at: datetime | None
    head: SafeString
    text: SafeString
    aside: SafeString


def of_trace(record: Record) -> Context:
    return {"knots": trace.trace(record)}


def show(
    request: CityRequest,
    noun: Noun,
    record_id: int,
    context_of: Callable[[Record], Context] = of_trace,
    *,
    is_kept: bool = True,
) -> HttpResponse:
    """The page of the city's record, for which `context_of` says what its template needs beside the record."""

    def make() -> Shown:
        record = records.find(request, noun, record_id, *noun.related)
        return _shown(request, noun, record, context_of(record))

    shown = piece(request, noun.kind, record_id, make=make) if is_kept else make()
    context = {"noun": noun, "record": shown}
    if noun.kind in comments.KINDS:
        context |= comments.panel(request, Topic(shown.kind, shown.pk, shown.name, shown.url))
    return render(request, "actionplan/records/show.html", context)


def _shown(request: CityRequest, noun: Noun, record: Record, context: Context) -> Shown:
    context = {"noun": noun, "record": record, "room_url": noun.room_url(request), "gap": GAP, **context}
    parts = draw(request, f"actionplan/{noun.kind}s/show.html", **context).split(GAP)
    head, text, aside = map(mark_safe, parts)
    facts = (noun.kind, record.pk, record.revision, str(record), record.get_absolute_url(), record.removed_at)
    return Shown(*facts, head, text, aside)
