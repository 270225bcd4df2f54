"""Characters that no font of the PDF can draw, each with the very field where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import F, QuerySet, Value
from django.urls import reverse
from django.utils.translation import gettext as _

from actionplan import richtext
from actionplan.exports import characters
from actionplan.kinds import SECTION, numbered
from actionplan.models import Action, Comment, Plan, Record, Section
from actionplan.models.fields import RichTextField
from actionplan.reference.outline import NUMBERS, PARTS
from ulg.models.meta import field_of, name_of

MOST = 5  # characters that are named of one field


@dataclass(frozen=True)
class Unprintable:
    """A field with such characters."""

    words: str
    url: str


def _places() -> list[type[Record] | type[Comment]]:
    """Whatever is printed, in the order of the plan."""
    return [SECTION.model, *(kind.model for kind in numbered()), Comment]


def of_plan(plan: Plan) -> list[Unprintable]:
    """In the order of the plan's trace; the plan comes with its city. One query, and one more for comments."""
    found = [_in_field(plan, Plan, each.name, "", plan.pk, signs) for each, signs in _of_plan(plan)]
    comments: dict[int, list[str]] = {}
    for place, name, key, pk, text in sorted(_texts(plan)):
        model = _places()[place]
        signs = characters.unprintable(_bare(text) if _is_rich(model, name) else text)
        if signs and model is Comment:
            comments[pk] = signs
        elif signs:
            found.append(_in_field(plan, model, name, key, pk, signs))
    return [*found, *_in_comments(comments)]


def _of_plan(plan: Plan) -> Iterator[tuple[models.Field, list[str]]]:
    for field in _written(Plan):
        if signs := characters.unprintable(field.value_from_object(plan)):
            yield field, signs


def _texts(plan: Plan) -> QuerySet:
    """Rows of the kind's place, field, code or key, row and text: every text that is printed, in one query."""
    queries = [
        _printed(model)
        .filter(plan=plan)
        .order_by()
        .annotate(place=Value(place), name=Value(field.name), called=Value("") if model is Comment else F("code"))
        .values_list("place", "name", "called", "pk", field.name)
        for place, model in enumerate(_places())
        for field in _written(model)
    ]
    return queries[0].union(*queries[1:], all=True)


def _printed(model: type[Record] | type[Comment]) -> QuerySet:
    if model is Comment:
        return Comment.objects.current().in_plan()
    return Action.objects.kept() if model is Action else model.objects.current()


def _written(model: type[models.Model]) -> list[models.Field]:
    """The fields in which people write words."""
    texts = (models.CharField, models.TextField)
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, texts) and field.editable and not field.choices
    ]


def _is_rich(model: type[models.Model], name: str) -> bool:
    return isinstance(field_of(model, name), RichTextField)


def _in_comments(signs: dict[int, list[str]]) -> Iterator[Unprintable]:
    if not signs:
        return
    for comment in Comment.objects.filter(pk__in=signs).select_related("record__plan__city"):
        said = {"record": comment.short_name, "signs": _listed(signs[comment.pk])}
        yield Unprintable(_("%(record)s: the PDF cannot show %(signs)s") % said, comment.get_absolute_url())


def _in_field(plan: Plan, model: type[models.Model], name: str, key: str, pk: int, signs: list[str]) -> Unprintable:
    """The words, and the address of the very field."""
    places: dict[type[models.Model], list[Any]] = {Plan: [], Section: [key]}
    url = reverse(f"actionplan:{name_of(model)}-edit", args=[plan.city.slug, *places.get(model, [pk])])
    names: dict[type[models.Model], str] = {Plan: _("The plan"), Section: f"“{_title(key)}”"}
    said = {
        "record": names.get(model, key),
        "field": field_of(model, name).verbose_name,
        "signs": _listed(signs),
    }
    return Unprintable(_("%(record)s, %(field)s: the PDF cannot show %(signs)s") % said, f"{url}#id_{name}")


def _title(key: str) -> str:
    return f"{NUMBERS[key]} {PARTS[key].title}".strip() if key in PARTS else key


def _bare(text: str) -> str:
    return " ".join(_strings(richtext.nodes(text)))


def _strings(nodes: list[Any]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        else:
            yield from _strings(node.get("c", []))


def _listed(signs: list[str]) -> str:
    return ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in signs[:MOST]) + (" …" if len(signs) > MOST else "")
