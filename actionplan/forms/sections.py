from __future__ import annotations

import json
from typing import Any

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from actionplan import richtext
from actionplan.models import Section
from actionplan.reference.sections import SectionStatus
from actionplan.richtext import markup
from ulg.forms.revised import RevisedForm
from ulg.reference.words import Words

LONGEST = 200_000

# What the editor's script says
EDITOR_WORDS = {
    "toolbar": gettext_lazy("Formatting"),
    "heading": pgettext_lazy("editor", "Heading"),
    "subheading": pgettext_lazy("editor", "Subheading"),
    "bold": pgettext_lazy("editor", "Bold"),
    "italic": pgettext_lazy("editor", "Italic"),
    "bullets": pgettext_lazy("editor", "Bullets"),
    "numbered": pgettext_lazy("editor", "Numbered"),
    "quote": pgettext_lazy("editor", "Quote"),
    "link": pgettext_lazy("editor", "Link"),
    "address": gettext_lazy("Address of the link"),
    "address_help": gettext_lazy("Begins with https:// or is an e-mail address. Select the link text first."),
    "address_wrong": gettext_lazy("This address is not valid. It must begin with https:// or be an e-mail address."),
    "set": pgettext_lazy("link", "Add the link"),
    "unset": pgettext_lazy("link", "Remove the link"),
    "cancel": gettext_lazy("Cancel"),
    "tables": gettext_lazy(
        "Sections cannot contain tables yet: each row was turned into a line, with | between the cells."
    ),
    "pictures": gettext_lazy("Sections cannot contain pictures yet: each picture's description was kept, in brackets."),
}


class RichTextWidget(forms.Textarea):
    """The editor where scripts run (`static/js/editor.js`), else a text area with markup; see `richtext/markup.py`."""

    is_html = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        text = super().value_from_datadict(data, files, name)
        return markup.read(text) if text is not None and data.get(f"{name}_is_markup") else text

    def get_context(self, name: str, value: str | None, attrs: dict[str, Any] | None) -> dict[str, Any]:
        html = richtext.clean(value or "")
        context = super().get_context(name, markup.write(html), attrs)
        words = json.dumps(EDITOR_WORDS, cls=DjangoJSONEncoder)
        context["widget"]["attrs"] |= {"data-editor": html, "data-editor-words": words}
        return context


class PastedForm(forms.Form):
    """What another program put on the clipboard."""

    html = forms.CharField(required=False, strip=False)
    text = forms.CharField(required=False, strip=False)

    @property
    def found(self) -> dict[str, Any]:
        text = richtext.pasted(self.cleaned_data["html"], self.cleaned_data["text"])
        return {"html": text, "tables": text.told.tables, "pictures": text.told.pictures}


class HtmlField(forms.CharField):
    """Takes rich text clean, as a value that is read once."""

    def to_python(self, value: str | None) -> richtext.Text:
        return richtext.clean(value or "")


class SectionForm(RevisedForm):
    text_is_markup = forms.CharField(required=False, initial="1", widget=forms.HiddenInput)

    class Meta:
        model = Section
        fields = ["text", "status"]
        labels = {"status": gettext_lazy("Status")}
        field_classes = {"text": HtmlField}
        widgets = {"text": RichTextWidget(attrs={"rows": 18})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.initial.get("text_is_markup"):  # an unsent text that was written without scripts
            self.initial["text"] = markup.read(self.initial["text"])
        self.initial["text_is_markup"] = "1"
        self.fields["text"].widget.attrs["data-paste"] = reverse(
            "actionplan:pasted", args=[self.instance.plan.city.slug]
        )

    @property
    def notices(self) -> list[Words]:
        """What has to be said of a text that was sent as other programs write it."""
        if self.data.get("text_is_markup"):
            return [EDITOR_WORDS["tables"]] if markup.has_columns(self.data.get("text", "")) else []
        if "text" in self.errors:
            return []
        told = self.cleaned_data["text"].told
        return [EDITOR_WORDS[name] for name in ("tables", "pictures") if getattr(told, name)]

    def clean_text(self) -> richtext.Text:
        text = self.cleaned_data["text"]
        if len(text) > LONGEST:
            words = ngettext(
                "The text has %(count)s character; a section holds at most %(most)s. Move a part to another section.",
                "The text has %(count)s characters; a section holds at most %(most)s. Move a part to another section.",
                len(text),
            )
            raise forms.ValidationError(words % {"count": len(text), "most": LONGEST}, code="too_long")
        return text

    def clean(self) -> dict[str, Any]:
        """Whoever writes in a section has started it."""
        super().clean()
        data = self.cleaned_data
        if data.get("text") and data.get("status") == SectionStatus.NOT_STARTED:
            data["status"] = SectionStatus.DRAFT
        return data


class SectionStatusForm(RevisedForm):
    class Meta:
        model = Section
        fields = ["status"]
        labels = {"status": gettext_lazy("Status")}

    def clean_status(self) -> str:
        status = self.cleaned_data["status"]
        if status == SectionStatus.DONE and not self.instance.text:
            raise forms.ValidationError(_("The section has no text yet, so it cannot be marked as done."), code="empty")
        return status
