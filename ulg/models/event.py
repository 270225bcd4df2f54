from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models

from ulg.models.city import City
from ulg.models.membership import Membership
from ulg.models.meta import name_of
from ulg.models.revised import Revised


class Deed(models.TextChoices):
    """What somebody did. It is said in the words of whoever reads, so it has none here."""

    ADDED = "added"
    CHANGED = "changed"
    MERGED = "merged"  # changed, and joined with what others had changed meanwhile
    RESTORED = "restored"  # an earlier revision, as a new one
    REMOVED = "removed"
    BROUGHT_BACK = "brought_back"
    ADOPTED = "adopted"
    COMMENTED = "commented"
    REPLIED = "replied"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    REOPENED = "reopened"
    INVITED = "invited"
    JOINED = "joined"
    PUBLISHED = "published"
    OPENED = "opened"  # to everyone; or to be filled in, and all that it asks with it
    CLOSED = "closed"


class EventQuerySet(models.QuerySet["Event"]):
    def of(self, changed: Revised) -> EventQuerySet:
        """The events that made its revisions."""
        return self.filter(kind=name_of(changed), key=changed.pk)


class Event(models.Model):
    """One deed, stored with it in one transaction: who did what to which record, and when. It never changes.

    `kind` and `key` name the row that was written, as its address does: of a comment the comment itself, while
    `record` is the record of the plan that it is about. Each revision of a row has one event; a deed that makes none,
    such as publishing, has no revision.
    """

    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="events")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    deed = models.CharField(max_length=12, choices=Deed)
    kind = models.CharField(max_length=20)
    key = models.BigIntegerField()
    revision = models.PositiveIntegerField(null=True)
    merged_from = models.PositiveIntegerField(null=True, help_text="The revision that its writer had seen.")
    record = models.ForeignKey(settings.RECORD_MODEL, on_delete=models.CASCADE, null=True, related_name="events")

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["kind", "key", "revision"], name="one_event_per_revision")]
        indexes = [models.Index(fields=["city", "at"], name="events_of_a_city_by_time")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} {self.deed}"

    @classmethod
    def store(cls, row: models.Model, deed: Deed, *, city: City, by: Membership | None, at: datetime) -> Event:
        """A deed that makes no revision of the row."""
        return cls.objects.create(city=city, by=by, at=at, deed=deed, kind=name_of(row), key=row.pk)

    @classmethod
    def of_revision(cls, changed: Revised, deed: Deed, *, merged_from: int | None = None) -> Event:
        """The event of the revision at which this record stands, as its writer signed it."""
        [city] = changed.affects_cities
        return cls(
            city_id=city,
            by_id=changed.updated_by_id,
            at=changed.updated_at,
            deed=deed,
            kind=name_of(changed),
            key=changed.pk,
            revision=changed.revision,
            merged_from=merged_from,
            record_id=changed.about_record_id,
        )
