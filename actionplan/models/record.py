from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from actionplan.models.plan import Plan
from ulg.models import City, Membership, Revised


class RecordQuerySet(models.QuerySet):
    def in_city(self, city: City) -> Self:
        return self.filter(plan__city=city)

    def current(self) -> Self:
        """Without what has been taken out of the plan."""
        return self.filter(removed_at=None)

    def taken_out(self) -> Self:
        return self.filter(removed_at__isnull=False)


def counted(rows: models.QuerySet, key: str) -> Coalesce:
    """How many of the rows point with this key at each row of the query around them."""
    found = rows.filter(**{key: OuterRef("pk")}).order_by().values(key).annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(found), 0)


class Record(Revised):
    """One knot of the plan's thread, with a code that never changes and is never given again."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="%(class)ss")
    number = models.PositiveIntegerField(editable=False)
    code = models.CharField(_("code"), max_length=12, editable=False)
    title = models.CharField(_("title"), max_length=200)
    created_at = models.DateTimeField(_("raised"), editable=False)
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    removed_at = models.DateTimeField(_("taken out"), null=True, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="one_%(class)s_per_number")]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def shown_in(self) -> dict[str, Any]:
        return {"plan": self.plan_id}

    @property
    def kind(self) -> str:
        return self._meta.model_name

    @property
    def changes(self) -> int:
        """How often it has been saved since it was added."""
        return self.revision - 1
