"""What the tests of a record's files ask of its pages."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from actionplan.models import Attachment, Record
from tests.files import PDF


def add_url(record: Record) -> str:
    return reverse("actionplan:attachment-add", args=[record.plan.city.slug, record.kind, record.pk])


def url(file: Attachment, verb: str = "") -> str:
    name = f"attachment-{verb}" if verb else "attachment"
    return reverse(f"actionplan:{name}", args=["umea", file.pk])


def send(client, record: Record, name: str = "report.pdf", content: bytes = PDF, **fields: Any):
    sent = {"title": "Policy", "file": SimpleUploadedFile(name, content), **fields}
    return client.post(add_url(record), sent)


def section_of(page: bytes) -> str:
    """What the record's page says of its files; nothing where it has no such part."""
    found = html.fromstring(page.decode()).xpath("//section[@id='files']")
    return " ".join(found[0].text_content().split()) if found else ""


def errors(response) -> dict[str, list[str]]:
    return dict(response.context["form"].errors)
