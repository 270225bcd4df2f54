from __future__ import annotations

import zlib
from typing import Self

from django.db import models

from actionplan.notices.facts import Buyer, NoticeFacts, Remark, Remarked, Words
from actionplan.notices.stored import money
from ulg.models import City, Membership
from ulg.models.texts import TextField

# What is stored as it was read
PLAIN = (
    *("identifier", "version", "procedure", "form", "type", "subtype", "sdk", "dispatched_on", "dispatched_at"),
    *("publication", "changes", "is_cancelling", "previous", "cpv"),
)


class NoticeQuerySet(models.QuerySet["Notice"]):
    def in_city(self, city: City) -> Self:
        return self.filter(city=city)

    def facts(self) -> list[NoticeFacts]:
        """What they say, in two queries."""
        return [notice.facts for notice in self.defer("xml").prefetch_related("lots")]


class Notice(models.Model):
    """One version of a notice that the city has published, as it was imported; its XML is the evidence."""

    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="notices", db_index=False)
    identifier = models.CharField(max_length=100)
    version = models.PositiveIntegerField()
    procedure = models.CharField(max_length=100, blank=True)
    # The procedure that it is counted in: its own, or where it names none, that of a notice that it refers to
    counted_in = models.CharField(max_length=120, blank=True)
    is_counted = models.BooleanField(default=False)
    form = models.CharField(max_length=30)
    type = models.CharField(max_length=40)
    subtype = models.CharField(max_length=10)
    sdk = models.CharField(max_length=10)
    dispatched_on = models.DateField()
    dispatched_at = models.CharField(max_length=40, blank=True)
    publication = models.CharField(max_length=30, blank=True)
    changes = models.CharField(max_length=100, blank=True)
    is_cancelling = models.BooleanField(default=False)
    previous = models.CharField(max_length=100, blank=True)
    buyers = models.JSONField(default=list)
    title = TextField(blank=True)
    language = models.CharField(max_length=3, blank=True)
    cpv = models.CharField(max_length=8, blank=True)
    estimated_cents = models.BigIntegerField(null=True)
    estimated_currency = models.CharField(max_length=3, blank=True)
    total_cents = models.BigIntegerField(null=True)
    total_currency = models.CharField(max_length=3, blank=True)
    remarks = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64)
    xml = models.BinaryField()  # zlib
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["dispatched_on", "identifier", "version"]
        constraints = [
            models.UniqueConstraint(fields=["city", "identifier", "version"], name="one_notice_per_version"),
        ]
        indexes = [
            models.Index(fields=["city", "counted_in"], name="notices_of_procedure"),
            models.Index(fields=["city", "publication"], name="notices_by_publication"),
        ]

    def __str__(self) -> str:
        return f"{self.identifier}-{self.version:02}"

    @property
    def document(self) -> bytes:
        """The XML as it was imported."""
        return zlib.decompress(self.xml)

    @property
    def facts(self) -> NoticeFacts:
        return NoticeFacts(
            **{name: getattr(self, name) for name in PLAIN},
            buyers=tuple(Buyer(tuple(names), number) for names, number in self.buyers),
            title=Words(self.title, self.language),
            estimated=money(self.estimated_cents, self.estimated_currency),
            total=money(self.total_cents, self.total_currency),
            lots=tuple(lot.facts for lot in self.lots.all()),
            remarks=tuple(Remarked(Remark(remark), about) for remark, about in self.remarks),
        )
