"""What a city may enter a figure of, where no notices count it."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EnteredMeasure(TextChoices):
    """What is counted; those that notices count as well are called as there (`actionplan.notices.rules.Measure`)."""

    PROCEDURES = "procedures", pgettext_lazy("of procurement", "Procedures")
    LOTS = "lots", pgettext_lazy("of procurement", "Lots")
    ESTIMATED = "estimated", _("Estimated value")
    AWARDED = "awarded", _("Awarded value")
    SPEND = "spend", _("Spend in the ledger")

    @classmethod
    def counts(cls) -> list[EnteredMeasure]:
        """Those that are whole numbers; the others are money."""
        return [cls.PROCEDURES, cls.LOTS]

    @classmethod
    def values_of_money(cls) -> list[EnteredMeasure]:
        return [each for each in cls if each not in cls.counts()]
