"""What is said about a record, and what the city answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch
from django.utils import timezone

from actionplan.models import Action, Barrier, Comment, Section, Solution
from ulg.models import Membership
from ulg.roles import Permission
from ulg.services import saving

Subject = Barrier | Solution | Action | Section

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
        return cls(subject._meta.model_name, subject.pk, str(subject), subject.get_absolute_url())


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


def counted(kind: str, subjects: Iterable[int]) -> dict[int, int]:
    """How much has been said about each record of this kind and still stands."""
    found = Comment.objects.filter(**{f"{kind}__in": subjects}, withdrawn_at=None).order_by().values_list(kind)
    return dict.fromkeys(subjects, 0) | dict(found.annotate(count=Count("pk")))


def read(threads: Iterable[int]) -> dict[int, Comment]:
    """These comments, each with its replies and authors at hand."""
    people = ("author__user", "author__organisation")
    found = Comment.objects.filter(pk__in=threads).select_related(*people)
    replies = Prefetch("replies", Comment.objects.select_related(*people))
    return found.prefetch_related(replies).in_bulk()


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
    """Take the words off the page; a stub stays where they stood."""
    changes = {"withdrawn_at": at or timezone.now()}
    return saving.save(comment, changes, seen=seen, by=by, reason="withdrawn", at=at)


def _store(comment: Comment, *, by: Membership, at: datetime | None) -> Comment:
    comment.author = by
    comment.created_at = at or timezone.now()
    return saving.create(comment, by=by, at=at)


def _page_with(comment_id: int, threads: list[Thread]) -> int | None:
    for place, thread in enumerate(threads):
        if any(pk == comment_id for pk, _revision, _author in thread.said):
            return place // A_PAGE + 1
    return None
