from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString

from actionplan.models import Plan
from actionplan.queries import activity, record_names, tasks
from actionplan.queries.activity import Row
from actionplan.queries.overview import chapters, plan_with_counts
from actionplan.queries.record_names import Key, Names, RecordName
from actionplan.queries.tasks import Task
from actionplan.views import published
from ulg.access import CityRequest, or_for_others, requires
from ulg.caching import fragments
from ulg.caching.fragments import COMMENTS, PEOPLE, PLAN, Name
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
    news = News(request, state.plan, visit.before_at)
    own = tasks.for_member(request.membership, state.plan, visit.before_at, news.names)
    context = {
        "state": state,
        "tasks": own + _unanswered(request, state.plan, news.names) + state.tasks,
        "events": news.drawn(),
        "today": timezone.localdate(),
    }
    return render(request, "actionplan/overview/overview.html", context)


def _state(request: CityRequest) -> State:
    try:
        plan, counts = plan_with_counts(request.city)
    except Plan.DoesNotExist as error:
        raise Http404("The city has no plan yet.") from error
    sections = list(plan.sections.defer("text"))
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


def _unanswered(request: CityRequest, plan: Plan, names: Names) -> list[Task]:
    """The comments that wait for an answer, for those who answer them."""
    if Permission.ANSWER not in request.membership.permissions:
        return []
    return fragments.cached(request, "unanswered", make=lambda: tasks.unanswered(plan, names), until=(PLAN, COMMENTS))


@dataclass(frozen=True)
class News:
    """What changed since the visit before this one, or in the last two weeks for whoever is here the first time."""

    request: CityRequest
    plan: Plan
    seen_before: datetime | None

    def drawn(self) -> SafeString:
        return fragments.cached(
            self.request, "events", self._since.isoformat(), make=self._draw, until=(PLAN, COMMENTS)
        )

    def names(self, keys: Collection[Key]) -> dict[Key, RecordName]:
        """What records are called, which lasts longer than what is said about them.

        Those that the news speak of stand on the page too, and are asked for in the same query.
        """
        wanted = list({*keys, *(row.subject for row in self._said())})
        found = fragments.cached_many(self.request, [("name", *key) for key in wanted], self._called)
        return dict(zip(wanted, found, strict=True))

    @property
    def _since(self) -> datetime:
        midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        return self.seen_before or midnight - LATELY

    def _draw(self) -> SafeString:
        said = activity.named(self._said(), self.names(()))
        events = activity.news(self.plan, [*self._changes(), *said])
        return fragments.render(self.request, "actionplan/overview/_events.html", events=events, since=self.seen_before)

    def _changes(self) -> list[Row]:
        """Kept while only comments are added: to ask the histories of all records takes longer."""
        since = self._since
        return fragments.cached(
            self.request, "changes", since.isoformat(), make=lambda: activity.changes(self.plan, since)
        )

    def _said(self) -> list[Row]:
        since = self._since
        make = partial(activity.said, self.plan, since)
        return fragments.cached(self.request, "said", since.isoformat(), make=make, until=(PEOPLE, COMMENTS))

    def _called(self, missing: list[Name]) -> list[RecordName]:
        called = record_names.names([(kind, pk) for _name, kind, pk in missing])
        return [called[kind, pk] for _name, kind, pk in missing]
