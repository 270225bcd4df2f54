from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self, TypeVar

from django.db import models

from ulg.models.revised import Revised
from ulg.models.search_text import SearchTextField
from ulg.search import Query, Term

M = TypeVar("M", bound=models.Model)


class SearchedQuerySet(models.QuerySet[M]):
    def holding(self, sought: Query) -> Self:
        """Those that hold every word, each in any of their texts."""
        found = self
        for term in sought.terms:
            found = found.filter(self._holds(term))
        return found

    def _holds(self, term: Term) -> models.Q:
        anywhere = models.Q()
        for needle in term.needles:
            anywhere |= models.Q(search_text__contains=needle)
        return anywhere


class Searched(Revised):
    """A revised record that is found by its words."""

    # Numbers by which people look for it, such as the year of a finding
    searched_numbers: tuple[str, ...] = ()

    search_text = SearchTextField(editable=False, default="")

    class Meta:
        abstract = True

    @classmethod
    def texts(cls) -> list[models.Field]:
        """The fields in which people write: not those in which they choose."""
        return [
            field
            for field in cls._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField) and field.editable and not field.choices
        ]

    def searched_texts(self) -> Iterator[str]:
        """What it can be found by."""
        return self.written_texts()

    def written_texts(self) -> Iterator[str]:
        """What people wrote in it, as it stands or is about to be stored."""
        for field in self.texts():
            yield words_of(field, field.pre_save(self, False) or "")
        for name in self.searched_numbers:
            value = getattr(self, name)
            yield "" if value is None else str(value)


def words_of(field: models.Field, value: Any) -> str:
    """The words of a text: of rich text without its tags."""
    if hasattr(field, "lines"):
        return "\n".join(words for _kind, words in field.lines(value))
    return value
