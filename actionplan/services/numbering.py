"""The next number in a plan: no two get the same one, none is left out, and none is ever given again."""

from __future__ import annotations

from django.db import models
from django.db.models import Max

from actionplan.models import NumberSeries, Plan
from ulg.writing import locks


def take_next(plan: Plan, model: type[models.Model]) -> int:
    """The number after the last one of this kind in the plan; whoever wants one too waits until it is written."""
    series = lock(plan, model)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last


def lock(plan: Plan, model: type[models.Model]) -> NumberSeries:
    """Whoever adds one more of this kind to the plan waits from here on."""
    which = {"plan": plan, "kind": model._meta.model_name}
    series = locks.rows(NumberSeries).filter(**which)
    if found := series.first():
        return found
    last = model._base_manager.filter(plan=plan).aggregate(last=Max("number"))["last"] or 0
    NumberSeries.objects.bulk_create([NumberSeries(**which, last=last)], ignore_conflicts=True)
    return series.get()
