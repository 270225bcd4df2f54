from __future__ import annotations

import hashlib
from datetime import timedelta

from django.db import models
from django.utils import timezone

from ulg.models.city import City
from ulg.models.membership import Membership

VALID_FOR = timedelta(days=14)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def in_city(self, city: City) -> InvitationQuerySet:
        return self.filter(membership__city=city)

    def open(self) -> InvitationQuerySet:
        return self.filter(accepted_at=None, sent_at__gt=timezone.now() - VALID_FOR)

    def with_token(self, token: str) -> Invitation | None:
        return self.open().filter(token_hash=Invitation.hash(token), membership__ended_at=None).first()


class Invitation(models.Model):
    """The link in the mail that brings a new member in, once."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField(auto_now_add=True)
    accepted_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return f"{self.membership} {self.sent_at:%Y-%m-%d}"

    @staticmethod
    def hash(token: str) -> str:
        return hashlib.sha256(token.encode()).hexdigest()
