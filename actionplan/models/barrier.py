from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actionplan.models.finding import Finding
from actionplan.models.record import Record, RecordQuerySet, counted
from actionplan.reference import barriers
from actionplan.reference.procurement_steps import STEPS


class BarrierQuerySet(RecordQuerySet):
    def unsolved(self) -> BarrierQuerySet:
        """Without a solution that is still alive; a parked barrier needs none."""
        alive = models.Exists(self._alive_links().filter(barrier=models.OuterRef("pk")))
        return self.exclude(status__in=["parked", "resolved"]).filter(~alive)

    def with_solution_count(self) -> BarrierQuerySet:
        """Adds `solution_count`: the solutions of each that are still alive."""
        return self.annotate(solution_count=counted(self._alive_links(), "barrier"))

    def _alive_links(self) -> models.QuerySet:
        links = self.model.solutions.through.objects.filter(solution__removed_at=None)
        return links.exclude(solution__status="rejected")


class Barrier(Record):
    """Something that keeps gender equality out of the city's procurement."""

    _history_m2m_fields = ["findings"]

    description = models.TextField(_("description"), blank=True)
    category = models.CharField(_("category"), max_length=16, choices=barriers.CATEGORIES)
    step = models.CharField(_("procurement step"), max_length=16, choices=STEPS, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=barriers.STATUSES, default="raised")
    parked_reason = models.CharField(_("why it is parked"), max_length=300, blank=True)
    findings = models.ManyToManyField(Finding, blank=True, related_name="barriers", verbose_name=_("findings"))

    objects = BarrierQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("barrier")
        verbose_name_plural = _("barriers")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(status="parked") | ~models.Q(parked_reason=""),
                name="parked_barrier_has_reason",
                violation_error_message=_("A parked barrier needs a reason."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("actionplan:barrier", args=[self.plan.city.slug, self.pk])
