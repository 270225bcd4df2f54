"""The local group as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Case, Count, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Lower

from ulg.models import City, Invitation, Membership
from ulg.reference.organisations import SECTORS


@dataclass(frozen=True)
class SectorCount:
    title: str
    count: int


def members(city: City) -> QuerySet[Membership]:
    """The seats sector by sector, each with how far its invitation has come."""
    seats = _with_invitation(Membership.objects.in_city(city).current())
    order = [When(organisation__sector=key, then=Value(place)) for place, (key, _title) in enumerate(SECTORS)]
    placed = Case(*order, default=Value(len(SECTORS)), output_field=IntegerField())
    return seats.annotate(sector_place=placed).order_by("sector_place", Lower("user__name"), "pk")


def former_members(city: City) -> QuerySet[Membership]:
    return Membership.objects.in_city(city).former().select_related("user", "organisation").order_by("-ended_at", "pk")


def sector_counts(city: City) -> list[SectorCount]:
    """How many members come from which sector; a sector without members counts too."""
    rows = Membership.objects.in_city(city).current().order_by().values("organisation__sector").annotate(Count("pk"))
    found = {row["organisation__sector"]: row["pk__count"] for row in rows}
    return [SectorCount(title, found.get(key, 0)) for key, title in SECTORS]


def _with_invitation(seats: QuerySet[Membership]) -> QuerySet[Membership]:
    latest = Invitation.objects.filter(membership=OuterRef("pk")).order_by("-sent_at")
    return seats.select_related("user", "organisation", "visit").annotate(
        invited_at=Subquery(latest.values("sent_at")[:1]),
        mailed_at=Subquery(latest.values("mailed_at")[:1]),
        accepted_at=Subquery(latest.exclude(accepted_at=None).values("accepted_at")[:1]),
    )
