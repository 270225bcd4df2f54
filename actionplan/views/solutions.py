from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from actionplan.forms.solutions import AdoptForm, ProposeSolutionForm, SolutionFilter, SolutionForm
from actionplan.models import Action, Barrier, Solution
from actionplan.models.record import RecordQuerySet
from actionplan.services import solutions as adopting
from actionplan.views import lists, records
from actionplan.views.shown import show
from ulg.access import CityRequest, requires
from ulg.roles import Permission
from ulg.services import saving

NOUN = records.Noun(
    model=Solution,
    form=SolutionForm,
    member_form=ProposeSolutionForm,
    room="solutions",
    room_title=_("Solutions"),
    add=_("Propose a solution"),
    about=_("Something that would remove one or more barriers. It becomes an action once the city will do it."),
)


@requires(Permission.VIEW_PLAN)
@require_safe
def solutions(request: CityRequest) -> HttpResponse:
    asked = SolutionFilter(request.GET)
    page = lists.page_of_records(request, NOUN, asked, _with_neighbours)
    context = {"filter": asked, "page": page, **lists.taken_out(request, NOUN)}
    return lists.listing(request, NOUN, **context)


@requires(Permission.VIEW_PLAN)
@require_safe
def solution(request: CityRequest, solution_id: int) -> HttpResponse:
    return show(request, NOUN, solution_id)


@requires(Permission.CONTRIBUTE)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: CityRequest) -> HttpResponse:
    return records.add(request, NOUN)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: CityRequest, solution_id: int) -> HttpResponse:
    """Ask for the action's title and objective, and make the solution an action."""
    found = records.find(request, NOUN, solution_id)
    if found.status == "rejected" or found.removed_at:
        words = gettext("%(record)s is not among the solutions to choose from. Reopen it before it becomes an action.")
        messages.warning(request, words % {"record": found})
        return redirect(found)
    if request.method != "POST":
        return _ask(request, found, AdoptForm(instance=Action(plan=found.plan), initial=_first_words(found)))
    form = AdoptForm(request.POST, instance=Action(plan=found.plan))
    if not form.is_valid():
        return _ask(request, found, form, status=422)
    made = adopting.adopt(found, by=request.membership, seen=form.seen, **form.changes)
    if isinstance(made, saving.Conflict):
        return _ask_again(request, solution_id, form)
    messages.success(request, gettext("%(record)s is added. Now say when, who and at what cost.") % {"record": made})
    return redirect(made)


def _with_neighbours(rows: RecordQuerySet) -> RecordQuerySet:
    return rows.prefetch_related(
        Prefetch("barriers", Barrier.objects.current()), Prefetch("actions", Action.objects.current())
    )


def _first_words(solution: Solution) -> dict[str, Any]:
    return {"title": solution.title, "revision": solution.revision}


def _ask_again(request: CityRequest, solution_id: int, form: AdoptForm) -> HttpResponse:
    """The page was old: show the solution as it stands now, and keep what was filled in."""
    fresh = records.find(request, NOUN, solution_id)
    values = {**form.changes, "revision": fresh.revision}
    form = AdoptForm(instance=Action(plan=fresh.plan), initial=values)
    return _ask(request, fresh, form, status=409)


def _ask(request: CityRequest, solution: Solution, form: AdoptForm, *, status: int = 200) -> HttpResponse:
    context = {
        "noun": NOUN,
        "room_url": NOUN.room_url(request),
        "record": solution,
        "form": form,
        "is_old": status == 409,
        "actions": Action.objects.current().filter(solution=solution).select_related("plan__city"),
        "barriers": solution.barriers.current().filter(status__in=adopting.OPEN_BARRIER).select_related("plan__city"),
    }
    return render(request, "actionplan/solutions/adopt.html", context, status=status)
