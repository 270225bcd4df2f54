"""The one way to change a record that somebody else may be changing too."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst

from ulg.caching import revisions
from ulg.models import Deed, Event, Membership, Revised
from ulg.models.meta import field_of
from ulg.reference.words import Words
from ulg.writing import locks
from ulg.writing.merge import merge_text, text_with_mine
from ulg.writing.transactions import atomic

R = TypeVar("R", bound=Revised)


@dataclass(frozen=True)
class Overlap:
    """A field that two people changed in ways that cannot both stand."""

    name: str
    label: Words
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True)
class Saved(Generic[R]):
    record: R
    changed: tuple[str, ...] = ()
    merged_with: tuple[Membership, ...] = ()


@dataclass(frozen=True)
class Conflict(Generic[R]):
    """Nothing was written. `record` stands as others left it; `values` are the writer's, merged where they could be.

    `faults` say what would be wrong with both changes together.
    """

    record: R
    overlaps: tuple[Overlap, ...]
    values: dict[str, Any] = field(default_factory=dict)
    written_by: tuple[Membership, ...] = ()
    faults: tuple[str, ...] = ()


@atomic
def create(
    record: R,
    *,
    by: Membership | None,
    links: dict[str, Iterable[Any]] | None = None,
    at: datetime | None = None,
    deed: Deed = Deed.ADDED,
) -> R:
    """Store a new record; `at` is when it was written, if that was not now."""
    _sign(record, by=by, at=at)
    record.save_without_historical_record()
    record.skip_history_when_saving = True
    for name, others in (links or {}).items():
        getattr(record, name).set(others)
    del record.skip_history_when_saving
    record.note_first_revision()
    Event.of_revision(record, deed).save(force_insert=True)
    revisions.renew(record)
    return record


@atomic
def save(
    record: R,
    changes: dict[str, Any],
    *,
    seen: int | None,
    by: Membership | None,
    deed: Deed = Deed.CHANGED,
    at: datetime | None = None,
) -> Saved[R] | Conflict[R]:
    """Write the changes if the record stands at revision `seen`; else merge, or refuse with both texts."""
    changes = {name: _tidy(field_of(record, name), value) for name, value in changes.items()}
    current = locks.locked(record)
    if seen == current.revision:
        return _write(current, changes, by=by, deed=deed, at=at)
    base = values_at(current, seen, changes)
    merged, overlaps = _merge(current, base, changes)
    others = _writers_since(current, seen)
    if overlaps:
        return Conflict(current, overlaps, {**merged, **_with_mine(current, overlaps)}, others)
    if faults := _faults(current, merged):
        return Conflict(current, _differing(current, changes), merged, others, faults)
    deed = Deed.MERGED if deed == Deed.CHANGED else deed
    saved = _write(current, merged, by=by, deed=deed, at=at, merged_from=seen)
    return Saved(saved.record, saved.changed, others) if saved.changed else saved


@atomic
def advance(
    record: R,
    changes: dict[str, Any],
    *,
    seen: int | None,
    by: Membership,
    deed: Deed,
    at: datetime | None = None,
) -> Saved[R] | Conflict[R]:
    """Something follows from the record as it stands: always a new revision, and none from an old page."""
    current = locks.locked(record)
    if seen != current.revision:
        return Conflict(current, (), written_by=_writers_since(current, seen))
    return _write(current, changes, by=by, deed=deed, at=at, is_always=True)


def values_at(record: Revised, revision: int | None, names: Iterable[str]) -> dict[str, Any] | None:
    """The fields as they stood at that revision; None if there was never such a revision."""
    past = record.history.filter(revision=revision).order_by("-history_id").first() if revision else None
    if past is None:
        return None
    return {name: _past_value(past, field_of(record, name)) for name in names}


def value_of(record: models.Model, name: str) -> Any:
    """What stands in a field: links as a frozen set of keys, the rest as it is kept in the database."""
    target = field_of(record, name)
    if target.many_to_many:
        return frozenset(getattr(record, name).values_list("pk", flat=True))
    return getattr(record, target.attname)


def _sign(record: Revised, *, by: Membership | None, at: datetime | None) -> None:
    """Who writes this revision and when; the history says the same."""
    record.updated_by = by
    record.updated_at = record._history_date = at or timezone.now()


def label_of(target: models.Field) -> Words:
    return capfirst(target.verbose_name)


def _claim(record: Revised) -> None:
    """The one conditional update: whoever moves the revision on may write."""
    mine = locks.table_of(type(record))._base_manager.filter(pk=record.pk, revision=record.revision)
    if mine.update(revision=record.revision + 1) != 1:
        raise RuntimeError("Two saves held one record at once; the database did not keep its lock.")
    record.revision += 1


def _write(
    current: R,
    values: dict[str, Any],
    *,
    by: Membership | None,
    deed: Deed,
    at: datetime | None,
    is_always: bool = False,
    merged_from: int | None = None,
) -> Saved[R]:
    changed = tuple(name for name, value in values.items() if value != value_of(current, name))
    if not changed and not is_always:
        return Saved(current)
    _claim(current)
    _sign(current, by=by, at=at)
    _assign(current, {name: values[name] for name in changed})
    current.save()
    Event.of_revision(current, deed, merged_from=merged_from).save(force_insert=True)
    revisions.renew(current)
    return Saved(current, changed)


def _assign(current: Revised, values: dict[str, Any]) -> None:
    """Links are stored at once, and the history notes them with the rest."""
    current.skip_history_when_saving = True
    for name, value in values.items():
        target = field_of(current, name)
        if target.many_to_many:
            getattr(current, name).set(value)
        else:
            setattr(current, target.attname, value)
    del current.skip_history_when_saving


def _merge(
    current: Revised, base: dict[str, Any] | None, mine: dict[str, Any]
) -> tuple[dict[str, Any], tuple[Overlap, ...]]:
    merged: dict[str, Any] = {}
    overlaps: list[Overlap] = []
    for name, wanted in mine.items():
        target, theirs = field_of(current, name), value_of(current, name)
        before = base[name] if base is not None else None
        if wanted == theirs or (base is not None and wanted == before):
            merged[name] = theirs
        elif base is not None and theirs == before:
            merged[name] = wanted
        else:
            both = _merge_value(target, before, wanted, theirs) if base is not None else None
            if both is None:
                overlaps.append(Overlap(name, label_of(target), before, wanted, theirs))
            else:
                merged[name] = both
    return merged, tuple(overlaps)


def _merge_value(target: models.Field, base: Any, mine: Any, theirs: Any) -> Any:
    """What both changes make together, or None where they overlap."""
    if target.many_to_many:
        return (theirs | (mine - base)) - (base - mine)
    if hasattr(target, "merge"):
        return target.merge(base, mine, theirs)
    if isinstance(target, models.TextField):
        return merge_text(base, mine, theirs)
    return None


def _with_mine(current: Revised, overlaps: tuple[Overlap, ...]) -> dict[str, Any]:
    """What the writer may start from: all of theirs, and in long texts what others changed elsewhere."""
    values = {each.name: each.mine for each in overlaps}
    for each in overlaps:
        target = field_of(current, each.name)
        if isinstance(target, models.TextField) and each.base is not None:
            join = getattr(target, "with_mine", text_with_mine)
            values[each.name] = join(each.base, each.mine, each.theirs)
    return values


def _faults(current: Revised, merged: dict[str, Any]) -> tuple[str, ...]:
    """Two changes that are each fine may be wrong together, such as an end before its start."""
    trial = copy(current)
    for name, value in merged.items():
        if not (target := field_of(trial, name)).many_to_many:
            setattr(trial, target.attname, value)
    try:
        trial.clean_fields(exclude={each.name for each in trial._meta.fields} - set(merged))
        trial.clean()
        trial.validate_constraints()
    except ValidationError as error:
        return tuple(error.messages)
    return ()


def _differing(current: Revised, mine: dict[str, Any]) -> tuple[Overlap, ...]:
    """The short fields in which mine is not what stands: among them are those that are wrong together."""
    targets = [field_of(current, name) for name in mine]
    short = [each for each in targets if not (each.many_to_many or isinstance(each, models.TextField))]
    both = [(each, mine[each.name], value_of(current, each.name)) for each in short]
    return tuple(Overlap(each.name, label_of(each), None, my, their) for each, my, their in both if my != their)


def _writers_since(record: Revised, seen: int | None) -> tuple[Membership, ...]:
    rows = record.history.filter(revision__gt=seen or 0).values_list("updated_by", flat=True)
    return tuple(Membership.objects.filter(pk__in=set(rows)).select_related("user"))


def _past_value(past: models.Model, target: models.Field) -> Any:
    if isinstance(target, models.ManyToManyField):
        return frozenset(getattr(past, target.name).values_list(target.m2m_reverse_field_name(), flat=True))
    return getattr(past, target.attname)


def _tidy(target: models.Field, value: Any) -> Any:
    """A form's value as it will stand in the database."""
    if target.many_to_many:
        return frozenset(each.pk if isinstance(each, models.Model) else each for each in value)
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, str) and "\r" in value:
        value = value.replace("\r\n", "\n")
    return value if target.is_relation else target.to_python(value)
