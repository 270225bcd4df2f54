"""Fields for a short text: one line, or a list with one thing a line."""

from __future__ import annotations

from typing import Any

from django import forms

from ulg.plaintext import one_line, printable


class LineField(forms.CharField):
    """One line of text without anything that cannot be printed."""

    def to_python(self, value: Any) -> str:
        return super().to_python(one_line(str(value or "")))


class LinesField(forms.CharField):
    """A list, written with one thing on a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        lines = [one_line(line) for line in printable(str(value or "")).splitlines()]
        found = list(dict.fromkeys(line for line in lines if line))
        for line in found:
            self.run_validators(line)
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != self.clean(data)
