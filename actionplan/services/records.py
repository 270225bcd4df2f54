"""Adding a record under the next code, taking it out of the plan, bringing it back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation

from actionplan.models import Plan, Record
from actionplan.reference.codes import LETTERS
from ulg.models import Membership
from ulg.services import saving

A_MOMENT = timedelta(minutes=1)


@transaction.atomic
def add(
    record: Record,
    *,
    by: Membership | None,
    links: dict[str, Iterable[Any]] | None = None,
    at: datetime | None = None,
) -> Record:
    """Store a new record under its plan's next number; codes of removed records are never given again."""
    plan = Plan.objects.select_for_update().select_related("city").get(pk=record.plan_id)
    last = type(record)._base_manager.filter(plan=plan).aggregate(last=Max("number"))["last"] or 0
    record.number = last + 1
    record.code = code(record.kind, record.number, plan.city.language)
    record.created_at = record.created_at or at or timezone.now()
    record.created_by = record.created_by or by
    return saving.create(record, by=by, links=links, at=at)


@transaction.atomic
def add_once(record: Record, *, by: Membership, links: dict[str, Iterable[Any]]) -> Record:
    """Store a new record, or find it if the same person sent the very same a moment ago: a second click adds none."""
    Plan.objects.select_for_update().get(pk=record.plan_id)
    lately = type(record).objects.current().filter(plan=record.plan_id, created_by=by, title=record.title)
    for sent in lately.filter(created_at__gt=timezone.now() - A_MOMENT):
        if _said(sent) == _said(record) and all(
            _keys(getattr(sent, name).all()) == _keys(links[name]) for name in links
        ):
            return sent
    return add(record, by=by, links=links)


def remove(record: Record, *, seen: int | None, by: Membership) -> saving.Saved | saving.Conflict:
    return saving.save(record, {"removed_at": timezone.now()}, seen=seen, by=by, reason="removed")


def bring_back(record: Record, *, seen: int | None, by: Membership) -> saving.Saved | saving.Conflict:
    return saving.save(record, {"removed_at": None}, seen=seen, by=by, reason="brought back")


def code(kind: str, number: int, language: str) -> str:
    """`H-07`: the letter in the plan's language and the number."""
    with translation.override(language):
        return f"{LETTERS[kind]}-{number:02}"


def _said(record: Record) -> dict[str, Any]:
    """Every field that a form may hold."""
    fields = [each for each in record._meta.concrete_fields if each.editable and not each.primary_key]
    return {each.name: each.to_python(getattr(record, each.attname)) for each in fields}


def _keys(records: Iterable[Any]) -> set[int]:
    return {each.pk for each in records}
