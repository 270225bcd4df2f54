"""The fields of a form that is made already, typed as what they are."""

from __future__ import annotations

from typing import Any, TypeVar

from django import forms

F = TypeVar("F", bound=forms.Field)


def field_of(form: forms.BaseForm, name: str, kind: type[F]) -> F:
    """The field of this name, which is of this kind."""
    field = form.fields[name]
    assert isinstance(field, kind)
    return field


def choices_of(field: forms.ChoiceField) -> list[tuple[Any, Any]]:
    """The choices one by one; Django's types allow for every form in which they may be given."""
    choices: Any = field.choices
    return list(choices)
