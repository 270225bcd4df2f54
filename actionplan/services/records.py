"""Adding a record under the next code, taking it out of the plan, bringing it back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from actionplan import kinds
from actionplan.models import Plan, Record
from actionplan.services import numbering
from ulg.models import Deed, Membership
from ulg.writing import saving
from ulg.writing.transactions import atomic


@atomic
def add(
    record: Record,
    *,
    by: Membership | None,
    links: dict[str, Iterable[Any]] | None = None,
    at: datetime | None = None,
) -> Record:
    """Store a new record under its plan's next number; codes of removed records are never given again."""
    plan = Plan.objects.select_related("city").get(pk=record.plan_id)
    record.number = numbering.take_next(plan, type(record))
    record.code = kinds.numbered_kind(record.kind).code(record.number, plan.city.language)
    record.created_at = record.created_at or at or timezone.now()
    record.created_by = record.created_by or by
    return saving.create(record, by=by, links=links, at=at)


def remove(record: Record, *, seen: int | None, by: Membership) -> saving.Saved | saving.Conflict:
    return saving.save(record, {"removed_at": timezone.now()}, seen=seen, by=by, deed=Deed.REMOVED)


def bring_back(record: Record, *, seen: int | None, by: Membership) -> saving.Saved | saving.Conflict:
    return saving.save(record, {"removed_at": None}, seen=seen, by=by, deed=Deed.BROUGHT_BACK)
