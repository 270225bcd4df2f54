"""A solution that the group chose becomes an action of the plan."""

from __future__ import annotations

from django.db import transaction

from actionplan.models import Action, Objective, Solution
from actionplan.services import records
from ulg.models import Membership
from ulg.services import saving

ADOPTED = "adopted"
OPEN_BARRIER = ["raised", "discussed", "agreed"]


class NotAdoptable(Exception):
    """The solution was not chosen, or it has been taken out of the plan."""


@transaction.atomic
def adopt(
    solution: Solution, *, by: Membership, seen: int | None, title: str, objective: Objective | None
) -> Action | saving.Conflict:
    """Make an action of the solution; it remembers where it came from, and the solution's barriers are met.

    Each adoption moves the solution's revision on, so that the same page sent twice makes one action.
    """
    solution = Solution.objects.select_for_update(of=("self",)).select_related("plan__city").get(pk=solution.pk)
    if seen != solution.revision:
        return saving.Conflict(solution, ())
    if solution.status == "rejected" or solution.removed_at:
        raise NotAdoptable(str(solution))
    action = Action(
        plan=solution.plan, solution=solution, title=title, description=solution.description, objective=objective
    )
    records.add(action, by=by)
    saving.advance(solution, {"status": ADOPTED}, seen=seen, by=by, reason=ADOPTED)
    for barrier in solution.barriers.current().filter(status__in=OPEN_BARRIER):
        saving.save(barrier, {"status": "addressed"}, seen=barrier.revision, by=by, reason=ADOPTED)
    return action
