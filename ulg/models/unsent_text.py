from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ulg.models.city import City
from ulg.models.membership import Membership
from ulg.models.texts import LineField, UnsentField

WRITING_FOR = timedelta(seconds=45)


class UnsentTextQuerySet(models.QuerySet["UnsentText"]):
    def in_city(self, city: City) -> UnsentTextQuerySet:
        return self.filter(author__city=city)

    def of(self, author: Membership) -> UnsentTextQuerySet:
        return self.filter(author=author)

    def being_written(self) -> UnsentTextQuerySet:
        return self.filter(saved_at__gt=timezone.now() - WRITING_FOR, is_unattended=False)


class UnsentText(models.Model):
    """What somebody is writing in a form and has not sent yet: one for each page on which they write it."""

    author = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="unsent_texts")
    form_url = models.CharField(
        _("form"), max_length=200, db_index=True, help_text="The address that the form is sent to."
    )
    page = models.CharField(_("page"), max_length=200, help_text="The address where the form stands.")
    title = LineField(_("title"), max_length=250)
    seen_revision = models.PositiveIntegerField(null=True)
    fields = UnsentField(default=dict)
    window = models.CharField(max_length=40, blank=True, help_text="The key of the page that wrote it last.")
    edits = models.PositiveIntegerField(default=0, help_text="How often that page had been typed in by then.")
    version = models.PositiveIntegerField(default=1, help_text="Grows with every write.")
    is_unattended = models.BooleanField(
        default=False, help_text="Whether it came from a page whose writer was not logged in any more."
    )
    saved_at = models.DateTimeField(auto_now=True, db_index=True)

    objects = UnsentTextQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "form_url", "window", "is_unattended"],
                condition=~models.Q(window=""),
                name="one_unsent_text_per_page_and_form",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page with its form, filled with this text."""
        return f"{self.page}?unsent={self.pk}"
