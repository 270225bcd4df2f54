from __future__ import annotations

import hashlib
from datetime import timedelta

from django.db import models
from django.utils import timezone

from ulg.models.city import City
from ulg.models.membership import Membership

VALID_FOR = timedelta(days=14)
PEOPLE = ("membership__city", "membership__user", "sent_by__user")


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def in_city(self, city: City) -> InvitationQuerySet:
        return self.filter(membership__city=city)

    def open(self) -> InvitationQuerySet:
        return self.filter(accepted_at=None, sent_at__gt=timezone.now() - VALID_FOR)

    def with_token(self, token: str) -> Invitation | None:
        """The invitation of this link, used and expired or not."""
        return self.filter(token_hash=Invitation.hash(token)).select_related(*PEOPLE).first()


class Invitation(models.Model):
    """The link in the mail that brings a new member in, once."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    sent_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(auto_now_add=True)
    mailed_at = models.DateTimeField(null=True, help_text="When the mail server took the mail.")
    accepted_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return f"{self.membership} {self.sent_at:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        return (
            self.accepted_at is None
            and timezone.now() - self.sent_at < VALID_FOR
            and self.membership.ended_at is None
            and self.membership.user.is_active
        )

    @staticmethod
    def hash(token: str) -> str:
        return hashlib.sha256(token.encode()).hexdigest()
