"""What Django knows of a model, typed as it is for ours: its own types allow for more."""

from __future__ import annotations

from typing import Any

from django.db import models


def name_of(model: models.Model | type[models.Model]) -> str:
    """What a kind of record is called in addresses and events, such as `barrier`."""
    return model._meta.model_name or ""


def field_of(model: models.Model | type[models.Model], name: str) -> models.Field[Any, Any]:
    """A field that the model itself has: not what another model's link makes of it."""
    field = model._meta.get_field(name)
    assert isinstance(field, models.Field)
    return field
