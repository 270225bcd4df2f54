"""Which row is locked before which, so that no two writers wait for each other.

`LOCK_ORDER` in the settings names every table whose rows a service locks, by SELECT … FOR NO KEY UPDATE, UPDATE
or DELETE. A service locks rows of an earlier table before rows of a later one, and rows of one table by rising key; so
whoever waits holds nothing that the other one still needs. A service that changes one row has nothing to do: `saving`
locks it. One that changes several gives them all to `lock`, before it changes the first.

All locks are the weak kind (`no_key`): new rows that point at a locked one, such as a comment on a record that is
being edited, do not wait for it. `tests/test_locks.py` reads the statements of every service and checks them.
"""

from __future__ import annotations

from itertools import groupby
from typing import TypeVar

from django.conf import settings
from django.db import models

M = TypeVar("M", bound=models.Model)


def lock(*records: models.Model) -> None:
    """Lock the rows of these records until the transaction ends, in the one order."""
    for model, found in groupby(sorted(records, key=_place), lambda record: table_of(type(record))):
        list(rows(model).filter(pk__in=[each.pk for each in found]).order_by("pk").values_list("pk"))


def locked(record: M) -> M:
    """The record as it stands, its row locked."""
    return rows(type(record)).get(pk=record.pk)


def rows(model: type[M]) -> models.QuerySet[M]:
    """The rows of the model; those that are read are locked, and of a model that extends a table only its row there.

    Whoever locked its own row as well would take it before the other, and meet those who lock the other one first.
    """
    extended = [link.name for link in model._meta.parents.values() if link]
    return model._base_manager.select_for_update(no_key=True, of=extended or ("self",))


def table_of(model: type[models.Model]) -> type[models.Model]:
    """The model whose rows stand for this one's: where it extends a table, that of all who do."""
    return model._meta.get_parent_list()[-1] if model._meta.parents else model


def _place(record: models.Model) -> tuple[int, int]:
    return settings.LOCK_ORDER.index(table_of(type(record))._meta.label), record.pk
