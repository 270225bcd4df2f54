"""Who changed what in a record and when, in words; and an earlier revision brought back as a new one."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db import IntegrityError, models
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from ulg.models import Deed, Event, Membership, Revised
from ulg.models.meta import field_of
from ulg.models.revised import HISTORY
from ulg.reference.words import Words
from ulg.writing import diff, field_values, parts, saving
from ulg.writing.format_diff import FormatChange

A_PAGE = 25


class RestoreRefused(Exception):
    """The revision as it stood would be wrong today."""


@dataclass(frozen=True)
class Change:
    """One field: a short value before and after, or the lines of a text."""

    label: Words
    before: str = ""
    after: str = ""
    lines: tuple[diff.Line, ...] = ()
    are_theirs: bool = False  # words of the city, in its language
    links: tuple[FormatChange, ...] = ()
    kinds: tuple[FormatChange, ...] = ()

    @property
    def is_formatting_only(self) -> bool:
        return bool(self.lines) and all(line.is_same for line in self.lines)


@dataclass(frozen=True)
class Entry:
    """One revision: what was done, and what it changed. Or what was done to a part of the record, such as a file."""

    revision: int
    at: datetime
    by: Membership | None
    deed: Deed
    changes: tuple[Change, ...] = ()
    joined: tuple[Membership, ...] = ()
    part: Revised | None = None


def entries(record: Revised, page: int | str | None) -> tuple[Page, list[Entry]]:
    """A page of the record's revisions, newest first, with what was done to its parts in the same time."""
    rows = _revisions(record)
    shown = Paginator(rows, A_PAGE).get_page(page)
    first = (shown.number - 1) * A_PAGE
    found = list(rows[first : first + A_PAGE + 1])
    targets = _tracked(type(record))
    stood = _values(found, targets)
    names = field_values.names_for(_changed_values(stood, targets))
    revisions = zip(found, stood, [*stood[1:], None], strict=True)
    made = [
        _entry(row, _changes(row, after, before, targets, names), found)
        for row, after, before in list(revisions)[:A_PAGE]
    ]
    since = made[-1].at if made and shown.has_next() else None
    before = rows[first - 1].history_date if first else None
    told = _entries_of_parts(record, since=since, before=before)
    return shown, list(heapq.merge(made, told, key=lambda entry: entry.at, reverse=True))


def last_merge(record: Revised) -> Entry | None:
    """How the text that stands was joined from several writers' changes, if it was."""
    newest = Event.objects.of(record).order_by("-revision").first()
    if newest is None or newest.deed != Deed.MERGED:
        return None
    row, *older = _revisions(record).filter(revision__gt=newest.merged_from)
    return _entry(row, (), older)


def restore(record: Revised, revision: int, *, seen: int | None, by: Membership) -> saving.Saved | saving.Conflict:
    """Everything in the record as it stood at that revision: a new revision, and none is deleted."""
    names = [
        target.name for target in _tracked(type(record)) if target.editable and not isinstance(target, models.SlugField)
    ]
    stood = saving.values_at(record, revision, names)
    if stood is None:
        raise RestoreRefused(_("There is no such revision."))
    stood = {name: _still_there(field_of(record, name), value) for name, value in stood.items()}
    _refuse_wrong(record, stood)
    try:
        return saving.save(record, stood, seen=seen, by=by, deed=Deed.RESTORED)
    except IntegrityError:  # somebody else has taken meanwhile what only one may have, such as a name
        _refuse_wrong(record, stood)
        raise


def _revisions(record: Revised) -> models.QuerySet:
    """The rows of its history, newest first, each with the deed that made it."""
    events = Event.objects.of(record).filter(revision=OuterRef("revision"))
    return (
        record.history.order_by("-revision", "-history_id")
        .select_related("updated_by__user")
        .annotate(
            deed=Coalesce(Subquery(events.values("deed")), Value(Deed.CHANGED)),
            merged_from=Subquery(events.values("merged_from")),
        )
    )


def _tracked(model: type[Revised]) -> list[models.Field]:
    """The fields that people change: not the moments, and not what says who wrote which revision."""
    ours = {model._meta.pk.name, "revision", "updated_by"}
    plain = [target for target in HISTORY.fields_included(model) if not isinstance(target, models.DateTimeField)]
    linked = [field_of(model, name) for name in getattr(model, "_history_m2m_fields", ())]
    return [target for target in plain if target.name not in ours] + linked


def _values(rows: Sequence[models.Model], targets: Sequence[models.Field]) -> list[list[Any]]:
    """What stood in these fields at each row: one query for each kind of links."""
    links = {target.name: _links(rows, target) for target in targets if isinstance(target, models.ManyToManyField)}
    return [
        [
            links[target.name].get(row.pk, frozenset()) if target.many_to_many else getattr(row, target.attname)
            for target in targets
        ]
        for row in rows
    ]


def _changed_values(stood: Sequence[Sequence[Any]], targets: Sequence[models.Field]) -> Iterator[tuple[Any, Any]]:
    """The fields whose values changed, with each of the two: nothing else is named."""
    for after, before in pairwise(stood):
        for target, new, old in zip(targets, after, before, strict=True):
            if new != old:
                yield from ((target, new), (target, old))


def _links(rows: Sequence[models.Model], target: models.ManyToManyField) -> dict[int, frozenset[int]]:
    past = HISTORY.m2m_models[target].objects.filter(history__in=[row.pk for row in rows])
    found: dict[int, set[int]] = {}
    for history, other in past.values_list("history", target.m2m_reverse_field_name()):
        found.setdefault(history, set()).add(other)
    return {history: frozenset(others) for history, others in found.items()}


def _entry(row: Any, changes: Iterable[Change], rows: Iterable[Any]) -> Entry:
    joined = _joined(row, rows) if row.deed == Deed.MERGED else ()
    return Entry(row.revision, row.history_date, row.updated_by, Deed(row.deed), tuple(changes), joined)


def _entries_of_parts(record: Revised, *, since: datetime | None, before: datetime | None) -> list[Entry]:
    """Newest first, as the revisions between which they stand."""
    events = list(parts.events_about(record, since=since, before=before).order_by("-at", "-pk"))
    found = parts.parts_of(events)
    return [
        Entry(0, event.at, event.by, Deed(event.deed), part=part)
        for event in events
        if (part := found.get((event.kind, event.key)))
    ]


def _changes(
    row: Any,
    after: list[Any],
    before: list[Any] | None,
    targets: Sequence[models.Field],
    names: field_values.Names,
) -> list[Change]:
    if before is None or row.history_type == "+":
        return []
    both = zip(targets, before, after, strict=True)
    return [_change(target, old, new, names) for target, old, new in both if old != new]


def _change(target: models.Field, before: Any, after: Any, names: field_values.Names) -> Change:
    label = saving.label_of(target)
    if field_values.is_text(target):
        lines = tuple(diff.changes(field_values.lines(target, before), field_values.lines(target, after)))
        return Change(label, "", "", lines, False, *field_values.format_changes(target, before, after))
    old, new = (field_values.words(target, value, names) for value in (before, after))
    return Change(label, old, new, are_theirs=field_values.are_theirs(target))


def _joined(row: Any, rows: Iterable[Any]) -> tuple[Membership, ...]:
    """Whose changes this revision joined: everybody's since the revision that its writer had seen."""
    others = [other.updated_by for other in rows if row.merged_from < other.revision < row.revision]
    return tuple(dict.fromkeys(other for other in others if other is not None))


def _still_there(target: models.Field, value: Any) -> Any:
    if not isinstance(target, models.ManyToManyField):
        return value
    return frozenset(target.related_model._base_manager.filter(pk__in=value).values_list("pk", flat=True))


def _refuse_wrong(record: Revised, stood: dict[str, Any]) -> None:
    trial = copy(record)
    plain = {name: value for name, value in stood.items() if not field_of(record, name).many_to_many}
    for name, value in plain.items():
        setattr(trial, field_of(record, name).attname, value)
    try:
        trial.clean_fields(exclude={target.name for target in trial._meta.fields} - set(plain))
        trial.clean()
        trial.validate_constraints()
    except ValidationError as error:
        raise RestoreRefused(" ".join(error.messages)) from error
