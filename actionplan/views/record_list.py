"""The list of a kind of record: what stands in the plan, and what was taken out of it and may come back."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.safestring import SafeString

from actionplan.kinds import NumberedKind
from actionplan.models import Record
from actionplan.models.kind_of_record import KindQuerySet
from actionplan.queries import comments
from ulg.access import CityRequest
from ulg.caching import fragments
from ulg.caching.fragments import COMMENTS, PEOPLE, Name
from ulg.forms.filters import FilterForm
from ulg.paging import A_PAGE
from ulg.roles import Permission

MOST_TAKEN_OUT = 25
FactsOf = Callable[[Sequence[int]], Mapping[int, Hashable]]
Read = Callable[[Any], Iterable[Any]]


@dataclass(frozen=True)
class Listed:
    """A page of a list: the key and the row of each record."""

    rows: tuple[tuple[int, SafeString], ...]
    number: int
    total: int


@dataclass(frozen=True)
class TakenOut:
    """A record that can be brought back into the plan."""

    slug: str
    kind: str
    pk: int
    revision: int
    code: str
    title: str

    @property
    def url(self) -> str:
        return reverse(f"actionplan:{self.kind}", args=[self.slug, self.pk])

    @property
    def return_url(self) -> str:
        return reverse(f"actionplan:{self.kind}-return", args=[self.slug, self.pk])


def page_of_records(
    request: CityRequest,
    kind: NumberedKind,
    asked: FilterForm,
    narrow: Callable[[Any], KindQuerySet],
    facts_of: FactsOf,
    read: Read,
) -> Page[SafeString]:
    """The rows of a list that can be filtered, drawn; `narrow` gives those that are asked for.

    `facts_of` gives, by the keys of records, what their rows say beside them; `read` reads records with all that their
    rows say. A row is drawn, and its record read, once the record or these facts are others, and not with every change
    in the city.
    """
    wanted = request.GET.get("page", "")

    def make() -> Listed:
        every = Record.objects.in_city(request.city).current().filter(kind=kind.name)
        found = narrow(kind.model.objects.in_city(request.city).current()) if asked.is_used else every
        page = Paginator(found.values_list("pk", "revision"), A_PAGE).get_page(wanted)
        revisions = dict(page)
        rows = zip(revisions, _rows(request, kind, revisions, facts_of, read), strict=True)
        return Listed(tuple(rows), page.number, page.paginator.count)

    # What somebody looks for is hers alone
    is_kept = not asked.is_used and re.fullmatch(r"[0-9]{0,5}", wanted)
    listed = fragments.cached(request, kind.name, "list", wanted, make=make) if is_kept else make()
    said = _said(request, [pk for pk, _row in listed.rows])
    rows = [fragments.fill(row, comments=said[pk]) for pk, row in listed.rows]
    pages: Paginator[Any] = Paginator(range(listed.total), A_PAGE)
    return Page(rows, listed.number, pages)


def count_comments(request: CityRequest, *lists_of_records: Iterable[Record]) -> None:
    """Adds `comment_count` to what stands in the lists of a page."""
    records = [record for each in lists_of_records for record in each]
    said = _said(request, [record.pk for record in records])
    for record in records:
        record.comment_count = said[record.pk]  # type: ignore[attr-defined]  # for the templates


def taken_out(request: CityRequest, *kinds: NumberedKind) -> dict[str, Any]:
    """The fold below a list, for whoever may bring records back: the latest ones."""
    if Permission.EDIT_PLAN not in request.membership.permissions:
        return {}

    names = [kind.name for kind in kinds]

    def make() -> list[TakenOut]:
        rows = Record.objects.in_city(request.city).taken_out().filter(kind__in=names).order_by("-removed_at")
        columns = rows.values_list("kind", "pk", "revision", "code", "title")
        return [TakenOut(request.city.slug, *row) for row in columns[:MOST_TAKEN_OUT]]

    return {"taken_out": fragments.cached(request, "taken-out", *names, make=make)}


def listing(request: CityRequest, kind: NumberedKind, **context: Any) -> HttpResponse:
    """The page of a list, or only its list where HTMX asks for that."""
    only_list = request.htmx and not request.htmx.history_restore_request
    template = "records/_found.html" if only_list else f"{kind.pages.list_view}/list.html"
    context = {"kind": kind, "list_template": f"actionplan/{kind.pages.list_view}/_list.html", **context}
    response = render(request, f"actionplan/{template}", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _said(request: CityRequest, keys: list[int]) -> dict[int, int]:
    """How much has been said about each of these records."""
    return fragments.cached(request, "comments", *keys, make=lambda: comments.counted(keys), until=(COMMENTS,))


def _rows(
    request: CityRequest, kind: NumberedKind, revisions: Mapping[int, int], facts_of: FactsOf, read: Read
) -> list[SafeString]:
    """A row for each record, but for the number of its comments, which changes at other times."""
    facts = facts_of(list(revisions))
    names: dict[Name, int] = {(kind.name, "row", pk, revision, facts[pk]): pk for pk, revision in revisions.items()}

    def make(missing: list[Name]) -> Iterator[SafeString]:
        records = {
            record.pk: record for record in read(kind.model.objects.filter(pk__in=[names[each] for each in missing]))
        }
        for name in missing:
            context = {kind.name: records[names[name]], "comment_count": fragments.placeholder("comments")}
            yield fragments.render(request, f"actionplan/{kind.pages.list_view}/_row.html", **context)

    return fragments.cached_many(request, list(names), make, until=(PEOPLE,))
