"""The plan as one long document, and its title page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods

from actionplan.forms.plan import PlanForm
from actionplan.models import Plan
from actionplan.queries import gaps, plan_document, timeline
from actionplan.queries.plan_document import PlanToRead
from ulg.access import CityRequest, requires
from ulg.caching import fragments
from ulg.caching.fragments import COMMENTS, LARGE, PLAN
from ulg.roles import Permission
from ulg.views import writing


@dataclass(frozen=True)
class Drawn:
    """The plan's page for everybody of one role, and the number of the version that it is the draft of."""

    next_number: int
    document: SafeString


@requires(Permission.VIEW_PLAN)
def plan(request: CityRequest) -> HttpResponse:
    """The plan as it stands; kept while nobody writes in it, and nobody comments."""
    unsent = plan_document.unsent_in(request.city, request.membership)

    def make() -> Drawn:
        try:
            plan = plan_document.plan_of(request.city)
        except Plan.DoesNotExist as error:
            raise Http404("The city has no plan yet.") from error
        context = _context(request, plan_document.read(plan, request.membership, unsent))
        return Drawn(context["next_number"], fragments.render(request, "actionplan/plan/_document.html", **context))

    drawn = make() if unsent else fragments.cached(request, "plan", make=make, until=(PLAN, COMMENTS), store=LARGE)
    return render(request, "actionplan/plan/plan.html", {"drawn": drawn})


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
        "next_number": (plan.last_number or 0) + 1,
        "gaps": gaps.missing(plan) if may_edit else [],
        "may_edit": may_edit,
        "charts": timeline.timeline(actions, plan.city.language),
    }
