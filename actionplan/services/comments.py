"""What is said about a record, and what the city answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Value
from django.utils import timezone

from actionplan.models import Comment
from actionplan.models.comment import Subject
from ulg.models import Membership
from ulg.roles import Permission
from ulg.writing import saving

A_PAGE = 20


@dataclass(frozen=True)
class Topic:
    """What is spoken about: a record, as far as its comments have to know it."""

    kind: str
    pk: int
    name: str
    url: str

    @classmethod
    def of(cls, subject: Subject) -> Topic:
        return cls(subject._meta.model_name, subject.pk, subject.short_name, subject.get_absolute_url())


@dataclass(frozen=True)
class Thread:
    """A comment with what was said in reply: the key, the revision and the author's key of each."""

    pk: int
    said: tuple[tuple[int, int, int], ...]

    def by(self, author: Membership) -> frozenset[int]:
        """What this author has said in it."""
        return frozenset(pk for pk, _revision, author_id in self.said if author_id == author.pk)


def page_of(topic: Topic, *, page: int | None, comment_id: int | None) -> Page[Thread]:
    """The page asked for, the one that holds a comment, or the last one; oldest first."""
    rows = Comment.objects.filter(**{topic.kind: topic.pk}).values_list("pk", "revision", "author_id", "parent_id")
    said: dict[int, list[tuple[int, int, int]]] = {}
    for pk, revision, author_id, parent_id in sorted(rows, key=lambda row: row[-1] is not None):  # comments come first
        said.setdefault(parent_id or pk, []).append((pk, revision, author_id))
    threads = [Thread(pk, tuple(words)) for pk, words in said.items()]
    paginator = Paginator(threads, A_PAGE)
    if page is None and comment_id is not None:
        page = _page_with(comment_id, threads)
    return paginator.get_page(page or paginator.num_pages)


def counted(keys: Collection[tuple[str, int]]) -> dict[tuple[str, int], int]:
    """How much has been said about each of these records and still stands. One query for all kinds."""
    kinds: dict[str, list[int]] = {}
    for kind, pk in keys:
        kinds.setdefault(kind, []).append(pk)
    counts = [_counted(kind, pks) for kind, pks in kinds.items()]
    rows = counts[0].union(*counts[1:], all=True) if counts else []
    return dict.fromkeys(keys, 0) | {(kind, pk): count for kind, pk, count in rows}


def _counted(kind: str, pks: list[int]) -> QuerySet:
    standing = Comment.objects.filter(**{f"{kind}__in": pks}, withdrawn_at=None).order_by()
    counts = standing.values(kind).annotate(count_of=Value(kind), count_found=Count("pk"))
    return counts.values_list("count_of", kind, "count_found")


def read(threads: Iterable[Thread]) -> dict[int, Comment]:
    """All that is said in these threads, with the authors at hand."""
    keys = [pk for thread in threads for pk, _revision, _author in thread.said]
    return Comment.objects.select_related("author__user", "author__organisation").in_bulk(keys)


def add(subject: Subject, *, text: str, by: Membership, at: datetime | None = None) -> Comment:
    return _store(Comment(plan=subject.plan, text=text, **{subject._meta.model_name: subject}), by=by, at=at)


def reply(to: Comment, *, text: str, by: Membership, at: datetime | None = None) -> Comment:
    """Say something below a comment; what staff say to somebody else's comment is the city's answer."""
    thread = to.parent or to
    kind = thread.subject._meta.model_name
    is_answer = Permission.ANSWER in by.permissions and thread.author_id != by.pk
    made = Comment(plan=thread.plan, parent=thread, text=text, is_answer=is_answer, **{kind: thread.subject})
    return _store(made, by=by, at=at)


def withdraw(
    comment: Comment, *, seen: int | None, by: Membership, at: datetime | None = None
) -> saving.Saved | saving.Conflict:
    """Take the words off the page, if they stand as they were seen; a stub stays in their place."""
    changes = {"withdrawn_at": at or timezone.now()}
    return saving.advance(comment, changes, seen=seen, by=by, reason="withdrawn", at=at)


def _store(comment: Comment, *, by: Membership, at: datetime | None) -> Comment:
    comment.author = by
    comment.created_at = at or timezone.now()
    return saving.create(comment, by=by, at=at)


def _page_with(comment_id: int, threads: list[Thread]) -> int | None:
    for place, thread in enumerate(threads):
        if any(pk == comment_id for pk, _revision, _author in thread.said):
            return place // A_PAGE + 1
    return None
