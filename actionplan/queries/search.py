"""What the words find in a city: records, sections, comments, and the people of its local group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.apps import apps
from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, IntegerField, Model, QuerySet, Value, When
from django.utils.text import capfirst
from django.utils.translation import pgettext

from actionplan.models import Record
from actionplan.queries import found_rows
from actionplan.queries.found_rows import Hit
from actionplan.reference.codes import LETTERS, code
from ulg.models import City, Membership, Organisation, Searched
from ulg.paging import A_PAGE
from ulg.search import Query
from ulg.services import group as the_group


@dataclass(frozen=True)
class Group:
    """What was found of one kind, as far as it stands on the page."""

    kind: str
    title: str
    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class Results:
    groups: tuple[Group, ...]
    page: Page


def kinds() -> list[type[Searched]]:
    """Whatever can be searched, in the order of the plan's thread: records, then what stands around them."""
    models = [model for model in apps.get_models() if issubclass(model, Searched)]
    thread = [*LETTERS, "section", "comment"]
    return sorted(models, key=lambda model: (_place(thread, model), model._meta.model_name))


def search(city: City, sought: Query, page: str | None, *, reader: Membership) -> Results:
    """A page of it, kind by kind; the kind first whose code was asked for."""
    models = sorted(kinds(), key=lambda model: not _numbers(model, city, sought))
    counts = _counts(models, city, sought)
    rows = sum(counts.values())
    people = _people(city, sought, reader)
    organisations = [
        found_rows.of_organisation(each, sought, reader) for each in the_group.find_organisations(city, sought)
    ]
    shown = Paginator(range(rows + len(people) + len(organisations)), A_PAGE).get_page(page)
    start, end = shown.start_index() - 1, shown.end_index()
    past = rows + len(people)
    groups = [
        *_records(models, counts, city, sought, (start, min(end, rows))),
        *_group("person", pgettext("found by a search", "People"), people, start - rows, end - rows),
        *_group("organisation", _title(Organisation), organisations, start - past, end - past),
    ]
    return Results(tuple(groups), shown)


def _people(city: City, sought: Query, reader: Membership) -> list[Hit]:
    seats = Membership.objects.in_city(city).current()
    return [found_rows.of_seat(seat, sought, reader) for seat in the_group.find(seats, sought, reader=reader)]


def found(model: type[Searched], city: City, sought: Query) -> QuerySet:
    return model.objects.in_city(city).current().holding(sought).order_by()


def _counts(models: list[type[Searched]], city: City, sought: Query) -> dict[str, int]:
    first, *others = [
        found(model, city, sought)
        .annotate(found_kind=Value(model._meta.model_name))
        .values("found_kind")
        .annotate(found_count=Count("pk"))
        for model in models
    ]
    rows = {row["found_kind"]: row["found_count"] for row in first.union(*others, all=True)}
    return {name: rows[name] for name in (model._meta.model_name for model in models) if rows.get(name)}


def _records(
    models: list[type[Searched]], counts: dict[str, int], city: City, sought: Query, span: tuple[int, int]
) -> Iterator[Group]:
    start, end = span
    models = [model for model in models if model._meta.model_name in counts]
    if start >= end or not models:
        return
    first, *others = [_keys(model, place, city, sought) for place, model in enumerate(models)]
    keys = first.union(*others, all=True).order_by("found_place", "found_rank", "found_order")[start:end]
    chosen = [(models[place], pk) for place, _rank, _order, pk in keys]
    hits = found_rows.read(city, sought, chosen)
    for model, pairs in groupby(chosen, key=lambda pair: pair[0]):
        name = model._meta.model_name
        # A row that was taken out between the two queries is left out
        shown = tuple(hits[name, pk] for _model, pk in pairs if (name, pk) in hits)
        yield Group(name, _title(model), counts[name], shown)


def _keys(model: type[Searched], place: int, city: City, sought: Query) -> QuerySet:
    """In which order they stand: what has the code that was asked for, then the rest; of comments the newest first."""
    order = F("number") if issubclass(model, Record) else F("pk") * (-1 if model._meta.model_name == "comment" else 1)
    exact = Value(1, output_field=IntegerField())
    if numbers := _numbers(model, city, sought):
        exact = Case(When(number__in=numbers, then=0), default=1, output_field=IntegerField())
    return (
        found(model, city, sought)
        .annotate(found_place=Value(place), found_rank=exact, found_order=order)
        .values_list("found_place", "found_rank", "found_order", "pk")
    )


def _numbers(model: type[Searched], city: City, sought: Query) -> list[int]:
    """The numbers that were asked for with this kind's letter, in the city's language or in English."""
    if not issubclass(model, Record):
        return []
    letters = {Query.of(code(model._meta.model_name, 1, each)).terms[0].letter for each in (city.language, "en")}
    return [int(term.number) for term in sought.terms if term.letter in letters]


def _group(kind: str, title: str, hits: list[Hit], start: int, end: int) -> Iterator[Group]:
    if shown := hits[max(start, 0) : max(end, 0)]:
        yield Group(kind, title, len(hits), tuple(shown))


def _title(model: type[Model]) -> str:
    return capfirst(model._meta.verbose_name_plural)


def _place(thread: list[str], model: Model) -> int:
    return thread.index(model._meta.model_name) if model._meta.model_name in thread else len(thread)
