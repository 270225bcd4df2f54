"""When somebody who may not edit the plan may still correct what they added themselves."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any

from actionplan import kinds
from actionplan.models import Record
from ulg.models import Membership
from ulg.models.meta import field_of
from ulg.roles import Permission
from ulg.writing import saving
from ulg.writing.transactions import atomic


class Obstacle(Enum):
    """Why a record is not this person's to correct, or not any more."""

    NOT_THEIRS = auto()
    TAKEN_OUT = auto()
    MOVED_ON = auto()
    COMMENTED = auto()


class NotCorrectable(Exception):
    """Somebody has built on the record, or it is another one's."""

    def __init__(self, found: Obstacle) -> None:
        super().__init__(found.name)
        self.obstacle = found


def obstacle(record: Record, *, by: Membership) -> Obstacle | None:
    """What keeps this person from correcting the record, if anything does.

    A withdrawn comment is none; a reply of somebody else is.
    """
    may_add = Permission.CONTRIBUTE in by.permissions and kinds.find(record.kind).is_contributed
    if record.created_by_id != by.pk or not may_add:
        return Obstacle.NOT_THEIRS
    if record.removed_at:
        return Obstacle.TAKEN_OUT
    if record.status != field_of(record, "status").default:
        return Obstacle.MOVED_ON
    said = record.comments.current().exclude(author=by)
    return Obstacle.COMMENTED if said.exists() else None


@atomic
def correct(
    record: Record, changes: dict[str, Any], *, seen: int | None, by: Membership
) -> saving.Saved | saving.Conflict:
    """Save what a member corrected, unless somebody has built on the record meanwhile.

    A comment points at its record, so under this lock of the whole row the database lets in no more of them; the
    lock of a save alone would not keep them out.
    """
    current = Record.objects.select_for_update(of=("self",)).get(pk=record.pk)
    if found := obstacle(current, by=by):
        raise NotCorrectable(found)
    return saving.save(record, changes, seen=seen, by=by)
