"""The files of a record, those that were removed among them."""

from __future__ import annotations

from dataclasses import dataclass

from actionplan.models import Attachment


@dataclass(frozen=True)
class Files:
    current: tuple[Attachment, ...] = ()
    removed: tuple[Attachment, ...] = ()


def files_of(record_id: int) -> Files:
    """In one query, in the order in which they were added."""
    found = list(Attachment.objects.filter(record=record_id).select_related("created_by__user"))
    return Files(tuple(each for each in found if not each.removed_at), tuple(each for each in found if each.removed_at))
