"""Rows with the first row of their history, many at once. Only here are records written beside `saving`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import models
from django.utils import timezone

from actionplan.models import Comment
from ulg.models import Deed, Event, Membership, Revised
from ulg.models.meta import field_of
from ulg.models.revised import HISTORY

AT_ONCE = 500
R = TypeVar("R", bound=Revised)
M = TypeVar("M", bound=models.Model)


def moment(turn: int, total: int) -> datetime:
    """Spread over half a year, the last one an hour ago."""
    return timezone.now() - timedelta(hours=1) - timedelta(days=180) * (total - 1 - turn) / max(total, 1)


def _deed(row: Revised) -> Deed:
    if isinstance(row, Comment):
        return (Deed.ANSWERED if row.is_answer else Deed.REPLIED) if row.parent_id else Deed.COMMENTED
    return Deed.ADDED


class Writer:
    """Stores rows and counts them."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def write(self, rows: Iterable[R], *, by: Sequence[Membership] = ()) -> list[R]:
        """Store the records, signed in turn, and note their first revision."""
        found = list(rows)
        for turn, row in enumerate(found):
            row.updated_by = by[turn % len(by)] if by else None
            row.updated_at = row._history_date = getattr(row, "created_at", None) or moment(turn, len(found))
        made = self.store(found)
        if made:
            type(made[0]).history.bulk_history_create(made, batch_size=AT_ONCE)
            Event.objects.bulk_create([Event.of_revision(row, _deed(row)) for row in made], batch_size=AT_ONCE)
        return made

    def store(self, rows: list[M]) -> list[M]:
        if rows and rows[0]._meta.parents:
            self._store_parts(rows)
        else:
            for start in range(0, len(rows), AT_ONCE):
                type(rows[0])._base_manager.bulk_create(rows[start : start + AT_ONCE])
        if rows:
            self.counts[str(rows[0]._meta.verbose_name_plural)] += len(rows)
        return rows

    def _store_parts(self, rows: list[Any]) -> None:
        """Rows that extend a table: their part of it many at once, and then their own part one by one.

        Django's `bulk_create` refuses such rows; `save_base` stores a row's own part alone, as fixtures are loaded.
        """
        [table] = rows[0]._meta.parents
        names = [column.attname for column in table._meta.concrete_fields if not column.primary_key]
        parts = [table(**{name: getattr(row, name) for name in names}) for row in rows]
        for row, part in zip(rows, parts, strict=True):
            part.searched_texts = row.searched_texts  # all of its words, not those of this part alone
        table._base_manager.bulk_create(parts, batch_size=AT_ONCE)
        for row, part in zip(rows, parts, strict=True):
            row.pk = row.id = part.pk
            row.save_base(raw=True, force_insert=True)

    def link(self, records: Sequence[Revised], name: str, others: Sequence[Sequence[models.Model]]) -> None:
        """Link each record to its others, in its history too."""
        target = field_of(records[0], name)
        assert isinstance(target, models.ManyToManyField)
        through: Any = target.remote_field.through
        mine, theirs = target.m2m_field_name(), target.m2m_reverse_field_name()
        pairs = [(record, other) for record, linked in zip(records, others, strict=True) for other in linked]
        links = through.objects.bulk_create(
            [through(**{mine: record, theirs: other}) for record, other in pairs], batch_size=AT_ONCE
        )
        past = dict(type(records[0]).history.filter(id__in=[each.pk for each in records]).values_list("id", "pk"))
        kept = HISTORY.m2m_models[target]
        kept.objects.bulk_create(
            [
                kept(history_id=past[record.pk], id=link.pk, **{mine: record, theirs: other})
                for link, (record, other) in zip(links, pairs, strict=True)
            ],
            batch_size=AT_ONCE,
        )
