from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models

from actionplan import richtext
from actionplan.richtext import BlockNode
from ulg.merge import blocks_with_mine, merge_blocks


class RichTextField(models.TextField):
    """Text with headings, lists, quotes and links; cleaned on every write, merged block by block."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        cleaned = richtext.clean(super().pre_save(model_instance, add) or "")
        setattr(model_instance, self.attname, cleaned)
        return cleaned

    def to_python(self, value: Any) -> str:
        return richtext.clean(value or "")

    def merge(self, base: str, mine: str, theirs: str) -> str | None:
        merged = merge_blocks(richtext.blocks(base), richtext.blocks(mine), richtext.blocks(theirs))
        return None if merged is None else richtext.join(merged)

    def with_mine(self, base: str, mine: str, theirs: str) -> str:
        return richtext.join(blocks_with_mine(richtext.blocks(base), richtext.blocks(mine), richtext.blocks(theirs)))

    def lines(self, value: str) -> list[tuple[str, str]]:
        """The words of each paragraph, heading and item, with what it is: for whoever compares two texts."""
        return list(_lines(richtext.nodes(value)))


def _lines(nodes: Iterable[BlockNode], kind: str = "") -> Iterator[tuple[str, str]]:
    for node in nodes:
        inside = node["t"] if node["t"] in {"li", "blockquote"} else kind
        if node["t"] in {"p", "h2", "h3"}:
            yield inside or node["t"], richtext.plain([node])
        else:
            yield from _lines(node["c"], inside)
