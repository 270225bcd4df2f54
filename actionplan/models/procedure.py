from __future__ import annotations

from decimal import Decimal
from typing import Self

from django.db import models

from actionplan.notices.stored import CENTS
from actionplan.reference.possible_aims import PossibleAim
from ulg.models import City
from ulg.models.texts import TextField


class CountedQuerySet(models.QuerySet):
    def in_city(self, city: City) -> Self:
        return self.filter(city=city)


class Procedure(models.Model):
    """A procurement procedure as its notices count it: made anew with each import, written by nobody."""

    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="procedures", db_index=False)
    identifier = models.CharField(max_length=120)
    year = models.PositiveSmallIntegerField()
    title = TextField(blank=True)
    aim = models.CharField(max_length=16)  # one of `notices.rules.Aim`
    division = models.CharField(max_length=2, blank=True)
    notices = models.PositiveIntegerField()
    remarks = models.JSONField(default=list)

    objects = CountedQuerySet.as_manager()

    class Meta:
        ordering = ["year", "identifier"]
        constraints = [models.UniqueConstraint(fields=["city", "identifier"], name="one_procedure_per_identifier")]
        indexes = [models.Index(fields=["city", "year", "division", "aim"], name="procedures_counted")]

    def __str__(self) -> str:
        return self.title or self.identifier


class ProcedureLot(models.Model):
    """A lot of a procedure, united over its notices."""

    procedure = models.ForeignKey(Procedure, on_delete=models.CASCADE, related_name="lots")
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="+", db_index=False)
    identifier = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    title = TextField(blank=True)
    aim = models.CharField(max_length=16)
    division = models.CharField(max_length=2, blank=True)
    bids = models.PositiveIntegerField(null=True)
    bids_of_small = models.PositiveIntegerField(null=True)
    # Where its texts speak of gender equality and its codes do not: how far it has been looked at, and the passages
    possible = models.CharField(max_length=12, choices=PossibleAim, blank=True)
    passages = models.JSONField(default=list)
    words_sha256 = models.CharField(max_length=64, blank=True)

    objects = CountedQuerySet.as_manager()

    class Meta:
        ordering = ["year", "identifier"]
        indexes = [
            models.Index(fields=["city", "year", "division", "aim"], name="procedure_lots_counted"),
            models.Index(fields=["city", "possible", "year"], name="possible_aims", condition=~models.Q(possible="")),
        ]

    def __str__(self) -> str:
        return self.title or self.identifier


class ProcedureAmount(models.Model):
    """A part of a procedure's value; without an aim where its lots do not divide it."""

    procedure = models.ForeignKey(Procedure, on_delete=models.CASCADE, related_name="amounts")
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="+", db_index=False)
    lot = models.CharField(max_length=60, blank=True)
    year = models.PositiveSmallIntegerField()
    measure = models.CharField(max_length=12)  # one of `notices.rules.Measure`
    aim = models.CharField(max_length=16, blank=True)
    division = models.CharField(max_length=2, blank=True)
    cents = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    # The organisation numbers of those who won an awarded amount, in the form of `suppliers.organisation_numbers`
    won_by = models.TextField(blank=True)

    objects = CountedQuerySet.as_manager()

    class Meta:
        ordering = ["year", "lot", "measure"]
        indexes = [models.Index(fields=["city", "measure", "year"], name="amounts_counted")]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    @property
    def amount(self) -> Decimal:
        return Decimal(self.cents) / CENTS
