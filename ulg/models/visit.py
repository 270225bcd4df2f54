from __future__ import annotations

from datetime import timedelta
from typing import Self

from django.db import models
from django.utils import timezone

from ulg.models.membership import Membership

PAUSE = timedelta(minutes=30)


class Visit(models.Model):
    """When a member was here: what changed since the visit before this one is news to them."""

    membership = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="visit", primary_key=True)
    seen_at = models.DateTimeField()
    before_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.membership} {self.seen_at:%Y-%m-%d %H:%M}"

    @classmethod
    def note(cls, membership: Membership) -> Self:
        """The visit going on; a new one begins after half an hour's pause."""
        now = timezone.now()
        visit = getattr(membership, "visit", None)
        if visit is None:
            visit = cls(membership=membership, seen_at=now)
            cls.objects.bulk_create([visit], ignore_conflicts=True)  # another request of theirs may be as new
            return visit
        if now - visit.seen_at > timedelta(minutes=1):
            if now - visit.seen_at > PAUSE:
                visit.before_at = visit.seen_at
            visit.seen_at = now
            visit.save()
        return visit
