"""The whole document: what the plan says of itself, its outline and texts, and with them its records and people."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from actionplan import richtext
from actionplan.document.baseline import baseline
from actionplan.document.outline import outline
from actionplan.document.people import members
from actionplan.document.records import Document, comments, records
from actionplan.document.schema import SCHEMA
from actionplan.models import Plan, Section
from actionplan.reference.outline import WRITTEN
from ulg.models import City


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
        "outline": outline(city.language),
        "sections": _sections(plan),
        **baseline(plan, zone),
        **records(plan, zone),
        "comments": comments(plan, zone),
        "members": members(plan),
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
    empty = Section(text="")
    found = {key: written.get(key, empty) for key in WRITTEN}
    return {key: {"status": section.status, "nodes": richtext.nodes(section.text)} for key, section in found.items()}
