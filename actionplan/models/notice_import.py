from __future__ import annotations

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from actionplan.notices.facts import Outcome, Remark, Remarked
from actionplan.notices.imported import Imported
from actionplan.notices.tree import Refusal
from actionplan.reference.notice_words import OUTCOMES
from ulg.models import City, Membership
from ulg.models.texts import LineField, LinesField, TextField

MOST_NAMES = 50  # of files that were handed in, on the page of their import


class InCityQuerySet(models.QuerySet):
    def in_city(self, city: City) -> Self:
        return self.filter(city=city)


class NoticeImport(models.Model):
    """One import of notices into a city: by whom, of which files, and how far it has come."""

    class Status(models.TextChoices):
        READING = "reading", pgettext_lazy("import of notices", "Not finished")
        FINISHED = "finished", pgettext_lazy("import of notices", "Finished")
        STOPPED = "stopped", pgettext_lazy("import of notices", "Stopped before the end")
        FAILED = "failed", pgettext_lazy("import of notices", "Ended by a failure")

    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="notice_imports", db_index=False)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")  # none: a command
    given = LinesField(default=list)  # the names of what was handed in
    status = models.CharField(max_length=10, choices=Status, default=Status.READING)
    started_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)  # when the latest files were read
    ended_at = models.DateTimeField(null=True)
    counts = models.JSONField(default=dict)  # files by `notices.facts.Outcome`
    remarked = models.PositiveIntegerField(default=0)  # files with something to know about them

    objects = InCityQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at", "-pk"]
        indexes = [models.Index(fields=["city", "-started_at", "-id"], name="imports_of_city")]

    def __str__(self) -> str:
        return ", ".join(self.given)

    def get_absolute_url(self) -> str:
        return reverse("actionplan:notice-import", args=[self.city.slug, self.pk])

    @property
    def total(self) -> int:
        """How many files have been read so far."""
        return sum(self.counts.values())

    @property
    def counted(self) -> list[tuple[Promise, int]]:
        """The outcomes in words, with how many files came to each."""
        return [(OUTCOMES[each], number) for each in Outcome if (number := self.count_of(each))]

    @property
    def has_other_buyers(self) -> bool:
        return self.count_of(Outcome.NOT_OURS) > 0

    @property
    def given_left_out(self) -> int:
        """How many names its page leaves out."""
        return max(len(self.given) - MOST_NAMES, 0)

    def count_of(self, outcome: Outcome) -> int:
        return self.counts.get(outcome, 0)


class ImportedFile(models.Model):
    """What became of one file of an import."""

    class Rank(models.IntegerChoices):
        """In which order whoever looks at an import wants to know of its files."""

        REFUSED = 0
        REMARKED = 1
        OTHER = 2

    notice_import = models.ForeignKey(NoticeImport, on_delete=models.CASCADE, related_name="files", db_index=False)
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="+", db_index=False)
    place = models.PositiveIntegerField()  # among the files of its import
    rank = models.PositiveSmallIntegerField(choices=Rank)
    name = TextField()
    outcome = models.CharField(max_length=16)  # one of `notices.facts.Outcome`
    notice = models.CharField(max_length=100, blank=True)
    lots = models.PositiveIntegerField(default=0)
    remarks = models.JSONField(default=list)
    refusal = models.CharField(max_length=20, blank=True)  # a key of `reference.notice_words.REFUSALS`
    refused_about = LineField(max_length=200, blank=True)

    objects = InCityQuerySet.as_manager()

    class Meta:
        ordering = ["rank", "place"]
        indexes = [
            models.Index(fields=["notice_import", "rank", "place"], name="files_of_import"),
            models.Index(fields=["notice_import", "outcome", "rank", "place"], name="files_by_outcome"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def line(self) -> Imported:
        remarks = tuple(Remarked(Remark(remark), about) for remark, about in self.remarks)
        refusal = Refusal(self.refusal, self.refused_about) if self.refusal else None
        return Imported(self.name, Outcome(self.outcome), self.notice, self.lots, remarks, refusal)
