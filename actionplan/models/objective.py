from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from actionplan.models.kind_of_record import KindManager, KindOfRecord, KindQuerySet
from ulg.models.texts import TextField


class ObjectiveQuerySet(KindQuerySet["Objective"]):
    def unserved(self) -> ObjectiveQuerySet:
        """Those that no action of the plan serves."""
        return self.open().without("actions")


class Objective(KindOfRecord):
    """What the plan wants to reach, with a measure and a year."""

    description = TextField(_("description"), blank=True)

    objects = KindManager.from_queryset(ObjectiveQuerySet)()

    class Meta(KindOfRecord.Meta):
        verbose_name = _("objective")
        verbose_name_plural = _("objectives")
