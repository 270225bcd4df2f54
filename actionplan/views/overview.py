from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from actionplan.models import Plan
from actionplan.services import activity, standing, waiting
from actionplan.services.standing import ChapterState, Standing
from actionplan.services.waiting import Task
from ulg.access import CityRequest, requires
from ulg.models import Visit
from ulg.pieces import piece
from ulg.roles import Permission

LATELY = timedelta(days=14)


@dataclass(frozen=True)
class State:
    """What the overview shows of the plan to everybody of one role, until something is saved."""

    plan: Plan
    standing: Standing
    chapters: list[ChapterState]
    tasks: list[Task]


@requires(Permission.VIEW_PLAN)
def overview(request: CityRequest) -> HttpResponse:
    """Where the plan stands, what changed since I was here, what waits for me."""
    state = piece(request, "overview", make=lambda: _state(request))
    visit = Visit.note(request.membership)
    since = visit.before_at or timezone.now() - LATELY
    context = {
        "plan": state.plan,
        "standing": state.standing,
        "chapters": state.chapters,
        "sections_done": sum(chapter.done for chapter in state.chapters),
        "sections_total": sum(chapter.total for chapter in state.chapters),
        "tasks": waiting.for_member(request.membership, state.plan, visit.before_at) + state.tasks,
        "events": activity.since(state.plan, since),
        "since": visit.before_at,
        "next_number": state.standing.versions + 1,
        "today": timezone.localdate(),
    }
    return render(request, "actionplan/overview/overview.html", context)


def _state(request: CityRequest) -> State:
    try:
        plan, stands = standing.of_city(request.city)
    except Plan.DoesNotExist as error:
        raise Http404("The city has no plan yet.") from error
    sections = list(plan.sections.defer("text"))
    may_edit = Permission.EDIT_PLAN in request.membership.permissions
    return State(plan, stands, standing.chapters(sections), waiting.in_plan(plan, sections) if may_edit else [])
