"""Columns for what people write. Each cleans whatever is written to it or sought in it, by whichever way it comes.

To migrations they are Django's own columns: how a text is cleaned is no part of the schema.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models

from ulg import email_addresses, plaintext


class CleanedField(models.Field):
    """A column whose values are cleaned by `cleaned`; the object that was saved holds what the database holds."""

    def cleaned(self, value: Any) -> Any:
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        return self._cleaned(super().to_python(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self._cleaned(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Any) -> Any:
        return self._cleaned(super().get_prep_value(value))

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        plain = next(base for base in type(self).__mro__ if base.__module__.startswith("django.db.models"))
        return name, f"django.db.models.{plain.__name__}", args, kwargs

    def _cleaned(self, value: Any) -> Any:
        return value if value is None or hasattr(value, "resolve_expression") else self.cleaned(value)


class LineField(CleanedField, models.CharField):
    """One line: a title, a name, a number of a case."""

    def cleaned(self, value: str) -> str:
        return plaintext.one_line(value)


class TextField(CleanedField, models.TextField):
    """A text of several lines."""

    def cleaned(self, value: str) -> str:
        return plaintext.clean(value)


class EmailField(CleanedField, models.EmailField):
    """How a person is reached and logs in."""

    def cleaned(self, value: str) -> str:
        return email_addresses.canonical(value)


class LinesField(CleanedField, models.JSONField):
    """A list with one thing a line."""

    def cleaned(self, value: Any) -> Any:
        return [line for line in map(plaintext.one_line, value) if line] if isinstance(value, list) else value


class UnsentField(CleanedField, models.JSONField):
    """What stands in a form's fields: letters as they were typed, for it may be html or half a word."""

    def cleaned(self, value: Any) -> Any:
        return plaintext.visible_in(value)
