"""The page of a record: what it says, how it hangs together, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from actionplan.kinds import NumberedKind
from actionplan.models import Record
from actionplan.models.kind_of_record import KindOfRecord
from actionplan.queries import trace
from actionplan.queries.attachments import Files, files_of
from actionplan.queries.comments import Topic
from actionplan.views import attachments, comments, correcting, records
from ulg.access import CityRequest, requires
from ulg.caching import fragments
from ulg.caching.fragments import PEOPLE, Name
from ulg.models import Membership
from ulg.roles import Permission

Context = dict[str, Any]
# What of the page differs between readers of one role, and the template of each
PARTS = {
    "removal": "actionplan/records/_is_taken_out.html",
    "correction": "actionplan/records/_may_correct.html",
    "files": "actionplan/attachments/_files.html",
    "comments": "actionplan/comments/_comments.html",
}


@dataclass(frozen=True)
class Shown:
    """What a record's page shows to everybody of one role, with a place for each of the other `PARTS`."""

    kind: str
    pk: int
    revision: int
    added_by: int | None
    name: str
    short_name: str
    url: str
    removed_at: datetime | None
    files: Files
    content: SafeString


def of_trace(record: KindOfRecord) -> Context:
    return {"steps": trace.trace(record)}


@requires(Permission.VIEW_PLAN)
@require_safe
def record(request: CityRequest, kind: NumberedKind, **address: int) -> HttpResponse:
    """The page of one record, with its trace."""
    return show(request, kind, address[kind.key])


def show(
    request: CityRequest,
    kind: NumberedKind,
    record_id: int,
    context_of: Callable[[Any], Context] = of_trace,
    *,
    is_kept: bool = True,
) -> HttpResponse:
    """The page of the city's record, for which `context_of` says what its template needs beside the record."""

    def make() -> Shown:
        record = records.find(request, kind, record_id, *kind.pages.related)
        _name_writers(request, record)
        return _shown(request, kind, record, context_of(record))

    shown = fragments.cached(request, kind.name, record_id, make=make) if is_kept else make()
    said = comments.panel(request, Topic(shown.kind, shown.pk, shown.short_name, shown.url))
    context = {"kind": kind, "record": shown, **said}
    context["content"] = fragments.fill(shown.content, **_parts(request, kind, shown, context))
    return render(request, "actionplan/records/show.html", context)


def _parts(request: CityRequest, kind: NumberedKind, shown: Shown, context: Context) -> dict[str, str]:
    is_correctable = correcting.may_correct(request, kind, shown)
    may_change = is_correctable or Permission.EDIT_PLAN in request.membership.permissions
    context = {**context, **attachments.panel(shown.files, may_change=may_change)}
    is_there = {"removal": shown.removed_at, "correction": is_correctable}
    return {
        name: render_to_string(template, context, request) if is_there.get(name, True) else ""
        for name, template in PARTS.items()
    }


def _name_writers(request: CityRequest, record: Record) -> None:
    """Who added it and who changed it last, kept while the city's people stay as they are."""

    def make(missing: list[Name]) -> list[Membership]:
        found = Membership.objects.select_related("user", "organisation").in_bulk([pk for _seat, pk in missing])
        return [found[pk] for _seat, pk in missing]

    keys = list(dict.fromkeys(filter(None, (record.created_by_id, record.updated_by_id))))
    seats: dict[int | None, Membership] = dict(
        zip(keys, fragments.cached_many(request, [("seat", pk) for pk in keys], make, until=(PEOPLE,)), strict=True)
    )
    record.created_by, record.updated_by = seats.get(record.created_by_id), seats.get(record.updated_by_id)


def _shown(request: CityRequest, kind: NumberedKind, record: Record, context: Context) -> Shown:
    place = {name: fragments.placeholder(name) for name in PARTS}
    context = {"kind": kind, "record": record, "list_url": records.list_url(request, kind), "place": place, **context}
    facts = (
        kind.name,
        record.pk,
        record.revision,
        record.created_by_id,
        str(record),
        record.short_name,
        record.get_absolute_url(),
        record.removed_at,
        files_of(record.pk),
    )
    return Shown(*facts, fragments.render(request, f"actionplan/{kind.plural}/show.html", **context))
