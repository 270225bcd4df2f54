from __future__ import annotations

from django.db import transaction

from ulg.models import City, Membership, Organisation
from ulg.services import members, saving


@transaction.atomic
def add_organisation(city: City, *, name: str, sector: str, kind: str, by: Membership) -> Organisation:
    """The organisation of that name, new unless somebody else has just added it."""
    members.lock(city)
    found = Organisation.objects.in_city(city).filter(name__iexact=name).first()
    return found or saving.create(Organisation(city=city, name=name, sector=sector, kind=kind), by=by)
