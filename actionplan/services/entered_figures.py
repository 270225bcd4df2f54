"""Entering a figure by hand, changing it, removing it and restoring it: one for each year, measure and division."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from actionplan.models import EnteredFigure
from actionplan.models.entered_figure import IS_THERE
from ulg.models import Deed, Membership
from ulg.writing import locks, saving
from ulg.writing.transactions import atomic


@atomic
def add(figure: EnteredFigure, *, by: Membership | None) -> EnteredFigure:
    locks.lock(figure.city)
    refuse_second(figure)
    return saving.create(figure, by=by)


@atomic
def change(
    figure: EnteredFigure, changes: dict[str, Any], *, seen: int | None, by: Membership
) -> saving.Saved | saving.Conflict:
    locks.lock(figure.city)
    return saving.save(figure, changes, seen=seen, by=by)


def remove(figure: EnteredFigure, *, seen: int | None, by: Membership) -> saving.Saved | saving.Conflict:
    return saving.save(figure, {"removed_at": timezone.now()}, seen=seen, by=by, deed=Deed.REMOVED)


@atomic
def bring_back(figure: EnteredFigure, *, seen: int | None, by: Membership) -> saving.Saved | saving.Conflict:
    """Refused with a ValidationError where another one has taken its place meanwhile."""
    locks.lock(figure.city)
    refuse_second(figure)
    return saving.save(figure, {"removed_at": None}, seen=seen, by=by, deed=Deed.BROUGHT_BACK)


def refuse_second(figure: EnteredFigure) -> None:
    if EnteredFigure.objects.in_place_of(figure).exists():
        raise ValidationError(IS_THERE, code="listed")
