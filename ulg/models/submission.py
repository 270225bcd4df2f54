from __future__ import annotations

from django.db import models
from django.utils import timezone

from ulg.models.membership import Membership


class Submission(models.Model):
    """A form that was carried out, under the key that was made with it: sent once more, it makes nothing new."""

    author = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="submissions")
    form_url = models.CharField(max_length=200, help_text="The address that the form was sent to.")
    key = models.UUIDField()
    digest = models.CharField(max_length=64, help_text="Of what stood in the form.")
    made = models.BigIntegerField(
        null=True, help_text="The primary key of what it made; the address says of which kind."
    )
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["author", "form_url", "key"], name="one_submission_per_author_and_key")
        ]

    def __str__(self) -> str:
        return f"{self.form_url} {self.key}"
