from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from actionplan.models.finding import Finding
from actionplan.models.kind_of_record import KindManager, KindOfRecord, KindQuerySet
from actionplan.reference.barriers import BarrierCategory, BarrierStatus
from actionplan.reference.procurement_steps import STEPS
from ulg.models.texts import LineField, TextField


class BarrierQuerySet(KindQuerySet["Barrier"]):
    def unsolved(self) -> BarrierQuerySet:
        """Without a kept solution; a parked barrier needs none."""
        return self.open().without("solutions")


class Barrier(KindOfRecord):
    """Something that keeps gender equality out of the city's procurement."""

    settled = BarrierStatus.settled()
    counts_as = BarrierStatus.counts_as()
    way_to_action = ("solutions", "actions")
    _history_m2m_fields = ["findings"]

    description = TextField(_("description"), blank=True)
    category = models.CharField(_("category"), max_length=16, choices=BarrierCategory)
    step = models.CharField(_("procurement step"), max_length=16, choices=STEPS, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=BarrierStatus, default=BarrierStatus.RAISED)
    parked_reason = LineField(_("why it is parked"), max_length=300, blank=True)
    findings = models.ManyToManyField(Finding, blank=True, related_name="barriers", verbose_name=_("findings"))

    solution_count: int  # where `note_solutions` has counted them

    objects = KindManager.from_queryset(BarrierQuerySet)()

    class Meta(KindOfRecord.Meta):
        verbose_name = _("barrier")
        verbose_name_plural = _("barriers")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status=BarrierStatus.PARKED) | ~models.Q(parked_reason=""),
                name="parked_barrier_has_reason",
                violation_error_message=_("A parked barrier needs a reason."),
            ),
        ]

    @property
    def is_parked(self) -> bool:
        return self.status == BarrierStatus.PARKED
