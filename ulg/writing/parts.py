"""What was done to what belongs to a record, such as its files, as its own history tells it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet

from ulg.models import Event, Revised
from ulg.writing import locks


def events_about(record: Revised, *, since: datetime | None, before: datetime | None) -> QuerySet[Event]:
    """The deeds in this stretch of time, of the kinds that say in which words they are told."""
    told = [name for name, model in Revised.kinds().items() if model.told_with_record]
    if locks.table_of(type(record))._meta.label != settings.RECORD_MODEL:
        return Event.objects.none()
    found = Event.objects.filter(record=record.pk, kind__in=told).select_related("by__user")
    found = found.filter(at__gte=since) if since else found
    return found.filter(at__lt=before) if before else found


def parts_of(events: Iterable[Event]) -> dict[tuple[str, int], Revised]:
    """What the events were done to: one query for each kind."""
    kinds = Revised.kinds()
    keys: dict[str, set[int]] = {}
    for event in events:
        keys.setdefault(event.kind, set()).add(event.key)
    return {(kind, pk): part for kind, found in keys.items() for pk, part in kinds[kind].objects.in_bulk(found).items()}
