from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actionplan.models.record import Record
from actionplan.reference.files import MediaType
from ulg.models import City, Deed, Membership, Revised
from ulg.models.texts import LineField
from ulg.reference.words import Words

IS_IMAGE = Q(media_type__startswith="image/")


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    def in_city(self, city: City) -> AttachmentQuerySet:
        return self.filter(record__plan__city=city)

    def current(self) -> AttachmentQuerySet:
        """Without what has been removed."""
        return self.filter(removed_at=None)


def new_path(attachment: Attachment, given: str) -> str:
    """Where the file is stored: whoever sees the path learns neither what it is called nor whose it is."""
    return f"{attachment.record.plan.city.slug}/{secrets.token_hex(16)}"


class Attachment(Revised):
    """A file of a record. One that was removed stays in the storage, so that it can be restored."""

    edit_permission = None  # its words do not change, so no earlier ones can be restored
    is_named_in_plan_language = True
    told_with_record: ClassVar[dict[Deed, Words]] = {
        Deed.ADDED: _("added the file %(name)s"),
        Deed.REMOVED: _("removed the file %(name)s"),
        Deed.BROUGHT_BACK: _("restored the file %(name)s"),
    }

    record = models.ForeignKey(Record, on_delete=models.CASCADE, editable=False, related_name="attachments")
    file = models.FileField(upload_to=new_path, max_length=200, editable=False)
    name = LineField(max_length=200, editable=False)
    media_type = models.CharField(max_length=100, choices=MediaType, editable=False)
    size = models.PositiveIntegerField(editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    title = LineField(_("title"), max_length=200)
    alternative_text = LineField(_("alternative text"), max_length=300, blank=True)
    source = LineField(_("source"), max_length=200, blank=True)
    source_on = models.DateField(_("date of the source"), null=True, blank=True)
    created_at = models.DateTimeField(_("date added"), editable=False)
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, editable=False, related_name="+")
    removed_at = models.DateTimeField(_("date removed"), null=True, editable=False)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("of a record", "file")
        verbose_name_plural = pgettext_lazy("of a record", "files")
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(IS_IMAGE & ~Q(alternative_text="")) | (~IS_IMAGE & Q(alternative_text="")),
                name="image_has_alternative_text",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{self.record.get_absolute_url()}#file-{self.pk}"

    @property
    def affects_cities(self) -> tuple[int, ...]:
        return (self.record.plan.city_id,)

    @property
    def about_record_id(self) -> int:
        return self.record_id

    @property
    def written_in(self) -> str:
        return self.record.written_in
