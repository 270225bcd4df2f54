from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ulg.models import City
from ulg.services import saving


@transaction.atomic
def open_city(slug: str, *, name: str, language: str, **details: str) -> City:
    """A new city with nobody in it yet; ValidationError says what is wrong with it, field by field."""
    if City.objects.filter(slug=slug).exists():
        raise ValidationError({"slug": _("There is a city at this address already. Choose another.")})
    city = City(slug=slug, name=name, language=language, **details)
    city.full_clean()
    return saving.create(city, by=None)
