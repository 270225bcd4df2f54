from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from actionplan.models.action import Action
from actionplan.models.kind_of_record import KindManager, KindOfRecord, KindQuerySet
from ulg.models.texts import LineField


class IndicatorQuerySet(KindQuerySet["Indicator"]):
    def without_action(self) -> IndicatorQuerySet:
        """Those that measure nothing the plan stands for."""
        return self.open().without("actions")


class Indicator(KindOfRecord):
    """How we know whether an action helped."""

    _history_m2m_fields = ["actions"]
    searched_numbers = ("baseline_year", "target_year")

    unit = LineField(_("unit"), max_length=60, blank=True)
    baseline = models.DecimalField(_("baseline value"), max_digits=14, decimal_places=2, null=True, blank=True)
    baseline_year = models.PositiveSmallIntegerField(_("year of the baseline"), null=True, blank=True)
    target = models.DecimalField(_("target value"), max_digits=14, decimal_places=2, null=True, blank=True)
    target_year = models.PositiveSmallIntegerField(_("year of the target"), null=True, blank=True)
    source = LineField(_("source"), max_length=200, blank=True)
    actions = models.ManyToManyField(Action, blank=True, related_name="indicators", verbose_name=_("actions"))

    objects = KindManager.from_queryset(IndicatorQuerySet)()

    class Meta(KindOfRecord.Meta):
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
