from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import get_language

from actionplan import richtext
from actionplan.richtext import BlockNode
from ulg import numbers
from ulg.writing.merge import blocks_with_mine, merge_blocks


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
