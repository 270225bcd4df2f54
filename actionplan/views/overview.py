from __future__ import annotations

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from actionplan.models import Plan
from actionplan.services import activity, standing, waiting
from ulg.access import CityRequest, requires
from ulg.models import Visit
from ulg.roles import Permission

LATELY = timedelta(days=14)


@requires(Permission.VIEW_PLAN)
def overview(request: CityRequest) -> HttpResponse:
    """Where the plan stands, what changed since I was here, what waits for me."""
    try:
        plan, stands = standing.of_city(request.city)
    except Plan.DoesNotExist as error:
        raise Http404("The city has no plan yet.") from error
    visit = Visit.note(request.membership)
    sections = list(plan.sections.defer("text"))
    since = visit.before_at or timezone.now() - LATELY
    chapters = standing.chapters(sections)
    context = {
        "plan": plan,
        "standing": stands,
        "chapters": chapters,
        "sections_done": sum(chapter.done for chapter in chapters),
        "sections_total": sum(chapter.total for chapter in chapters),
        "tasks": waiting.for_member(request.membership, plan, sections, visit.before_at),
        "events": activity.since(plan, since),
        "since": visit.before_at,
        "next_number": stands.versions + 1,
        "today": timezone.localdate(),
    }
    return render(request, "actionplan/overview/overview.html", context)
