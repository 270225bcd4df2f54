from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actionplan.models.barrier import Barrier
from actionplan.models.record import Record, RecordQuerySet
from actionplan.reference import solutions


class SolutionQuerySet(RecordQuerySet):
    def without_action(self) -> SolutionQuerySet:
        actions = self.model._meta.get_field("actions").related_model.objects.current()
        return self.exclude(status="rejected").filter(~models.Exists(actions.filter(solution=models.OuterRef("pk"))))


class Solution(Record):
    """What would help against one or more barriers."""

    _history_m2m_fields = ["barriers"]

    description = models.TextField(_("description"), blank=True)
    approach = models.CharField(_("kind of solution"), max_length=12, choices=solutions.KINDS)
    status = models.CharField(_("status"), max_length=12, choices=solutions.STATUSES, default="proposed")
    rejected_reason = models.CharField(_("why it was not chosen"), max_length=300, blank=True)
    barriers = models.ManyToManyField(Barrier, related_name="solutions", verbose_name=_("barriers"))

    objects = SolutionQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("solution")
        verbose_name_plural = _("solutions")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(status="rejected") | ~models.Q(rejected_reason=""),
                name="rejected_solution_has_reason",
                violation_error_message=_("A solution that was not chosen needs a reason."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("actionplan:solution", args=[self.plan.city.slug, self.pk])
