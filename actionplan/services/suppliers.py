"""The register of suppliers, one firm at a time: added, changed, removed by hand."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actionplan.models import Supplier
from actionplan.suppliers import organisation_numbers
from ulg.models import Membership
from ulg.writing import locks
from ulg.writing.transactions import atomic

IS_THERE = _("There is already a firm with this organisation number.")


class ChangedMeanwhile(Exception):
    """Somebody has changed or removed the firm since the page was opened. `supplier` is how it stands, if it does."""

    def __init__(self, supplier: Supplier | None) -> None:
        super().__init__()
        self.supplier = supplier


@atomic
def add(supplier: Supplier, *, by: Membership | None) -> Supplier:
    """ValidationError where its number is in the register already."""
    locks.lock(supplier.city)
    _refuse_second(supplier)
    _sign(supplier, by)
    supplier.save(force_insert=True)
    return supplier


@atomic
def change(supplier: Supplier, changes: dict[str, Any], *, seen: int | None, by: Membership) -> Supplier:
    locks.lock(supplier.city)
    current = _as_seen(supplier, seen)
    for name, value in changes.items():
        setattr(current, name, value)
    _refuse_second(current)
    current.revision += 1
    _sign(current, by)
    current.save(force_update=True)
    return current


@atomic
def remove(supplier: Supplier, *, seen: int | None) -> None:
    """Nothing of it is kept: a firm may be one person."""
    locks.lock(supplier.city)
    _as_seen(supplier, seen).delete()


def _as_seen(supplier: Supplier, seen: int | None) -> Supplier:
    current = locks.rows(Supplier).filter(pk=supplier.pk).first()
    if current is None or current.revision != seen:
        raise ChangedMeanwhile(current)
    return current


def _sign(supplier: Supplier, by: Membership | None) -> None:
    supplier.number = organisation_numbers.stored_form(supplier.shown_number)
    supplier.updated_by, supplier.updated_at = by, timezone.now()


def _refuse_second(supplier: Supplier) -> None:
    number = organisation_numbers.stored_form(supplier.shown_number)
    same = Supplier.objects.filter(city_id=supplier.city_id, number=number)
    if same.exclude(pk=supplier.pk).exists():
        raise ValidationError({"shown_number": IS_THERE}, code="listed")
