"""New revisions for the parts of a city that a change belongs to, once the change is committed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.db.transaction import on_commit

from ulg.models import City, CityRevision, Membership, Revised, User
from ulg.models.city_revision import new_value


def renew(record: Revised) -> None:
    """After the record has changed. Not before the change is committed: no writer waits for another one's revision."""
    _renew_soon(record.renews, record.affects_cities)


def renew_all_of(user: User) -> None:
    """After a person has changed their name, which stands in every city in which they have a seat."""
    _renew_soon(Membership.renews, City.objects.filter(memberships__user=user).values_list("pk", flat=True))


def renew_everything_in(city: City) -> None:
    """After rows were written without the saving guard, many at once."""
    _renew_soon(("plan", "people", "comments"), [city.pk])


def _renew_soon(parts: tuple[str, ...], cities: Iterable[int]) -> None:
    on_commit(partial(_renew, parts, sorted(cities)), robust=True)  # the order of locks


def _renew(parts: tuple[str, ...], cities: list[int]) -> None:
    for key in cities:
        if not CityRevision.objects.filter(pk=key).update(**{part: new_value() for part in parts}):
            # The city's first; should another save make it just now, its revisions are as new
            CityRevision.objects.bulk_create([CityRevision(city_id=key)], ignore_conflicts=True)
