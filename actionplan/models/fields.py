from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.fields.related_lookups import RelatedExact
from django.db.models.query_utils import DeferredAttribute
from django.db.models.sql.compiler import SQLCompiler
from django.utils.translation import get_language

from actionplan import richtext
from actionplan.richtext import BlockNode
from ulg import numbers
from ulg.writing.merge import blocks_with_mine, merge_blocks


class _Kind(DeferredAttribute):
    """The kind that stands in the row; before there is one, the model's own."""

    def __get__(self, instance: models.Model | None, cls: type[models.Model] | None = None) -> Any:
        if instance is None:
            return self
        return super().__get__(instance, cls) or instance._meta.model_name

    def __set__(self, instance: models.Model, value: str) -> None:
        instance.__dict__[self.field.attname] = value


class KindField(models.CharField):
    """The name of the model that a row belongs to, in a table that several models extend."""

    descriptor_class = _Kind

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


class RecordLink(models.OneToOneField):
    """The key of a record's own table, which is the key of its row in the table of all records."""

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.OneToOneField", args, kwargs


@RecordLink.register_lookup
class RecordLinkExact(RelatedExact):
    """A number that is too large for a key is the key of no row; Django knows that of integer columns only."""

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        if isinstance(self.rhs, int) and self.rhs > models.BigIntegerField.MAX_BIGINT:
            raise EmptyResultSet
        return super().as_sql(compiler, connection)


class RichTextField(models.TextField):
    """Text with headings, lists, quotes and links; cleaned on every write, merged block by block.

    Its values read themselves once: form, row, search text, history and merge use the same nodes.
    """

    def from_db_value(self, value: str | None, *_query: Any) -> richtext.Text | None:
        return None if value is None else richtext.read_once(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> richtext.Text:
        cleaned = richtext.clean(super().pre_save(model_instance, add) or "")
        setattr(model_instance, self.attname, cleaned)
        return cleaned

    def get_prep_value(self, value: Any) -> Any:
        return value if hasattr(value, "resolve_expression") else str(richtext.clean(value or ""))

    def to_python(self, value: Any) -> richtext.Text:
        return richtext.clean(value or "")

    def merge(self, base: str, mine: str, theirs: str) -> richtext.Text | None:
        merged = merge_blocks(richtext.blocks(base), richtext.blocks(mine), richtext.blocks(theirs))
        return None if merged is None else richtext.clean(richtext.join(merged))

    def with_mine(self, base: str, mine: str, theirs: str) -> richtext.Text:
        joined = blocks_with_mine(richtext.blocks(base), richtext.blocks(mine), richtext.blocks(theirs))
        return richtext.clean(richtext.join(joined))

    def lines(self, value: str) -> list[tuple[str, str]]:
        """The words of each paragraph, heading and item, with what it is: for whoever compares two texts."""
        return list(_lines(richtext.nodes(value)))

    def links(self, value: str) -> list[tuple[str, str]]:
        """The words of each link with its address."""
        return richtext.links(value)


def _lines(nodes: Iterable[BlockNode], kind: str = "") -> Iterator[tuple[str, str]]:
    for node in nodes:
        inside = node["t"] if node["t"] in {"li", "blockquote"} else kind
        if node["t"] in {"p", "h2", "h3"}:
            yield inside or node["t"], richtext.plain([node])
        else:
            yield from _lines(node["c"], inside)


class MoneyField(models.DecimalField):
    """An amount of money, which the history writes as the pages do."""

    def said(self, value: Decimal) -> str:
        return numbers.amount(value, get_language())

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DecimalField", args, kwargs


class HoursField(models.PositiveIntegerField):
    """A number that may be grouped; a year may not."""

    def said(self, value: int) -> str:
        return numbers.figure(value, get_language())

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.PositiveIntegerField", args, kwargs
