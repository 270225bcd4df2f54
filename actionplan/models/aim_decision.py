from __future__ import annotations

from typing import Self

from django.db import models

from actionplan.reference.possible_aims import PossibleAim
from ulg.models import City, Membership
from ulg.models.texts import TextField


class AimDecisionQuerySet(models.QuerySet["AimDecision"]):
    def in_city(self, city: City) -> Self:
        return self.filter(city=city)


class AimDecision(models.Model):
    """What an editor has decided about a lot whose texts speak of gender equality; a later one stands beside it.

    Lots are made anew with each import, so the decision names its lot as the notices do.
    """

    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="+", db_index=False)
    procedure = models.CharField(max_length=120)
    lot = models.CharField(max_length=60)
    number = models.PositiveIntegerField()  # among the decisions about the lot
    decision = models.CharField(max_length=12, choices=[(each.value, each.label) for each in PossibleAim.decisions()])
    reason = TextField()
    words_sha256 = models.CharField(max_length=64)  # of the texts that the decision is about
    decided_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    objects = AimDecisionQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["city", "procedure", "lot", "number"], name="one_aim_decision_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.lot} {self.decision}"
