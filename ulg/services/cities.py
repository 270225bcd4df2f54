from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import gettext as _

from ulg.models import City
from ulg.writing import saving
from ulg.writing.transactions import atomic


@atomic
def open_city(slug: str, *, name: str, language: str, **details: str) -> City:
    """A new city with nobody in it yet; ValidationError says what is wrong with it, field by field."""
    city = City(slug=slug, name=name, language=language, **details)
    try:
        _refuse_taken(slug)
        city.full_clean()
        return saving.create(city, by=None)
    except IntegrityError:  # somebody else has opened one at this address in the same moment
        _refuse_taken(slug)
        raise


def _refuse_taken(slug: str) -> None:
    if City.objects.filter(slug=slug).exists():
        raise ValidationError({"slug": _("There is already a city at this address. Choose another.")})
