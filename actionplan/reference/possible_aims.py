"""What becomes of a lot whose texts speak of gender equality although its notices do not state it."""

from __future__ import annotations

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy


class PossibleAim(models.TextChoices):
    TO_REVIEW = "to_review", pgettext_lazy("lots that speak of gender equality", "To look at")
    CONFIRMED = "confirmed", pgettext_lazy("lots that speak of gender equality", "Confirmed")
    DISMISSED = "dismissed", pgettext_lazy("lots that speak of gender equality", "Dismissed")

    @classmethod
    def decisions(cls) -> list[PossibleAim]:
        """What somebody may decide."""
        return [cls.CONFIRMED, cls.DISMISSED]


# The texts of a lot in which words are found, by their names in `notices.facts.LotFacts`
PARTS: dict[str, Promise] = {
    "description": pgettext_lazy("text of a lot", "Description of the strategic aim (BT-777)"),
    "criteria": pgettext_lazy("text of a lot", "Award criterion (BT-734, BT-540)"),
    "conditions": pgettext_lazy("text of a lot", "Term of performance (BT-70)"),
}
