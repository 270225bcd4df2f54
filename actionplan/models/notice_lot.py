from __future__ import annotations

from typing import Any

from django.db import models

from actionplan.models.notice import Notice
from actionplan.notices.facts import LotFacts, Words
from actionplan.notices.stored import money, unpacked
from ulg.models import City
from ulg.models.texts import TextField

# What is stored as it was read, as a list, and as lists of texts with their languages
PLAIN = ("identifier", "nature", "cpv", "is_framework", "bids", "bids_of_small")
LISTS = ("strategic", "social", "environmental", "innovative", "reserved", "results")
TEXTS = ("description", "criteria", "conditions")


class NoticeLot(models.Model):
    """A lot as one notice states it."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="lots", db_index=False)
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="+", db_index=False)
    identifier = models.CharField(max_length=60)
    title = TextField(blank=True)
    language = models.CharField(max_length=3, blank=True)
    nature = models.CharField(max_length=20, blank=True)
    cpv = models.CharField(max_length=8, blank=True)
    estimated_cents = models.BigIntegerField(null=True)
    estimated_currency = models.CharField(max_length=3, blank=True)
    strategic = models.JSONField(default=list)
    social = models.JSONField(default=list)
    environmental = models.JSONField(default=list)
    innovative = models.JSONField(default=list)
    words = models.JSONField(default=dict)  # by what they are: description, criteria and conditions
    reserved = models.JSONField(default=list)
    is_framework = models.BooleanField(default=False)
    ceiling_cents = models.BigIntegerField(null=True)
    ceiling_currency = models.CharField(max_length=3, blank=True)
    results = models.JSONField(default=list)
    contracts = models.JSONField(default=list)
    bids = models.PositiveIntegerField(null=True)
    bids_of_small = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["identifier"]
        constraints = [models.UniqueConstraint(fields=["notice", "identifier"], name="one_lot_per_notice")]

    def __str__(self) -> str:
        return self.identifier

    @property
    def facts(self) -> LotFacts:
        told: dict[str, Any] = {name: getattr(self, name) for name in PLAIN}
        told |= {name: tuple(getattr(self, name)) for name in LISTS}
        told |= {name: tuple(Words(*each) for each in self.words.get(name, ())) for name in TEXTS}
        return LotFacts(
            **told,
            title=Words(self.title, self.language),
            estimated=money(self.estimated_cents, self.estimated_currency),
            ceiling=money(self.ceiling_cents, self.ceiling_currency),
            contracts=tuple(unpacked(each) for each in self.contracts),
        )
