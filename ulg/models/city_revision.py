from __future__ import annotations

import secrets

from django.db import models

from ulg.models.city import City


def new_value() -> str:
    return secrets.token_urlsafe(12)


class CityRevision(models.Model):
    """The revision of each part of a city: a random text that every save in that part replaces, never used twice.

    A fragment that `ulg.caching.fragments` has cached is valid as long as the revisions of the parts that it shows stay
    the same. They are no columns of the city, so that a save of the city never writes an old one back.
    """

    city = models.OneToOneField(City, on_delete=models.CASCADE, primary_key=True, related_name="page_revision")
    plan = models.CharField(max_length=24, default=new_value, help_text="Of its plan, its people and itself.")
    people = models.CharField(max_length=24, default=new_value, help_text="Of its people and itself only.")
    comments = models.CharField(max_length=24, default=new_value, help_text="Of what is said about its plan.")

    def __str__(self) -> str:
        return self.plan
