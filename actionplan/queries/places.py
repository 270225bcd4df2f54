"""Which record or section of a plan a place in its document means."""

from __future__ import annotations

from actionplan.exports.errors import Place
from actionplan.models import RECORDS, Plan, Record, Section


def record_at(plan: Plan, place: Place | None) -> Record | Section | None:
    """The record or section, if it stands in the plan still."""
    if place is None:
        return None
    if place.kind == "section":
        return Section.objects.filter(plan=plan, key=place.key).defer("text").select_related("plan__city").first()
    models = {model._meta.model_name: model for model in RECORDS}
    if place.kind not in models:
        return None
    return models[place.kind].objects.filter(plan=plan, code=place.key).select_related("plan__city").first()
