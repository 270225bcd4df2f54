from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actionplan.models.record import Record
from ulg.models.texts import LineField, TextField


class Finding(Record):
    """Something that the baseline showed, with its source."""

    searched_numbers = ("year",)

    text = TextField(_("finding"), blank=True)
    source = LineField(_("source"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("finding")
        verbose_name_plural = _("findings")

    def get_absolute_url(self) -> str:
        return reverse("actionplan:finding", args=[self.plan.city.slug, self.pk])
