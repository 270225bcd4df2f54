from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actionplan.models.record import Record


class Objective(Record):
    """What the plan wants to reach, with a measure and a year."""

    description = models.TextField(_("description"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("objective")
        verbose_name_plural = _("objectives")

    def get_absolute_url(self) -> str:
        return reverse("actionplan:objective", args=[self.plan.city.slug, self.pk])
