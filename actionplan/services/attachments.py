"""Adding a file to a record, removing it, restoring it: by whoever may change the record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

from django.core.files import File
from django.utils import timezone

from actionplan.models import Answer, Attachment, Record
from actionplan.services import assessments, corrections, virus_scan
from ulg.models import Deed, Membership
from ulg.roles import Permission
from ulg.writing import locks, saving
from ulg.writing.transactions import atomic

MOST = 100  # files of one record


class TooMany(Exception):
    """The record has as many files as it may have."""


class StorageUnavailable(Exception):
    """The storage did not take the file."""


@contextmanager
def stored(attachment: Attachment, content: File) -> Iterator[None]:
    """The file is scanned and stored before its row is, outside every transaction; it is removed if that then fails."""
    virus_scan.scan(content)
    content.seek(0)
    field = Attachment._meta.get_field("file")
    try:
        name = field.storage.save(field.generate_filename(attachment, ""), content)
    except OSError as error:
        raise StorageUnavailable(str(error)) from error
    attachment.file = name
    try:
        yield
    except BaseException:
        with suppress(OSError):
            field.storage.delete(name)
        raise


@atomic
def add(attachment: Attachment, *, by: Membership, at: datetime | None = None) -> Attachment:
    """The row of a file that is stored already."""
    _lock_changeable(attachment.record, by=by)
    _refuse_too_many(attachment)
    attachment.created_by, attachment.created_at = by, at or timezone.now()
    return saving.create(attachment, by=by, at=at)


@atomic
def remove(attachment: Attachment, *, seen: int | None, by: Membership) -> saving.Saved | saving.Conflict:
    _lock_changeable(attachment.record, by=by)
    return saving.save(attachment, {"removed_at": timezone.now()}, seen=seen, by=by, deed=Deed.REMOVED)


@atomic
def bring_back(attachment: Attachment, *, seen: int | None, by: Membership) -> saving.Saved | saving.Conflict:
    _lock_changeable(attachment.record, by=by)
    _refuse_too_many(attachment)
    return saving.save(attachment, {"removed_at": None}, seen=seen, by=by, deed=Deed.BROUGHT_BACK)


def _lock_changeable(record: Record, *, by: Membership) -> None:
    """As a change of the record: a closed assessment refuses, and so does what members have built on."""
    if isinstance(record, Answer):
        assessments.lock_open(record.assessment)
    locks.lock(record)
    if Permission.EDIT_PLAN not in by.permissions and (found := corrections.obstacle(record, by=by)):
        raise corrections.NotCorrectable(found)


def _refuse_too_many(attachment: Attachment) -> None:
    """Beside the others, whose number no one else changes while the record is locked."""
    others = Attachment.objects.filter(record=attachment.record_id).current().exclude(pk=attachment.pk)
    if others.count() >= MOST:
        raise TooMany
