"""The plan as one frozen document. The shape is that of docs/document.md; nothing else knows how models become it."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils import timezone, translation

from actionplan import richtext, snapshot_records
from actionplan.models import Barrier, Comment, Plan, Section, Solution
from actionplan.reference.outline import NUMBERS, OUTLINE, WRITTEN, Chapter, Part
from ulg.models import City, Membership

SCHEMA = 1
Document = dict[str, Any]
Names = dict[str, dict[str, str]]


def take(
    plan: Plan,
    *,
    number: int | None = None,
    on: date | None = None,
    previous: dict[str, Any] | None = None,
    decision: dict[str, Any] | None = None,
) -> Document:
    """The plan as it stands: a draft, or with a number the version that it becomes."""
    city = plan.city
    zone = ZoneInfo(city.time_zone)
    with translation.override(city.language):
        outline = [_chapter(chapter) for chapter in OUTLINE]
    return {
        "schema": SCHEMA,
        "language": city.language,
        "city": _city(city),
        "currency": city.currency,
        "title": plan.title,
        "subtitle": plan.subtitle,
        "period": plan.period,
        "case_number": plan.case_number,
        "version": {
            "number": number,
            "date": (on or timezone.localdate(timezone=zone)).isoformat(),
            "previous": previous,
            "decision": _decision(decision),
        },
        "outline": outline,
        "sections": _sections(plan),
        **snapshot_records.thread(plan, zone),
        "comments": snapshot_records.comments(plan, zone),
        "members": [_member(seat) for seat in seats(plan)],
    }


def names(plan: Plan) -> Names:
    """What each member lets us print of her, by the reference that the document holds."""
    return {seat.reference: printed_name(seat) for seat in seats(plan)}


def _chapter(chapter: Chapter) -> Document:
    return {
        "key": chapter.key,
        "number": NUMBERS[f"chapter {chapter.key}"],
        "title": str(chapter.title),
        "lead": str(chapter.lead),
        "parts": [_part(part) for part in chapter.parts],
    }


def _part(part: Part) -> Document:
    return {
        "key": part.key,
        "number": NUMBERS[part.key],
        "title": str(part.title),
        "kind": part.records or "text",
        "section": part.key if part.is_written else None,
    }


def _city(city: City) -> Document:
    return {
        "slug": city.slug,
        "name": city.name,
        "authority": city.full_name,
        "kind": city.kind,
        "country": city.country,
    }


def _decision(decision: dict[str, Any] | None) -> Document | None:
    if not decision or not any(decision.values()):
        return None
    on = decision.get("on")
    return {
        "body": decision.get("body") or "",
        "on": on.isoformat() if isinstance(on, date) else on or None,
        "paragraph": decision.get("paragraph") or "",
    }


def _sections(plan: Plan) -> Document:
    """Every section of the outline; one that the plan does not have yet is not started."""
    written = {section.key: section for section in Section.objects.filter(plan=plan)}
    empty = Section(status="not_started", text="")
    found = {key: written.get(key, empty) for key in WRITTEN}
    return {key: {"status": section.status, "nodes": richtext.nodes(section.text)} for key, section in found.items()}


def seats(plan: Plan) -> QuerySet[Membership]:
    """The local group, and whoever has left it but said something that the plan still holds."""
    spoke = (
        Q(pk__in=Comment.objects.filter(plan=plan).values("author"))
        | Q(pk__in=Barrier.objects.current().filter(plan=plan).values("created_by"))
        | Q(pk__in=Solution.objects.current().filter(plan=plan).values("created_by"))
    )
    seats = Membership.objects.in_city(plan.city).filter(Q(ended_at=None) | spoke)
    return seats.select_related("organisation", "user").order_by("pk")


def _member(seat: Membership) -> Document:
    return {
        "ref": seat.reference,
        "role": seat.role,
        "sector": seat.organisation.sector if seat.organisation else "",
    }


def printed_name(seat: Membership) -> dict[str, str]:
    """Nothing that the member's form does not show; a form without anything to show is anonymous."""
    shown = {
        "name": ("name", "function", "organisation"),
        "function": ("function", "organisation"),
        "organisation": ("organisation",),
        "anonymous": (),
    }[seat.published_as]
    known = {
        "name": seat.user.name,
        "function": seat.function,
        "organisation": seat.organisation.name if seat.organisation else "",
    }
    printed = {field: value if field in shown else "" for field, value in known.items()}
    return {"form": seat.published_as if any(printed.values()) else "anonymous", **printed}
