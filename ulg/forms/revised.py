from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.datastructures import MultiValueDict
from django.utils.translation import ngettext_lazy

from ulg import languages
from ulg.plaintext import clean, one_line, visible
from ulg.reference.words import Words

TOO_LONG = ngettext_lazy(
    "At most %(limit_value)d character fits here, and this has %(show_value)d. Shorten it, nothing is lost.",
    "At most %(limit_value)d characters fit here, and this has %(show_value)d. Shorten it, nothing is lost.",
    "limit_value",
)


class RevisedForm(forms.ModelForm):
    """A form of a revised record: it carries the revision that the writer saw, and takes text in its stored form."""

    data: MultiValueDict[str, Any]

    revision = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, language: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = language or self.instance.written_in
        if not self.instance.pk:
            del self.fields["revision"]
        elif "revision" not in self.initial:
            self.initial["revision"] = self.instance.revision
        if self.is_bound:
            self.data = self._cleaned()
        for field in self.fields.values():
            _say_what_is_too_long(field)
            self._say_language(field)

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper(self)
        helper.form_tag = False  # the template owns <form>, and says its token
        helper.disable_csrf = True
        helper.form_show_errors = True
        return helper

    @property
    def seen(self) -> int | None:
        return self.cleaned_data.get("revision")

    @property
    def notices(self) -> list[Words]:
        """What whoever sent the form should know of how it was taken."""
        return []

    @property
    def changes(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self._meta.fields or () if name in self.cleaned_data}

    def _say_language(self, field: forms.Field) -> None:
        """What is written in it is in the city's language, also where the page is in another."""
        is_text = isinstance(field.widget, forms.TextInput | forms.Textarea) and isinstance(field, forms.CharField)
        if is_text and languages.differs(self.language):
            field.widget.attrs["lang"] = self.language

    def _cleaned(self) -> MultiValueDict:
        data = self.data.copy() if isinstance(self.data, MultiValueDict) else MultiValueDict(_as_lists(self.data))
        for name, field in self.fields.items():
            key = self.add_prefix(name)
            if key in data:
                tidy = _cleaning(field.widget)
                data.setlist(key, [tidy(value) if isinstance(value, str) else value for value in data.getlist(key)])
        return data


def _cleaning(widget: forms.Widget) -> Callable[[str], str]:
    """Html is composed where it is read: here a letter might be joined to a tag."""
    if getattr(widget, "is_html", False):
        return visible
    return clean if isinstance(widget, forms.Textarea) else one_line


def _as_lists(data: Mapping[str, Any]) -> dict[str, list[Any]]:
    return {name: list(value) if isinstance(value, list | tuple) else [value] for name, value in data.items()}


def _say_what_is_too_long(field: forms.Field) -> None:
    """Whoever pastes a long text is told so; `maxlength` would cut it without a word."""
    limit = getattr(field, "max_length", None)
    if limit is not None:
        field.widget.attrs.pop("maxlength", None)
        others = [each for each in field.validators if not isinstance(each, MaxLengthValidator)]
        field.validators = [*others, MaxLengthValidator(limit, TOO_LONG)]
