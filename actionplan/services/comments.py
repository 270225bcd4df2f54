"""What is said about a record, and what the city answers."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from actionplan.models import Comment, Record
from ulg.models import Deed, Membership
from ulg.roles import Permission
from ulg.writing import saving


def add(record: Record, *, text: str, by: Membership, at: datetime | None = None) -> Comment:
    return _store(Comment(plan=record.plan, record=record, text=text), Deed.COMMENTED, by=by, at=at)


def reply(to: Comment, *, text: str, by: Membership, at: datetime | None = None) -> Comment:
    """Say something below a comment; what staff say to somebody else's comment is the city's answer."""
    thread = to.parent or to
    is_answer = Permission.ANSWER in by.permissions and thread.author_id != by.pk
    made = Comment(plan=thread.plan, record_id=thread.record_id, parent=thread, text=text, is_answer=is_answer)
    return _store(made, Deed.ANSWERED if is_answer else Deed.REPLIED, by=by, at=at)


def withdraw(
    comment: Comment, *, seen: int | None, by: Membership, at: datetime | None = None
) -> saving.Saved | saving.Conflict:
    """Take the words off the page, if they stand as they were seen; a stub stays in their place."""
    changes = {"withdrawn_at": at or timezone.now()}
    return saving.advance(comment, changes, seen=seen, by=by, deed=Deed.WITHDRAWN, at=at)


def _store(comment: Comment, deed: Deed, *, by: Membership, at: datetime | None) -> Comment:
    comment.author = by
    comment.created_at = at or timezone.now()
    return saving.create(comment, by=by, at=at, deed=deed)
