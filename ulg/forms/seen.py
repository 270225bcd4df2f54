from __future__ import annotations

from django import forms


class SeenForm(forms.Form):
    """Which revision of a record stood on the page that a button was pressed on."""

    revision = forms.IntegerField(min_value=1)

    @property
    def seen(self) -> int | None:
        return self.cleaned_data.get("revision") if self.is_valid() else None
