"""Fields for a short text: one line, a list with one thing a line, or how a person is reached."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ulg import email_addresses
from ulg.plaintext import clean, one_line


class LineField(forms.CharField):
    """One line of text in its stored form."""

    def to_python(self, value: Any) -> str:
        return super().to_python(one_line(str(value or ""))) or ""


class LinesField(forms.CharField):
    """A list, written with one thing on a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        lines = [one_line(line) for line in clean(str(value or "")).splitlines()]
        found = list(dict.fromkeys(line for line in lines if line))
        for line in found:
            self.run_validators(line)
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != self.clean(data)


class EmailField(forms.EmailField):
    """An e-mail address in the form in which people's addresses are stored, however it was written."""

    default_error_messages = {
        "required": _("Write the e-mail address."),
        "invalid": _("Write it like name@example.org."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 254, **kwargs})

    def to_python(self, value: Any) -> str:
        return email_addresses.canonical(super().to_python(value) or "")

    def prepare_value(self, value: Any) -> Any:
        return email_addresses.shown(value) if isinstance(value, str) else value
