"""What is said about a record, read a page at a time, and counted for many."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count

from actionplan.models import Comment, Record
from ulg.models import Membership

A_PAGE = 20


@dataclass(frozen=True)
class Topic:
    """What is spoken about: a record, as far as its comments have to know it."""

    kind: str
    pk: int
    name: str
    url: str

    @classmethod
    def of(cls, record: Record) -> Topic:
        return cls(record.kind, record.pk, record.short_name, record.get_absolute_url())


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
    rows = Comment.objects.filter(record=topic.pk).values_list("pk", "revision", "author_id", "parent_id")
    said: dict[int, list[tuple[int, int, int]]] = {}
    for pk, revision, author_id, parent_id in sorted(rows, key=lambda row: row[-1] is not None):  # comments come first
        said.setdefault(parent_id or pk, []).append((pk, revision, author_id))
    threads = [Thread(pk, tuple(words)) for pk, words in said.items()]
    paginator = Paginator(threads, A_PAGE)
    if page is None and comment_id is not None:
        page = _page_with(comment_id, threads)
    return paginator.get_page(page or paginator.num_pages)


def counted(keys: Collection[int]) -> dict[int, int]:
    """How much has been said about each of these records and still stands."""
    standing = Comment.objects.current().filter(record__in=keys).order_by()
    counts = standing.values("record").annotate(count=Count("pk")).values_list("record", "count") if keys else ()
    return dict.fromkeys(keys, 0) | dict(counts)


def read(threads: Iterable[Thread]) -> dict[int, Comment]:
    """All that is said in these threads, with the authors at hand."""
    keys = [pk for thread in threads for pk, _revision, _author in thread.said]
    return Comment.objects.select_related("author__user", "author__organisation").in_bulk(keys)


def _page_with(comment_id: int, threads: list[Thread]) -> int | None:
    for place, thread in enumerate(threads):
        if any(pk == comment_id for pk, _revision, _author in thread.said):
            return place // A_PAGE + 1
    return None
