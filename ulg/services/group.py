"""The local group as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Case, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Lower

from ulg.models import City, Invitation, Membership, Organisation
from ulg.reference.organisations import SECTORS
from ulg.reference.words import Words
from ulg.roles import Permission
from ulg.search import Query, search_text

EVERYONE = Query()


@dataclass(frozen=True)
class SectorCount:
    title: Words
    count: int


def members(city: City, sought: Query = EVERYONE, *, reader: Membership | None = None) -> QuerySet[Membership]:
    """The seats sector by sector, each with how far its invitation has come."""
    current = Membership.objects.in_city(city).current()
    seats = _with_invitation(_narrowed(current, sought, reader))
    order = [When(organisation__sector=key, then=Value(place)) for place, (key, _title) in enumerate(SECTORS)]
    placed = Case(*order, default=Value(len(SECTORS)), output_field=IntegerField())
    return seats.annotate(sector_place=placed).order_by("sector_place", Lower("user__name"), "pk")


def former_members(city: City, sought: Query = EVERYONE, *, reader: Membership | None = None) -> QuerySet[Membership]:
    former = _narrowed(Membership.objects.in_city(city).former(), sought, reader)
    return former.select_related("user", "organisation").order_by("-ended_at", "pk")


def find(seats: QuerySet[Membership], sought: Query, *, reader: Membership | None) -> list[Membership]:
    """The seats that hold every word in what the reader may see of them.

    A group is small, and what is said of a person stands in three tables: so they are read, and nothing is kept of them
    to be searched.
    """
    with_address = reader is not None and Permission.MANAGE_GROUP in reader.permissions
    found = seats.select_related("user", "organisation")
    return [seat for seat in found if sought.finds(search_text(_words(seat, with_address=with_address)))]


def find_organisations(city: City, sought: Query) -> list[Organisation]:
    found = Organisation.objects.in_city(city)
    return [
        each
        for each in found
        if sought.finds(search_text([each.name, each.get_sector_display(), each.get_kind_display()]))
    ]


def organisations(city: City, sought: Query = EVERYONE) -> QuerySet[Organisation]:
    """In the order of their names, each with the number of its members."""
    rows = Organisation.objects.in_city(city)
    if sought:
        rows = rows.filter(pk__in=[each.pk for each in find_organisations(city, sought)])
    return rows.annotate(seats=Count("memberships", filter=Q(memberships__ended_at=None))).order_by("name")


def sector_counts(city: City) -> list[SectorCount]:
    """How many members come from which sector; a sector without members counts too."""
    rows = Membership.objects.in_city(city).current().order_by().values("organisation__sector").annotate(Count("pk"))
    found = {row["organisation__sector"]: row["pk__count"] for row in rows}
    return [SectorCount(title, found.get(key, 0)) for key, title in SECTORS]


def _narrowed(seats: QuerySet[Membership], sought: Query, reader: Membership | None) -> QuerySet[Membership]:
    return seats.filter(pk__in=[seat.pk for seat in find(seats, sought, reader=reader)]) if sought else seats


def _words(seat: Membership, *, with_address: bool) -> Iterator[str]:
    yield from (str(seat), seat.function, seat.get_role_display())
    if seat.organisation:
        yield from (seat.organisation.name, seat.organisation.get_sector_display())
    if with_address:
        yield from (seat.user.email, seat.user.shown_email)


def _with_invitation(seats: QuerySet[Membership]) -> QuerySet[Membership]:
    latest = Invitation.objects.filter(membership=OuterRef("pk")).order_by("-sent_at")
    return seats.select_related("user", "organisation", "visit").annotate(
        invited_at=Subquery(latest.values("sent_at")[:1]),
        mailed_at=Subquery(latest.values("mailed_at")[:1]),
        accepted_at=Subquery(latest.exclude(accepted_at=None).values("accepted_at")[:1]),
    )
