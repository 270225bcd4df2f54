"""What stands in a field, in words: for the history, and for a page that shows what two people wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from ulg.diff import Styled
from ulg.models import Membership

Names = dict[type[models.Model], dict[Any, str]]


def is_text(target: models.Field) -> bool:
    """A long text, to be compared word by word."""
    return isinstance(target, models.TextField)


def lines(target: models.Field, text: str | None) -> list[Styled]:
    if hasattr(target, "lines"):
        return target.lines(text or "")
    return [("p", line) for line in (text or "").splitlines() if line.strip()]


def names_for(values: Iterable[tuple[models.Field, Any]]) -> Names:
    """How the records are called that these values link to: one query for each kind."""
    wanted: dict[type[models.Model], set[Any]] = defaultdict(set)
    for target, value in values:
        if target.is_relation:
            wanted[target.related_model] |= _keys(value)
    return {model: _called(model, keys) for model, keys in wanted.items()}


def words(target: models.Field, value: Any, names: Names) -> str:
    """A short value as it is said to people; nothing where nothing stands."""
    if target.is_relation:
        called = names.get(target.related_model, {})
        return ", ".join(sorted(called.get(key, _("a record that is gone")) for key in _keys(value)))
    if target.choices:
        return str(dict(target.flatchoices).get(value, value or ""))
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
            return number_format(value, 0 if value == value.to_integral_value() else 2, force_grouping=True)
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
