from __future__ import annotations

from typing import Any

from django.db import models

from actionplan import richtext
from ulg.merge import merge_blocks


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
