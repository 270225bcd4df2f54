"""Who stands in the document, by reference only, and what beside it is printed of them."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from actionplan.models import Barrier, Comment, Plan, Solution
from ulg.models import Membership

Names = dict[str, dict[str, str]]


def members(plan: Plan) -> list[dict[str, str]]:
    return [_member(seat) for seat in seats(plan)]


def names(plan: Plan) -> Names:
    """What each member lets us print of them, by the reference that the document holds."""
    return {seat.reference: printed_name(seat) for seat in seats(plan)}


def seats(plan: Plan) -> QuerySet[Membership]:
    """The local group, and whoever has left it but said something that the plan still holds."""
    spoke = (
        Q(pk__in=Comment.objects.in_plan().filter(plan=plan).values("author"))
        | Q(pk__in=Barrier.objects.current().filter(plan=plan).values("created_by"))
        | Q(pk__in=Solution.objects.current().filter(plan=plan).values("created_by"))
    )
    seats = Membership.objects.in_city(plan.city).filter(Q(ended_at=None) | spoke)
    return seats.select_related("organisation", "user").order_by("pk")


def printed_name(seat: Membership) -> dict[str, str]:
    """Nothing that the member's form does not show; a form without anything to show is anonymous."""
    printed = seat.standing_as(seat.published_as)
    return {"shown_as": seat.published_as if any(printed.values()) else "anonymous", **printed}


def _member(seat: Membership) -> dict[str, str]:
    return {
        "ref": seat.reference,
        "role": seat.role,
        "sector": seat.organisation.sector if seat.organisation else "",
    }
