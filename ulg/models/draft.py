from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ulg.models.city import City
from ulg.models.membership import Membership

WRITING_FOR = timedelta(seconds=45)


class DraftQuerySet(models.QuerySet["Draft"]):
    def in_city(self, city: City) -> DraftQuerySet:
        return self.filter(author__city=city)

    def of(self, author: Membership) -> DraftQuerySet:
        return self.filter(author=author)

    def being_written(self) -> DraftQuerySet:
        return self.filter(saved_at__gt=timezone.now() - WRITING_FOR)


class Draft(models.Model):
    """What somebody is writing in a form and has not sent yet."""

    author = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="drafts")
    action = models.CharField(
        _("form"), max_length=200, db_index=True, help_text="The address that the form is sent to."
    )
    page = models.CharField(_("page"), max_length=200, help_text="The address where the form stands.")
    title = models.CharField(_("title"), max_length=250)
    seen_revision = models.PositiveIntegerField(null=True)
    fields = models.JSONField(default=dict)
    window = models.CharField(max_length=40, blank=True, help_text="The browser window that wrote it last.")
    saved_at = models.DateTimeField(auto_now=True, db_index=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at"]
        constraints = [models.UniqueConstraint(fields=["author", "action"], name="one_draft_per_author_and_form")]

    def __str__(self) -> str:
        return self.title
