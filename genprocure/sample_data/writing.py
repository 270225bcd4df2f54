"""Rows with the first row of their history, many at once. Only here are records written beside `saving`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from django.db import models
from django.utils import timezone

from ulg.models import Membership, Revised
from ulg.models.revised import HISTORY

AT_ONCE = 500
R = TypeVar("R", bound=Revised)


def moment(turn: int, total: int) -> datetime:
    """Spread over half a year, the last one an hour ago."""
    return timezone.now() - timedelta(hours=1) - timedelta(days=180) * (total - 1 - turn) / max(total, 1)


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
        return made

    def store(self, rows: list[models.Model]) -> list:
        made = []
        for start in range(0, len(rows), AT_ONCE):
            made += type(rows[0])._base_manager.bulk_create(rows[start : start + AT_ONCE])
        if rows:
            self.counts[str(rows[0]._meta.verbose_name_plural)] += len(rows)
        return made

    def link(self, records: Sequence[Revised], name: str, others: Sequence[Sequence[models.Model]]) -> None:
        """Link each record to its others, in its history too."""
        target = type(records[0])._meta.get_field(name)
        through = target.remote_field.through
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
