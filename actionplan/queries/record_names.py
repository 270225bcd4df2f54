"""What records and sections are called, of any kind: one query for as many as a list speaks of, and no join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet, Value
from django.urls import reverse

from actionplan.models import Comment, Plan
from actionplan.models.comment import SUBJECTS
from actionplan.reference.outline import NUMBERS, PARTS

Key = tuple[str, int]  # the kind and the primary key


@dataclass(frozen=True)
class RecordName:
    """A record's code and title as they stand; a section is called by its place in the outline."""

    kind: str
    pk: int
    code: str
    title: str
    section_key: str = ""
    is_taken_out: bool = False

    def __str__(self) -> str:
        return f"{self.code} {self.title}".strip()

    @property
    def is_section(self) -> bool:
        return bool(self.section_key)

    def url(self, plan: Plan) -> str:
        return reverse(f"actionplan:{self.kind}", args=[plan.city.slug, self.section_key or self.pk])


Names = Callable[[Collection[Key]], Mapping[Key, RecordName]]


def names(keys: Collection[Key]) -> dict[Key, RecordName]:
    wanted: dict[str, list[int]] = defaultdict(list)
    for kind, pk in keys:
        wanted[kind].append(pk)
    if not wanted:
        return {}
    first, *others = (_columns(kind, SUBJECTS[kind].objects.filter(pk__in=pks)) for kind, pks in wanted.items())
    return {row[:2]: _name(*row) for row in first.union(*others, all=True)}


def subject_of(comment: Comment | Mapping[str, int | None]) -> Key:
    """What a comment is about; of a row, by its columns `barrier_id` and so on."""
    keys = comment if isinstance(comment, Mapping) else comment.__dict__
    return next((kind, pk) for kind in SUBJECTS if (pk := keys[f"{kind}_id"]))


def _columns(kind: str, rows: QuerySet) -> QuerySet:
    of_record = (F("code"), F("title"), Q(removed_at__isnull=False))
    code, title, is_taken_out = (F("key"), F("key"), Value(False)) if kind == "section" else of_record
    columns = {"n_code": code, "n_title": title, "n_gone": ExpressionWrapper(is_taken_out, BooleanField())}
    return rows.order_by().annotate(n_kind=Value(kind), **columns).values_list("n_kind", "pk", *columns)


def _name(kind: str, pk: int, code: str, title: str, is_taken_out: bool) -> RecordName:
    if kind == "section":
        return RecordName(kind, pk, NUMBERS[title], str(PARTS[title].title), section_key=title)
    return RecordName(kind, pk, code, title, is_taken_out=bool(is_taken_out))
