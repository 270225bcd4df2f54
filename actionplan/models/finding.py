from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from actionplan.models.answer import Answer
from actionplan.models.kind_of_record import KindOfRecord
from ulg.models.texts import LineField, TextField


class Finding(KindOfRecord):
    """Something that the baseline showed, with its source."""

    searched_numbers = ("year",)

    text = TextField(_("finding"), blank=True)
    source = LineField(_("source"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    answer = models.ForeignKey(
        Answer,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="findings",
        verbose_name=_("statement of the assessment"),
    )
    # What a number of the figures counts, as the address of its list says it: what=lots&year=2025&aim=gender
    figure = models.CharField(_("figure"), max_length=80, blank=True)

    class Meta(KindOfRecord.Meta):
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
