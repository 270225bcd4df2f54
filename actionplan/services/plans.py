from __future__ import annotations

from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from actionplan.models import Plan, Section
from actionplan.reference.outline import WRITTEN
from ulg.models import City, Membership
from ulg.services import members
from ulg.writing import saving
from ulg.writing.transactions import atomic


@atomic
def open_plan(city: City, *, by: Membership | None, at: datetime | None = None) -> Plan:
    """The city's plan with its sections, all of them still to write; the plan it has already, if it has one."""
    members.lock(city)
    existing = Plan.objects.in_city(city).first()
    if existing:
        return existing
    with translation.override(city.language):
        title = _("Local action plan for gender-responsive public procurement")
    plan = saving.create(Plan(city=city, title=title), by=by, at=at)
    for number, key in enumerate(WRITTEN, start=1):
        section = Section(plan=plan, number=number, code=key, created_by=by, created_at=plan.updated_at)
        saving.create(section, by=by, at=at)
    return plan
