"""How the fields of a long form stand in groups."""

from __future__ import annotations

from crispy_forms.layout import Fieldset, Layout

from actionplan.forms.records import RecordForm


def group(title: str, *names: str) -> Fieldset:
    """Fields that answer one question: side by side on a desk, under one legend."""
    return Fieldset(title, *names, css_class="group")


def layout(form: RecordForm, *parts: str | Fieldset) -> Layout:
    """The form's parts, and the revision that was seen where there is one."""
    return Layout(*(["revision"] if "revision" in form.fields else []), *parts)
