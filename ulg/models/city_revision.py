from __future__ import annotations

import secrets

from django.db import models

from ulg.models.city import City


def new_value() -> str:
    return secrets.token_urlsafe(12)


class CityRevision(models.Model):
    """Marks of the city as it stands: whatever is saved in it brings a new one, and none comes twice.

    What `ulg.caching.fragments` has drawn of the city is good for as long as the marks that it depends on stay. They
    stand beside the city and not in it, so that a save of the city never brings an old one back.
    """

    city = models.OneToOneField(City, on_delete=models.CASCADE, primary_key=True, related_name="page_revision")
    value = models.CharField(max_length=24, default=new_value, help_text="Of its plan, its people and itself.")
    people = models.CharField(max_length=24, default=new_value, help_text="Of its people and itself only.")
    comments = models.CharField(max_length=24, default=new_value, help_text="Of what is said about its plan.")

    def __str__(self) -> str:
        return self.value
