from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms


class RevisedForm(forms.ModelForm):
    """A form of a revised record: it carries the revision that the writer saw."""

    revision = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            del self.fields["revision"]
        elif "revision" not in self.initial:
            self.initial["revision"] = self.instance.revision

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper(self)
        helper.form_tag = False  # the template owns <form>
        helper.form_show_errors = True
        return helper

    @property
    def seen(self) -> int | None:
        return self.cleaned_data.get("revision")

    @property
    def changes(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self._meta.fields if name in self.cleaned_data}
