from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actionplan.models.record import Record, RecordQuerySet
from ulg.models.texts import TextField


class ObjectiveQuerySet(RecordQuerySet):
    def unserved(self) -> ObjectiveQuerySet:
        """Those that no action of the plan serves."""
        return self.open().without("actions")


class Objective(Record):
    """What the plan wants to reach, with a measure and a year."""

    description = TextField(_("description"), blank=True)

    objects = ObjectiveQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("objective")
        verbose_name_plural = _("objectives")

    def get_absolute_url(self) -> str:
        return reverse("actionplan:objective", args=[self.plan.city.slug, self.pk])
