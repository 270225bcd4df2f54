from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models

from ulg.search import search_text


class SearchTextField(models.TextField):
    """The words of its row in the normal form of `ulg.search`, made anew in every statement that writes the row.

    Substrings are sought in it: on PostgreSQL an index of trigrams helps, which a migration makes where it may; a
    b-tree would not. SQLite reads the texts of the city's plan, to which an index leads.
    """

    def pre_save(self, model_instance: Any, add: bool) -> str:
        made = search_text(model_instance.searched_texts())
        setattr(model_instance, self.attname, made)
        return made

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """To migrations it is a text: how it is filled is no part of the schema."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs
