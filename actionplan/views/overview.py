from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString

from actionplan.models import Plan, Section
from actionplan.queries import activity, tasks
from actionplan.queries.overview import chapters, plan_with_counts
from actionplan.queries.tasks import Task
from actionplan.views import published
from ulg.access import CityRequest, or_for_others, requires
from ulg.caching import fragments
from ulg.caching.fragments import COMMENTS, PEOPLE, PLAN
from ulg.models import Visit
from ulg.roles import Permission

LATELY = timedelta(days=14)


@dataclass(frozen=True)
class State:
    """What the overview shows of the plan to everybody of one role, until something is saved."""

    plan: Plan
    sections_done: int
    sections_total: int
    next_number: int
    counts: SafeString
    chapters: SafeString
    tasks: list[Task]


@or_for_others(published.front)
@requires(Permission.VIEW_PLAN)
def overview(request: CityRequest) -> HttpResponse:
    """Where the plan stands, what changed since I was here, what waits for me."""
    state = fragments.cached(request, "overview", make=lambda: _state(request))
    visit = Visit.note(request.membership)
    own = tasks.for_member(request.membership, state.plan, visit.before_at)
    context = {
        "state": state,
        "tasks": own + _unanswered(request, state.plan) + state.tasks,
        "news": _news(request, state.plan, visit.before_at),
        "today": timezone.localdate(),
    }
    return render(request, "actionplan/overview/overview.html", context)


def _state(request: CityRequest) -> State:
    try:
        plan, counts = plan_with_counts(request.city)
    except Plan.DoesNotExist as error:
        raise Http404("The city has no plan yet.") from error
    sections = list(Section.objects.filter(plan=plan).defer("text", "search_text"))
    states = chapters(sections)
    may_edit = Permission.EDIT_PLAN in request.membership.permissions
    return State(
        plan=plan,
        sections_done=sum(chapter.done for chapter in states),
        sections_total=sum(chapter.total for chapter in states),
        next_number=counts.versions + 1,
        counts=fragments.render(request, "actionplan/overview/_counts.html", counts=counts),
        chapters=fragments.render(request, "actionplan/overview/_chapters.html", chapters=states),
        tasks=tasks.in_plan(plan, sections) if may_edit else [],
    )


def _unanswered(request: CityRequest, plan: Plan) -> list[Task]:
    """The comments that wait for an answer, for those who answer them."""
    if Permission.ANSWER not in request.membership.permissions:
        return []
    return fragments.cached(request, "unanswered", make=lambda: tasks.unanswered(plan), until=(PLAN, COMMENTS))


def _news(request: CityRequest, plan: Plan, seen_before: datetime | None) -> SafeString:
    """What changed since the visit before this one, or in the last two weeks for whoever is here the first time."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    since = seen_before or midnight - LATELY

    def make() -> SafeString:
        lines = activity.since(plan, since)
        return fragments.render(request, "actionplan/overview/_news.html", lines=lines, since=seen_before)

    return fragments.cached(request, "news", since.isoformat(), make=make, until=(PLAN, PEOPLE, COMMENTS))
