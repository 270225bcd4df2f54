"""Which record of a plan a place in its document means."""

from __future__ import annotations

from actionplan.exports.errors import Place
from actionplan.models import Plan, Record


def record_at(plan: Plan, place: Place | None) -> Record | None:
    """The record, if it stands there still, with the plan's city."""
    if place is None:
        return None
    rows = Record.objects.filter(plan=plan, kind=place.kind, code=place.key)
    return rows.without_texts().select_related("plan__city").first()
