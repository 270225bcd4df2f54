"""The rows that were found, as the page of a search shows each: one query for all kinds that are on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import Case, CharField, Expression, F, IntegerField, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, NullIf
from django.urls import reverse

from actionplan import richtext
from actionplan.models import Comment, Section
from actionplan.models.comment import SUBJECTS
from actionplan.reference.outline import NUMBERS, PARTS
from ulg import email_addresses
from ulg.models import City, Membership, Organisation, Searched
from ulg.roles import Permission
from ulg.search import Piece, Query, excerpt, marked

Key = tuple[str, int]
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


def read(city: City, sought: Query, keys: Iterable[tuple[type[Searched], int]]) -> dict[Key, Hit]:
    chosen: dict[type[Searched], list[int]] = defaultdict(list)
    for model, pk in keys:
        chosen[model].append(pk)
    first, *others = [_rows(model, city, pks) for model, pks in chosen.items()]
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


def _rows(model: type[Searched], city: City, pks: list[int]) -> QuerySet:
    rows = model.objects.in_city(city).current().filter(pk__in=pks).order_by()
    if model is Comment:
        return _columns(
            rows,
            title=Coalesce(
                NullIf(F("author__user__name"), Value("")), F("author__user__email"), output_field=CharField()
            ),
            text=F("text"),
            on_kind=Case(*(When(**{f"{kind}__isnull": False}, then=Value(kind)) for kind in SUBJECTS)),
            on_pk=Coalesce(*(F(f"{kind}_id") for kind in SUBJECTS)),
            on_code=_of_subject("code", NOTHING),
            on_title=_of_subject("title", F("section__key")),
            at="created_at",
        )
    if model is Section:
        return _columns(rows, title=F("key"), text=F("text"))
    texts = [field for field in model.texts() if field.name not in ("code", "title")]
    parts = [part for field in texts for part in (Cast(field.name, TextField()), Value("\n"))]
    text = Concat(*parts, Value(""), output_field=TextField()) if parts else NOTHING
    return _columns(rows, code=F("code"), title=F("title"), text=text)


def _of_subject(name: str, of_section: Expression | F) -> Coalesce:
    named = [F(f"{kind}__{name}") for kind in SUBJECTS if kind != "section"]
    return Coalesce(*named, of_section, output_field=CharField())


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
    if row.n_kind == "comment":
        url = f"{_url(city, row.n_on_kind, row.n_on_pk, row.n_on_title)}?comment={row.n_pk}#comment-{row.n_pk}"
        on = f"{row.n_on_code} {_title(row.n_on_kind, row.n_on_title)}".strip()
        author = email_addresses.shown(row.n_title)  # whoever has no name yet is called by the address
        is_on_section = row.n_on_kind == "section"
        said = excerpt(row.n_text, sought)
        return Hit(url, [Piece(author)], said, on=on, is_on_section=is_on_section, at=row.n_at)
    url = _url(city, row.n_kind, row.n_pk, row.n_title)
    text = richtext.plain(row.n_text) if row.n_kind == "section" else row.n_text
    title = marked(_title(row.n_kind, row.n_title), sought)
    return Hit(url, title, excerpt(text, sought), code=row.n_code)


def _url(city: City, kind: str, pk: int, key: str) -> str:
    return reverse(f"actionplan:{kind}", args=[city.slug, key if kind == "section" else pk])


def _title(kind: str, title: str) -> str:
    return f"{NUMBERS[title]} {PARTS[title].title}".strip() if kind == "section" else title
