"""Words, addresses and figures as long as each field takes them, in every field of everything that a city has."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Case, F, Value, When
from django.db.models.functions import Concat

from actionplan.models import PlanVersion, VersionFile
from actionplan.models.fields import RichTextField
from ulg.models import UnsentText
from ulg.models.search_text import SearchTextField
from ulg.models.texts import EmailField, LineField, LinesField, TextField

WORD = "Upphandlingsjämställdhetskonsekvensbedömningsredovisningsansvarig"
ADDRESS = "https://example.org/" + "underlag_till_bedomning" * 5
WORDS = f"{WORD} {ADDRESS}"
HOURS = 2_000_000_000
LISTED = f"<ul><li>{WORD}<ul><li>{WORDS}</li></ul></li></ul>"
RICH = (
    f"<h2>{WORD}</h2><p>{WORDS}</p><p><a href='{ADDRESS}'><strong>{ADDRESS}</strong></a></p>{LISTED}"
    f"<h3>{WORD}</h3><ol><li>{WORDS}</li></ol><blockquote><p>{WORDS}</p></blockquote>"
)
UNTOUCHED = (PlanVersion, VersionFile, UnsentText)  # made by the portal from the rest


def fill() -> None:
    """Straight into the tables, the history among them: no form stands between, and no rule about the words."""
    for model in _models():
        values = {field.name: value for field in model._meta.concrete_fields if (value := _longest(field)) is not None}
        if values:
            model._base_manager.update(**values)


def _models() -> list[type[models.Model]]:
    found = [model for name in ("ulg", "actionplan") for model in apps.get_app_config(name).get_models()]
    return [model for model in found if not issubclass(model, UNTOUCHED)]


def _longest(field: models.Field) -> Any:
    """What is put into the field, or nothing where it holds no words or figures that people write."""
    if field.choices or isinstance(field, SearchTextField):
        return None
    if field.name == "name":  # no two organisations of a city have the same
        return Concat(Value(WORD), F("pk"), output_field=models.TextField())
    if field.name == "left_out_reason":  # what is answered is not left out
        return Case(When(score="", then=Value(WORDS)), default=Value(""))
    if field.name == "alternative_text":  # images alone have one
        return Case(When(alternative_text="", then=Value("")), default=Value(WORDS[: field.max_length]))
    if isinstance(field, EmailField):
        return Concat(Value("upphandlingsjamstalldhetskonsekvensbedomning."), F(field.name))
    if isinstance(field, RichTextField):
        return RICH
    if isinstance(field, LinesField):
        return [WORD, ADDRESS]
    if isinstance(field, LineField | TextField):
        return WORDS[: field.max_length]
    if isinstance(field, models.DecimalField):
        return (Decimal(10) ** (field.max_digits - field.decimal_places) - 1).quantize(Decimal("0.01"))
    return HOURS if field.name == "cost_hours" else None
