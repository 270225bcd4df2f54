"""The plan as one long document, and its title page."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods

from actionplan.forms.plan import PlanForm
from actionplan.models import Plan
from actionplan.services import missing, reading, timeline
from actionplan.services.reading import PlanToRead
from ulg.access import CityRequest, requires
from ulg.pieces import LARGE, draw, piece
from ulg.roles import Permission
from ulg.views import writing


@requires(Permission.VIEW_PLAN)
def plan(request: CityRequest) -> HttpResponse:
    """The plan as it stands; kept while nobody writes in it, and nobody comments."""
    try:
        plan = reading.plan_of(request.city)
    except Plan.DoesNotExist as error:
        raise Http404("The city has no plan yet.") from error
    drafts = reading.drafts_in(plan, request.membership)

    def make() -> SafeString:
        document = reading.read(plan, request.membership, drafts)
        return draw(request, "actionplan/plan/_document.html", **_context(request, document))

    document = make() if drafts else piece(request, "plan", _next(plan), plan.words, make=make, store=LARGE)
    return render(request, "actionplan/plan/plan.html", {"document": document, "next_number": _next(plan)})


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "POST"])
def edit(request: CityRequest) -> HttpResponse:
    record = get_object_or_404(Plan.objects.in_city(request.city).select_related("city"))
    return writing.edit(request, record, PlanForm, template="actionplan/plan/edit.html")


def _context(request: CityRequest, document: PlanToRead) -> dict[str, Any]:
    plan, may_edit = document.plan, Permission.EDIT_PLAN in request.membership.permissions
    actions = next(
        part.records for chapter in document.chapters for part in chapter.parts if part.part.records == "timeline"
    )
    return {
        "plan": plan,
        "document": document,
        "next_number": _next(plan),
        "gaps": missing.missing(plan) if may_edit else [],
        "may_edit": may_edit,
        "charts": timeline.timeline(actions),
    }


def _next(plan: Plan) -> int:
    return (plan.last_number or 0) + 1
