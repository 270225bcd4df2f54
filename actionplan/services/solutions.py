"""A solution that the group chose becomes an action of the plan."""

from __future__ import annotations

from actionplan.models import Action, Objective, Solution
from actionplan.reference.barriers import BarrierStatus
from actionplan.reference.solutions import SolutionStatus
from actionplan.services import records
from ulg.models import Deed, Membership
from ulg.writing import locks, saving
from ulg.writing.transactions import atomic


class NotAdoptable(Exception):
    """The solution was not chosen, or it has been taken out of the plan."""


@atomic
def adopt(
    solution: Solution, *, by: Membership, seen: int | None, title: str, objective: Objective | None
) -> Action | saving.Conflict:
    """Make an action of the solution; it remembers where it came from, and the solution's barriers are met.

    Each adoption moves the solution's revision on, so that the same page sent twice makes one action.
    """
    locks.lock(solution, *solution.barriers.all())
    solution = Solution.objects.select_related("plan__city").get(pk=solution.pk)
    if seen != solution.revision:
        return saving.Conflict(solution, ())
    if not solution.is_kept:
        raise NotAdoptable(str(solution))
    action = Action(
        plan=solution.plan, solution=solution, title=title, description=solution.description, objective=objective
    )
    records.add(action, by=by)
    saving.advance(solution, {"status": SolutionStatus.ADOPTED}, seen=seen, by=by, deed=Deed.ADOPTED)
    for barrier in solution.barriers.current().filter(status__in=BarrierStatus.before_action()).order_by("pk"):
        saving.save(barrier, {"status": BarrierStatus.ADDRESSED}, seen=barrier.revision, by=by, deed=Deed.ADOPTED)
    return action
