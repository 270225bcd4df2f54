"""The next number in a plan: no two get the same one, none is left out, and none is ever given again."""

from __future__ import annotations

from django.db import models
from django.db.models import Max

from actionplan.models import NumberSeries, Plan
from ulg.writing import locks


def take_next(plan: Plan, model: type[models.Model]) -> int:
    """The number after the last one of this kind in the plan; whoever wants one too waits until it is written."""
    [number] = take_next_many(plan, model, 1)
    return number


def take_next_many(plan: Plan, model: type[models.Model], count: int) -> range:
    """So many numbers, one after the other."""
    series = lock(plan, model)
    first = series.last + 1
    series.last += count
    series.save(update_fields=["last"])
    return range(first, series.last + 1)


def lock(plan: Plan, model: type[models.Model]) -> NumberSeries:
    """Whoever adds one more of this kind to the plan waits from here on."""
    which = {"plan": plan, "kind": model._meta.model_name}
    series = locks.rows(NumberSeries).filter(**which)
    if found := series.first():
        return found
    last = model._base_manager.filter(plan=plan).aggregate(last=Max("number"))["last"] or 0
    NumberSeries.objects.bulk_create([NumberSeries(**which, last=last)], ignore_conflicts=True)
    return series.get()
