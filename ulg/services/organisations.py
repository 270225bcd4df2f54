from __future__ import annotations

from django.db import IntegrityError

from ulg.models import City, Membership, Organisation
from ulg.services import members
from ulg.writing import saving
from ulg.writing.transactions import atomic


@atomic
def add_organisation(city: City, *, name: str, sector: str, kind: str, by: Membership) -> Organisation:
    """The organisation of that name, new unless somebody else has just added it."""
    members.lock(city)
    if found := _named(city, name):
        return found
    try:
        return saving.create(Organisation(city=city, name=name, sector=sector, kind=kind), by=by)
    except IntegrityError:  # another one has been given the name meanwhile
        if found := _named(city, name):
            return found
        raise


def _named(city: City, name: str) -> Organisation | None:
    return Organisation.objects.in_city(city).filter(name__iexact=name).first()
