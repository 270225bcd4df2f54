"""What is said about a record, and what the city answers."""

from __future__ import annotations

from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from actionplan.models import Action, Barrier, Comment, Section, Solution
from actionplan.models.comment import CommentQuerySet
from ulg.models import Membership
from ulg.roles import Permission
from ulg.services import saving

Subject = Barrier | Solution | Action | Section

A_PAGE = 20


def threads_on(subject: Subject) -> CommentQuerySet:
    """Comments on the record, oldest first, each with its replies and authors at hand."""
    people = ("author__user", "author__organisation")
    replies = Comment.objects.select_related(*people)
    found = Comment.objects.filter(**{subject._meta.model_name: subject}).threads()
    return found.select_related(*people).prefetch_related(Prefetch("replies", replies))


def page_of(subject: Subject, *, page: int | None, comment_id: int | None) -> Page:
    """The page asked for, the one that holds a comment, or the last one."""
    threads = threads_on(subject)
    paginator = Paginator(threads, A_PAGE)
    if page is None and comment_id is not None:
        page = _page_with(comment_id, threads, paginator)
    return paginator.get_page(page or paginator.num_pages)


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


def _page_with(comment_id: int, threads: CommentQuerySet, paginator: Paginator) -> int | None:
    """Where the comment's thread stands among the others; tells the paginator how many there are, in the same query."""
    sought = Comment.objects.filter(pk=comment_id)
    thread = Subquery(sought.values(top=Coalesce("parent_id", "pk")))
    written_at = Subquery(sought.values(at=Coalesce("parent__created_at", "created_at")))
    is_before = Q(created_at__lt=written_at) | Q(created_at=written_at, pk__lt=thread)
    found = threads.order_by().aggregate(
        total=Count("pk"), before=Count("pk", filter=is_before), here=Count("pk", filter=Q(pk=thread))
    )
    paginator.count = found["total"]
    return found["before"] // paginator.per_page + 1 if found["here"] else None
