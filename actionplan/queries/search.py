"""What the words find in a city: records, sections, comments, and the people of its local group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, IntegerField, Model, QuerySet, Value, When
from django.utils.text import capfirst
from django.utils.translation import pgettext

from actionplan.kinds import KINDS, numbered
from actionplan.models import Comment, Record
from actionplan.queries import found_rows
from actionplan.queries.found_rows import COMMENT, Hit, model_of
from ulg.models import City, Membership, Organisation
from ulg.paging import A_PAGE
from ulg.reference.words import Words
from ulg.search import Query
from ulg.services import group

ORDER = [*(kind.name for kind in KINDS), COMMENT]


@dataclass(frozen=True)
class Group:
    """What was found of one kind, as far as it stands on the page."""

    kind: str
    title: Words
    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class Results:
    groups: tuple[Group, ...]
    page: Page


def search(city: City, sought: Query, page: str | None, *, reader: Membership) -> Results:
    """A page of it, kind by kind in the order of the plan's trace; first the kind whose code was asked for."""
    counts = _counts(city, sought)
    kinds = sorted(counts, key=lambda kind: (not _numbers(kind, city, sought), ORDER.index(kind)))
    rows = sum(counts.values())
    people = _people(city, sought, reader)
    organisations = [
        found_rows.of_organisation(each, sought, reader) for each in group.find_organisations(city, sought)
    ]
    shown = Paginator(range(rows + len(people) + len(organisations)), A_PAGE).get_page(page)
    start, end = shown.start_index() - 1, shown.end_index()
    past = rows + len(people)
    groups = [
        *_records(kinds, counts, city, sought, (start, min(end, rows))),
        *_group("person", pgettext("found by a search", "People"), people, start - rows, end - rows),
        *_group("organisation", _title(Organisation), organisations, start - past, end - past),
    ]
    return Results(tuple(groups), shown)


def _people(city: City, sought: Query, reader: Membership) -> list[Hit]:
    seats = Membership.objects.in_city(city).current()
    return [found_rows.of_seat(seat, sought, reader) for seat in group.find(seats, sought, reader=reader)]


def _found(model: type[Record | Comment], city: City, sought: Query) -> QuerySet:
    return model.objects.in_city(city).current().holding(sought).order_by()


def _counts(city: City, sought: Query) -> dict[str, int]:
    """How much was found of each kind of which anything was."""
    records, comments = (
        _found(model, city, sought).annotate(found_kind=kind).values("found_kind").annotate(found_count=Count("pk"))
        for model, kind in ((Record, F("kind")), (Comment, Value(COMMENT)))
    )
    rows = records.union(comments, all=True)
    return {row["found_kind"]: row["found_count"] for row in rows if row["found_count"]}


def _records(
    kinds: list[str], counts: dict[str, int], city: City, sought: Query, span: tuple[int, int]
) -> Iterator[Group]:
    start, end = span
    if not kinds or start >= end:
        return
    keys = _keys(kinds, city, sought).order_by("found_place", "found_rank", "found_order")[start:end]
    chosen = [(kinds[place], pk) for place, _rank, _order, pk in keys]
    hits = found_rows.read(city, sought, chosen)
    for kind, pairs in groupby(chosen, key=lambda pair: pair[0]):
        # A row that was taken out between the two queries is left out
        shown = tuple(hits[key] for key in pairs if key in hits)
        yield Group(kind, _title(model_of(kind)), counts[kind], shown)


def _keys(kinds: list[str], city: City, sought: Query) -> QuerySet:
    """In which order they stand: what has the code that was asked for, then the rest; of comments the newest first."""
    places = [When(kind=kind, then=Value(place)) for place, kind in enumerate(kinds)]
    exact = [When(kind=kind, number__in=_numbers(kind, city, sought), then=Value(0)) for kind in kinds]
    columns = ("found_place", "found_rank", "found_order", "pk")
    records = _found(Record, city, sought).annotate(
        found_place=Case(*places, default=Value(len(kinds)), output_field=IntegerField()),
        found_rank=Case(*exact, default=Value(1), output_field=IntegerField()),
        found_order=F("number"),
    )
    if COMMENT not in kinds:
        return records.values_list(*columns)
    comments = _found(Comment, city, sought).annotate(
        found_place=Value(kinds.index(COMMENT)), found_rank=Value(1), found_order=F("pk") * -1
    )
    return records.values_list(*columns).union(comments.values_list(*columns), all=True)


def _numbers(kind: str, city: City, sought: Query) -> list[int]:
    """The numbers that were asked for with this kind's letter, in the city's language or in English."""
    codes = [each.code(1, language) for each in numbered() if each.name == kind for language in (city.language, "en")]
    letters = {Query.of(code).terms[0].letter for code in codes}
    return [int(term.number) for term in sought.terms if term.letter in letters]


def _group(kind: str, title: Words, hits: list[Hit], start: int, end: int) -> Iterator[Group]:
    if shown := hits[max(start, 0) : max(end, 0)]:
        yield Group(kind, title, len(hits), tuple(shown))


def _title(model: type[Model]) -> Words:
    return capfirst(model._meta.verbose_name_plural or "")
