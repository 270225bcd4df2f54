from __future__ import annotations

import secrets

from django.db import models

from ulg.models.city import City


def new_value() -> str:
    return secrets.token_urlsafe(12)


class Stamp(models.Model):
    """A mark of the city as it stands: whatever is saved in it brings a new one, and none comes twice.

    What `ulg.pieces` has drawn of the city's records is good for as long as the mark stays. It stands beside the
    city and not in it, so that a save of the city never brings an old one back.
    """

    city = models.OneToOneField(City, on_delete=models.CASCADE, primary_key=True, related_name="stamp")
    value = models.CharField(max_length=24, default=new_value)

    def __str__(self) -> str:
        return self.value
