from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from actionplan.forms.solutions import AdoptForm, SolutionFilter
from actionplan.kinds import SOLUTION
from actionplan.models import Action, Barrier, Solution
from actionplan.models.kind_of_record import KindQuerySet
from actionplan.reference.barriers import BarrierStatus
from actionplan.services import solutions as adopting
from actionplan.views import record_list, records
from ulg.access import CityRequest, requires
from ulg.languages import sentence
from ulg.roles import Permission
from ulg.views import sending
from ulg.writing import saving, submissions


@requires(Permission.VIEW_PLAN)
@require_safe
def solutions(request: CityRequest) -> HttpResponse:
    asked = SolutionFilter(request.GET)
    page = record_list.page_of_records(request, SOLUTION, asked, asked.narrow, _facts, with_neighbours)
    context = {"filter": asked, "page": page, **record_list.taken_out(request, SOLUTION)}
    return record_list.listing(request, SOLUTION, **context)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: CityRequest, solution_id: int) -> HttpResponse:
    """Ask for the action's title and objective, and make the solution an action."""
    found = records.find(request, SOLUTION, solution_id)
    if not found.is_kept:
        messages.warning(request, sentence(_not_to_adopt(found), request.city.language, record=found))
        return redirect(found)
    if request.method != "POST":
        return _ask(request, found, AdoptForm(instance=Action(plan=found.plan), initial=_first_words(found)))
    form = AdoptForm(request.POST, instance=Action(plan=found.plan))
    if not form.is_valid():
        return _ask(request, found, form, status=422)
    made = _adopted(request, found, form)
    if made is None:
        return _ask(request, found, form, status=422)
    if isinstance(made, saving.Conflict):
        return _ask_again(request, solution_id, form)
    words = gettext("%(record)s has been added. Now enter dates, responsible organisation and cost.")
    messages.success(request, sentence(words, request.city.language, record=made))
    return redirect(made)


def _not_to_adopt(solution: Solution) -> str:
    if solution.removed_at:
        return gettext("%(record)s has been removed from the plan. Restore it before it becomes an action.")
    return gettext("%(record)s was not chosen. Change its status before it becomes an action.")


def _adopted(request: CityRequest, solution: Solution, form: AdoptForm) -> Action | saving.Conflict | None:
    """The new action, or the one that this form made before; None if it says something else now."""
    try:
        return submissions.once(
            sending.sent(request), adopting.adopt, solution, by=request.membership, seen=form.seen, **form.changes
        )
    except submissions.AlreadySent as earlier:
        made = Action.objects.in_city(request.city).select_related("plan__city").get(pk=earlier.made)
        if earlier.is_same:
            return made
        sending.hand_back(form, made, made.get_absolute_url())
        return None


def _facts(keys: Sequence[int]) -> dict[int, tuple[tuple[int, int], ...]]:
    """The barriers and actions that each row names, with their revisions: with them its status holds or does not."""
    found: dict[int, list[tuple[int, int]]] = {pk: [] for pk in keys}
    for rows, link in ((Barrier.objects.kept(), "solutions"), (Action.objects.kept(), "solution")):
        for solution, *named in rows.filter(**{f"{link}__in": found}).values_list(link, "pk", "revision"):
            found[solution].append((named[0], named[1]))
    return {pk: tuple(named) for pk, named in found.items()}


def with_neighbours(rows: KindQuerySet) -> list[Solution]:
    """With the kept barriers and actions that the rows name, and whether their statuses hold."""
    found: list[Solution] = list(_prefetched(rows))
    for solution in found:
        solution.is_carried_out = bool(solution.actions.all())
    return found


def _prefetched(rows: KindQuerySet) -> KindQuerySet:
    rows = rows.prefetch_related(Prefetch("barriers", Barrier.objects.kept()))
    return rows.prefetch_related(Prefetch("actions", Action.objects.kept()))


def _first_words(solution: Solution) -> dict[str, Any]:
    return {"title": solution.title, "revision": solution.revision}


def _ask_again(request: CityRequest, solution_id: int, form: AdoptForm) -> HttpResponse:
    """The page was old: show the solution as it stands now, and keep what was filled in."""
    fresh = records.find(request, SOLUTION, solution_id)
    values = {**form.changes, "revision": fresh.revision}
    form = AdoptForm(instance=Action(plan=fresh.plan), initial=values)
    return _ask(request, fresh, form, status=409)


def _ask(request: CityRequest, solution: Solution, form: AdoptForm, *, status: int = 200) -> HttpResponse:
    context = {
        "kind": SOLUTION,
        "list_url": records.list_url(request, SOLUTION),
        "record": solution,
        "form": form,
        "is_refused": status == 409,
        "actions": Action.objects.kept().filter(solution=solution).select_related("plan__city"),
        "barriers": solution.barriers.current().at_statuses(BarrierStatus.before_action()).select_related("plan__city"),
    }
    return render(request, "actionplan/solutions/adopt.html", context, status=status)
