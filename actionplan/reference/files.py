"""The types of files that a record takes, each with the endings of its names."""

from __future__ import annotations

from django.db import models
from django.utils.translation import pgettext_lazy

OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


class MediaType(models.TextChoices):
    PDF = "application/pdf", pgettext_lazy("type of file", "PDF")
    DOCX = f"{OFFICE}wordprocessingml.document", pgettext_lazy("type of file", "Word document")
    XLSX = f"{OFFICE}spreadsheetml.sheet", pgettext_lazy("type of file", "Excel workbook")
    PPTX = f"{OFFICE}presentationml.presentation", pgettext_lazy("type of file", "PowerPoint presentation")
    ODT = f"{OPEN_DOCUMENT}text", pgettext_lazy("type of file", "OpenDocument text")
    ODS = f"{OPEN_DOCUMENT}spreadsheet", pgettext_lazy("type of file", "OpenDocument spreadsheet")
    ODP = f"{OPEN_DOCUMENT}presentation", pgettext_lazy("type of file", "OpenDocument presentation")
    PNG = "image/png", pgettext_lazy("type of file", "PNG image")
    JPEG = "image/jpeg", pgettext_lazy("type of file", "JPEG image")
    WEBP = "image/webp", pgettext_lazy("type of file", "WebP image")
    GIF = "image/gif", pgettext_lazy("type of file", "GIF image")
    CSV = "text/csv", pgettext_lazy("type of file", "CSV table")
    TEXT = "text/plain", pgettext_lazy("type of file", "Plain text")

    @property
    def endings(self) -> tuple[str, ...]:
        """Of the names of such files, the usual one first."""
        return ENDINGS[self]

    @property
    def is_image(self) -> bool:
        return self.value.startswith("image/")


ENDINGS: dict[MediaType, tuple[str, ...]] = {
    MediaType.PDF: ("pdf",),
    MediaType.DOCX: ("docx",),
    MediaType.XLSX: ("xlsx",),
    MediaType.PPTX: ("pptx",),
    MediaType.ODT: ("odt",),
    MediaType.ODS: ("ods",),
    MediaType.ODP: ("odp",),
    MediaType.PNG: ("png",),
    MediaType.JPEG: ("jpg", "jpeg"),
    MediaType.WEBP: ("webp",),
    MediaType.GIF: ("gif",),
    MediaType.CSV: ("csv",),
    MediaType.TEXT: ("txt",),
}
ACCEPTED = ",".join(f".{ending}" for endings in ENDINGS.values() for ending in endings)
