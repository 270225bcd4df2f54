from __future__ import annotations

from django.db import models

from actionplan.models.plan import Plan


class NumberSeries(models.Model):
    """The last number that a kind of record, or a version, was given in a plan.

    It stands in a row of its own, so that whoever adds a record waits only for others who add one of the same kind.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="number_series")
    kind = models.CharField(max_length=20)
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "kind"], name="one_number_series_per_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.last}"
