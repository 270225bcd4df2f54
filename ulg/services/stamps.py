"""A new mark for the cities that a change shows in, once the change stands."""

from __future__ import annotations

from functools import partial

from django.db.transaction import on_commit

from ulg.models import City, Revised, Stamp, User


def renew(record: Revised) -> None:
    """After the record has changed. Not before the change is committed: no writer waits for another one's stamp."""
    if where := record.shown_in:
        on_commit(partial(_renew, **where), robust=True)


def renew_all_of(user: User) -> None:
    """After a person has changed her name, which stands in every city in which she has a seat."""
    on_commit(partial(_renew, memberships__user=user), robust=True)


def _renew(**where: object) -> None:
    stamps = [Stamp(city_id=key) for key in City.objects.filter(**where).values_list("pk", flat=True)]
    Stamp.objects.bulk_create(stamps, update_conflicts=True, unique_fields=["city"], update_fields=["value"])
