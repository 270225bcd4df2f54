"""What stands in a field, in words: for the history, and for a page that shows what two people wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ulg import numbers
from ulg.models import Membership
from ulg.writing import format_diff
from ulg.writing.diff import Styled
from ulg.writing.format_diff import FormatChange

Names = dict[type[models.Model], dict[Any, str]]


def is_text(target: models.Field) -> bool:
    """A long text, to be compared word by word."""
    return isinstance(target, models.TextField)


def are_theirs(target: models.Field) -> bool:
    """Whether people of the city say it in their own words, and in their language."""
    if target.is_relation:
        return getattr(target.related_model, "is_named_in_plan_language", False)
    return isinstance(target, models.CharField | models.TextField | models.JSONField) and not target.choices


def lines(target: models.Field, text: str | None) -> list[Styled]:
    if hasattr(target, "lines"):
        return target.lines(text or "")
    return [("p", line) for line in (text or "").splitlines() if line.strip()]


def format_changes(
    target: models.Field, before: str | None, after: str | None
) -> tuple[tuple[FormatChange, ...], tuple[FormatChange, ...]]:
    """What changed in a text beside its words: in its links, and in what its paragraphs are."""
    return _changed_links(target, before, after), _changed_kinds(target, before, after)


def _changed_links(target: models.Field, before: str | None, after: str | None) -> tuple[FormatChange, ...]:
    """Links of a text that lead elsewhere, came or went."""
    if not hasattr(target, "links"):
        return ()
    return format_diff.links(target.links(before or ""), target.links(after or ""))


def _changed_kinds(target: models.Field, before: str | None, after: str | None) -> tuple[FormatChange, ...]:
    """Paragraphs of a text that became something else, such as a heading."""
    old, new = ([(words, kind) for kind, words in lines(target, text)] for text in (before, after))
    return format_diff.kinds(old, new)


def names_for(values: Iterable[tuple[models.Field, Any]]) -> Names:
    """How the records are called that these values link to: one query for each kind."""
    wanted: dict[type[models.Model], set[Any]] = defaultdict(set)
    for target, value in values:
        if linked := target.related_model:
            wanted[linked] |= _keys(value)
    return {model: _called(model, keys) for model, keys in wanted.items()}


def words(target: models.Field, value: Any, names: Names) -> str:
    """A short value as it is said to people; nothing where nothing stands."""
    if linked := target.related_model:
        called = names.get(linked, {})
        return ", ".join(sorted(called.get(key, _("a record that no longer exists")) for key in _keys(value)))
    if target.choices:
        return str(dict(target.flatchoices).get(value, value or ""))
    if value is not None and hasattr(target, "said"):
        return target.said(value)
    return _said(value)


def _said(value: Any) -> str:
    match value:
        case None | "":
            return ""
        case bool():
            return _("yes") if value else _("no")
        case datetime() | date():
            return date_format(value, "j F Y")
        case Decimal():
            return numbers.figure(value, get_language())
        case list() | tuple():
            return ", ".join(str(each) for each in value)
        case _:
            return str(value)


def _keys(value: Any) -> set[Any]:
    if isinstance(value, frozenset | set):
        return set(value)
    return set() if value is None else {value}


def _called(model: type[models.Model], keys: set[Any]) -> dict[Any, str]:
    found = model._base_manager.filter(pk__in=keys)
    if model is Membership:
        found = found.select_related("user")
    return {each.pk: str(each) for each in found}
