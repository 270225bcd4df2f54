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
from actionplan.queries import trace
from actionplan.services.comments import Topic
from actionplan.views import comments, correcting, records
from actionplan.views.records import Noun
from ulg.access import CityRequest
from ulg.caching import fragments
from ulg.caching.fragments import PEOPLE, Name
from ulg.models import Membership

GAP = fragments.placeholder("gap")
Context = dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """What a record's page shows to everybody of one role; between its parts stands what does not keep."""

    kind: str
    pk: int
    revision: int
    added_by: int | None
    name: str
    short_name: str
    url: str
    removed_at: datetime | None
    head: SafeString
    text: SafeString
    aside: SafeString


def of_trace(record: Record) -> Context:
    return {"steps": trace.trace(record)}


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
        _name_writers(request, record)
        return _shown(request, noun, record, context_of(record))

    shown = fragments.cached(request, noun.kind, record_id, make=make) if is_kept else make()
    said = comments.panel(request, Topic(shown.kind, shown.pk, shown.short_name, shown.url))
    context = {"noun": noun, "record": shown, "may_correct": correcting.may_correct(request, noun, shown), **said}
    return render(request, "actionplan/records/show.html", context)


def _name_writers(request: CityRequest, record: Record) -> None:
    """Who added it and who changed it last, kept while the city's people stay as they are."""

    def make(missing: list[Name]) -> list[Membership]:
        found = Membership.objects.select_related("user", "organisation").in_bulk([pk for _seat, pk in missing])
        return [found[pk] for _seat, pk in missing]

    keys = list(dict.fromkeys(filter(None, (record.created_by_id, record.updated_by_id))))
    seats = dict(
        zip(keys, fragments.cached_many(request, [("seat", pk) for pk in keys], make, until=(PEOPLE,)), strict=True)
    )
    record.created_by, record.updated_by = seats.get(record.created_by_id), seats.get(record.updated_by_id)


def _shown(request: CityRequest, noun: Noun, record: Record, context: Context) -> Shown:
    context = {"noun": noun, "record": record, "room_url": noun.room_url(request), "gap": GAP, **context}
    parts = fragments.render(request, f"actionplan/{noun.kind}s/show.html", **context).split(GAP)
    head, text, aside = map(mark_safe, parts)
    facts = (
        noun.kind,
        record.pk,
        record.revision,
        record.created_by_id,
        str(record),
        record.short_name,
        record.get_absolute_url(),
        record.removed_at,
    )
    return Shown(*facts, head, text, aside)
