"""The rows that were found, as the page of a search shows each: one query for all kinds that are on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import CharField, Expression, F, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf
from django.urls import reverse

from actionplan import kinds, richtext
from actionplan.models import Comment, Plan, Record
from ulg import email_addresses
from ulg.models import City, Membership, Organisation
from ulg.roles import Permission
from ulg.search import Piece, Query, excerpt, marked

Key = tuple[str, int]  # the kind and the primary key
COMMENT = "comment"
NOTHING, NO_KEY = Value("", output_field=TextField()), Value(0, output_field=IntegerField())


@dataclass(frozen=True)
class Hit:
    url: str
    title: Sequence[Piece]
    text: Sequence[Piece] = ()
    written: Sequence[Piece] = ()  # what people of the city wrote, before a text of ours
    code: str = ""
    on: str = ""  # the record or section that a comment is on
    is_on_section: bool = False  # whose title is ours
    at: datetime | None = None


@dataclass(frozen=True)
class Row:
    """One row of the union; the names differ from every model's fields."""

    n_kind: str
    n_pk: int
    n_code: str
    n_title: str
    n_text: str
    n_on_kind: str
    n_on_pk: int
    n_on_code: str
    n_on_title: str
    n_at: datetime


def model_of(kind: str) -> type[Record | Comment]:
    return Comment if kind == COMMENT else kinds.find(kind).model


def read(city: City, sought: Query, keys: Iterable[Key]) -> dict[Key, Hit]:
    chosen: dict[str, list[int]] = defaultdict(list)
    for kind, pk in keys:
        chosen[kind].append(pk)
    first, *others = [_rows(model_of(kind), city, pks) for kind, pks in chosen.items()]
    rows = [Row(**row) for row in first.union(*others, all=True)]
    return {(row.n_kind, row.n_pk): _hit(city, sought, row) for row in rows}


def of_seat(seat: Membership, sought: Query, reader: Membership) -> Hit:
    about = ", ".join(filter(None, (str(seat.organisation or ""), seat.get_role_display())))
    url = _group_url("ulg:member", "ulg:group", seat, reader)
    return Hit(url, marked(str(seat), sought), marked(about, sought), written=marked(seat.function, sought))


def of_organisation(organisation: Organisation, sought: Query, reader: Membership) -> Hit:
    about = f"{organisation.get_sector_display()}, {organisation.get_kind_display()}"
    url = _group_url("ulg:organisation", "ulg:organisations", organisation, reader)
    return Hit(url, marked(organisation.name, sought), marked(about, sought))


def _group_url(page: str, room: str, row: Membership | Organisation, reader: Membership) -> str:
    """Its own page for whoever may open that; the list with this row in it for others."""
    if Permission.MANAGE_GROUP in reader.permissions:
        return reverse(page, args=[reader.city.slug, row.pk])
    return reverse(room, args=[reader.city.slug]) + "?" + urlencode({"q": str(row)})


def _rows(model: type[Record | Comment], city: City, pks: list[int]) -> QuerySet:
    rows = model.objects.in_city(city).current().filter(pk__in=pks).order_by()
    if model is Comment:
        name = Coalesce(NullIf(F("author__user__name"), Value("")), F("author__user__email"), output_field=CharField())
        on = {f"on_{part}": F(f"record__{part}") for part in ("kind", "pk", "code", "title")}
        return _columns(rows, title=name, text=F("text"), at="created_at", **on)
    texts = [field for field in model.texts() if field.name != "title"]
    parts = [part for field in texts for part in (Cast(field.name, TextField()), Value("\n"))]
    text = Concat(*parts, Value(""), output_field=TextField()) if parts else NOTHING
    return _columns(rows, code=F("code"), title=F("title"), text=text)


def _columns(
    rows: QuerySet,
    *,
    title: Expression | F,
    text: Expression | F,
    code: Expression | F = NOTHING,
    on_kind: Expression | F = NOTHING,
    on_pk: Expression | F = NO_KEY,
    on_code: Expression | F = NOTHING,
    on_title: Expression | F = NOTHING,
    at: str = "updated_at",
) -> QuerySet:
    """The same columns, in the same order, from every table."""
    return rows.values(
        n_kind=Value(rows.model._meta.model_name),
        n_pk=F("pk"),
        n_code=code,
        n_title=title,
        n_text=text,
        n_on_kind=on_kind,
        n_on_pk=on_pk,
        n_on_code=on_code,
        n_on_title=on_title,
        n_at=F(at),
    )


def _hit(city: City, sought: Query, row: Row) -> Hit:
    if row.n_kind == COMMENT:
        on = _record(city, row.n_on_kind, row.n_on_pk, row.n_on_code, row.n_on_title)
        url = f"{on.get_absolute_url()}?comment={row.n_pk}#comment-{row.n_pk}"
        author = email_addresses.shown(row.n_title)  # whoever has no name yet is called by the address
        said = excerpt(row.n_text, sought)
        is_on_section = row.n_on_kind == kinds.SECTION.name
        return Hit(url, [Piece(author)], said, on=str(on), is_on_section=is_on_section, at=row.n_at)
    record = _record(city, row.n_kind, row.n_pk, row.n_code, row.n_title)
    if row.n_kind == kinds.SECTION.name:
        said = excerpt(richtext.plain(row.n_text), sought)
        return Hit(record.get_absolute_url(), marked(str(record), sought), said)
    said = excerpt(row.n_text, sought)
    return Hit(record.get_absolute_url(), marked(row.n_title, sought), said, code=row.n_code)


def _record(city: City, kind: str, pk: int, code: str, title: str) -> Record:
    """As much of a record as its name and its address take."""
    return Record.named(Plan(city=city), kind, pk, code, title)
