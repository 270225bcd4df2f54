"""What happened in the plan since a moment: one query over the histories of its records, one over the comments, one for
what the records are called that were commented on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from actionplan.models import RECORDS, Comment, Plan, Section
from actionplan.models.comment import SUBJECTS
from actionplan.queries import record_names
from actionplan.queries.record_names import Key, RecordName, subject_of
from actionplan.reference.outline import NUMBERS, PARTS

Expression = F | Value | Coalesce
MOST = 12  # lines of news
MOST_ROWS = MOST * 8  # what one person did to one record stands on one line


@dataclass(frozen=True)
class Event:
    """One line of news: who did what to which record."""

    at: datetime
    who: str
    words: str
    kind: str
    record: str
    url: str
    times: int = 1


@dataclass(frozen=True)
class Row:
    """One row of the union; the names differ from every model's fields."""

    n_what: str
    n_kind: str
    n_of: int
    n_code: str
    n_title: str
    n_at: datetime
    n_who: str | None
    n_seat: int | None
    n_reason: str

    @property
    def subject(self) -> Key:
        return self.n_kind, self.n_of


def since(plan: Plan, moment: datetime) -> list[Event]:
    """News of the plan, newest first."""
    found = said(plan, moment)
    names = record_names.names({row.subject for row in found})
    return news(plan, [*changes(plan, moment), *named(found, names)])


def news(plan: Plan, rows: Iterable[Row]) -> list[Event]:
    """The newest rows as lines of news; what one person did to one record stands together."""
    grouped: dict[tuple, list[Row]] = {}
    for row in sorted(rows, key=lambda row: row.n_at, reverse=True)[:MOST_ROWS]:
        grouped.setdefault((row.n_kind, row.n_of, row.n_seat, row.n_what == "comment"), []).append(row)
    return [_event(plan, found) for found in list(grouped.values())[:MOST]]


def changes(plan: Plan, moment: datetime) -> list[Row]:
    """The newest revisions of the plan's records and sections."""
    rows = _sections(plan, moment).union(*(_records(model, plan, moment) for model in RECORDS), all=True)
    return [Row(**row) for row in rows.order_by("-n_at")[:MOST_ROWS]]


def said(plan: Plan, moment: datetime) -> list[Row]:
    """The newest comments that still stand; what their records are called is asked for by `named`."""
    newest = Comment.objects.filter(plan=plan, created_at__gt=moment, withdrawn_at=None).order_by("-created_at")
    keys = [f"{kind}_id" for kind in SUBJECTS]
    rows = newest.values("author", "author__user__name", "created_at", "is_answer", *keys)
    return [_said(row) for row in rows[:MOST_ROWS]]


def named(rows: Iterable[Row], names: Mapping[Key, RecordName]) -> list[Row]:
    return [_named(row, names[row.subject]) for row in rows]


def _named(row: Row, record: RecordName) -> Row:
    return replace(row, n_code=record.section_key or record.code, n_title=record.section_key or record.title)


def _said(row: dict[str, Any]) -> Row:
    kind, pk = subject_of(row)
    return Row(
        n_what="comment",
        n_kind=kind,
        n_of=pk,
        n_code="",
        n_title="",
        n_at=row["created_at"],
        n_who=row["author__user__name"],
        n_seat=row["author"],
        n_reason="answer" if row["is_answer"] else "",
    )


def _records(model: type, plan: Plan, moment: datetime) -> QuerySet:
    past = model.history.filter(plan=plan, history_date__gt=moment)
    return _columns(
        past,
        what=F("history_type"),
        kind=Value(model._meta.model_name),
        of=F("id"),
        record_code=F("code"),
        record_title=F("title"),
        at=F("history_date"),
        by="updated_by",
        reason=Coalesce(F("history_change_reason"), Value("")),
    )


def _sections(plan: Plan, moment: datetime) -> QuerySet:
    past = Section.history.filter(plan=plan, history_date__gt=moment).exclude(history_type="+")
    return _columns(
        past,
        what=F("history_type"),
        kind=Value("section"),
        of=F("id"),
        record_code=F("key"),
        record_title=F("key"),
        at=F("history_date"),
        by="updated_by",
        reason=Coalesce(F("history_change_reason"), Value("")),
    )


def _columns(
    rows: QuerySet,
    *,
    what: Expression,
    kind: Expression,
    of: Expression,
    record_code: Expression,
    record_title: Expression,
    at: Expression,
    by: str,
    reason: Expression,
) -> QuerySet:
    """The same columns, in the same order, from every table."""
    return rows.order_by().values(
        n_what=what,
        n_kind=kind,
        n_of=of,
        n_code=record_code,
        n_title=record_title,
        n_at=at,
        n_who=F(f"{by}__user__name"),
        n_seat=F(by),
        n_reason=reason,
    )


def _event(plan: Plan, rows: list[Row]) -> Event:
    newest, oldest = rows[0], rows[-1]
    kind = newest.n_kind
    if kind == "section":
        record = f"{NUMBERS[newest.n_title]} {PARTS[newest.n_title].title}".strip()
        url = reverse("actionplan:section", args=[plan.city.slug, newest.n_title])
    else:
        record = f"{newest.n_code} {newest.n_title}"
        url = reverse(f"actionplan:{kind}", args=[plan.city.slug, newest.n_of])
    who = newest.n_who or _("The portal")
    return Event(newest.n_at, who, _words(newest, oldest), kind, record, url, len(rows))


def _words(newest: Row, oldest: Row) -> str:
    if newest.n_what == "comment":
        return _("answered a comment on") if newest.n_reason == "answer" else _("commented on")
    if newest.n_reason == "removed":
        return _("removed")
    if newest.n_reason in ("restored", "brought back"):
        return _("restored")
    return _("added") if oldest.n_what == "+" else _("changed")
