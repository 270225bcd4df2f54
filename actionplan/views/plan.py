"""The plan as one long document, and its title page."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from actionplan.forms.plan import PlanForm
from actionplan.models import Plan
from actionplan.services import missing, reading, timeline
from ulg.access import CityRequest, requires
from ulg.roles import Permission
from ulg.views import writing


@requires(Permission.VIEW_PLAN)
def plan(request: CityRequest) -> HttpResponse:
    try:
        plan = reading.plan_of(request.city)
    except Plan.DoesNotExist as error:
        raise Http404("The city has no plan yet.") from error
    document = reading.read(plan, request.membership)
    may_edit = Permission.EDIT_PLAN in request.membership.permissions
    actions = next(
        part.records for chapter in document.chapters for part in chapter.parts if part.part.records == "timeline"
    )
    context = {
        "plan": plan,
        "document": document,
        "next_number": (plan.last_number or 0) + 1,
        "gaps": missing.missing(plan) if may_edit else [],
        "may_edit": may_edit,
        "charts": timeline.timeline(actions),
    }
    return render(request, "actionplan/plan/plan.html", context)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "POST"])
def edit(request: CityRequest) -> HttpResponse:
    record = get_object_or_404(Plan.objects.in_city(request.city).select_related("city"))
    return writing.edit(request, record, PlanForm, template="actionplan/plan/edit.html")
