"""What happened to the plan's records since a moment, in one query over their histories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from actionplan.models import RECORDS, Comment, Plan, Section
from actionplan.reference.outline import NUMBERS, PARTS

Expression = F | Value | Case | Coalesce


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


def since(plan: Plan, moment: datetime, *, most: int = 12) -> list[Event]:
    """News of the plan, newest first; what one person did to one record stands together."""
    rows = _comments(plan, moment).union(
        _sections(plan, moment), *(_records(model, plan, moment) for model in RECORDS), all=True
    )
    grouped: dict[tuple, list[Row]] = {}
    for row in rows.order_by("-n_at")[: most * 8]:
        found = Row(**row)
        grouped.setdefault((found.n_kind, found.n_of, found.n_seat, found.n_what == "comment"), []).append(found)
    return [_event(plan, found) for found in list(grouped.values())[:most]]


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


def _comments(plan: Plan, moment: datetime) -> QuerySet:
    said = Comment.objects.filter(plan=plan, created_at__gt=moment, withdrawn_at=None).order_by()
    return _columns(
        said,
        what=Value("comment"),
        kind=Case(
            *(When(**{f"{kind}__isnull": False}, then=Value(kind)) for kind in ("barrier", "solution", "action")),
            default=Value("section"),
        ),
        of=Coalesce("barrier_id", "solution_id", "action_id", "section_id"),
        record_code=Coalesce("barrier__code", "solution__code", "action__code", "section__key"),
        record_title=Coalesce("barrier__title", "solution__title", "action__title", "section__key"),
        at=F("created_at"),
        by="author",
        reason=Case(When(is_answer=True, then=Value("answer")), default=Value("")),
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
        return _("took out")
    if newest.n_reason in ("restored", "brought back"):
        return _("brought back")
    return _("added") if oldest.n_what == "+" else _("changed")
