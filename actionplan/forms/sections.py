from __future__ import annotations

import json
from typing import Any

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from actionplan import richtext
from actionplan.models import Section
from actionplan.richtext import marks
from ulg.forms.revised import RevisedForm

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
    "address_help": gettext_lazy("Begins with https:// or is an e-mail address. Mark the words of the link first."),
    "address_wrong": gettext_lazy("This is no address. It begins with https:// or is an e-mail address."),
    "set": pgettext_lazy("link", "Set the link"),
    "unset": pgettext_lazy("link", "Remove the link"),
    "cancel": gettext_lazy("Cancel"),
}


class RichTextWidget(forms.Textarea):
    """The editor where scripts run (`static/js/editor.js`), else a text area with marks; see `richtext.marks`."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        text = super().value_from_datadict(data, files, name)
        return marks.read(text) if text is not None and data.get(f"{name}_marks") else text

    def get_context(self, name: str, value: str | None, attrs: dict[str, Any] | None) -> dict[str, Any]:
        html = richtext.clean(value or "")
        context = super().get_context(name, marks.write(html), attrs)
        words = json.dumps(EDITOR_WORDS, cls=DjangoJSONEncoder)
        context["widget"]["attrs"] |= {"data-editor": html, "data-editor-words": words}
        return context


class SectionForm(RevisedForm):
    text_marks = forms.CharField(required=False, initial="1", widget=forms.HiddenInput)

    class Meta:
        model = Section
        fields = ["text", "status"]
        labels = {"status": gettext_lazy("How far the section has come")}
        widgets = {"text": RichTextWidget(attrs={"rows": 18})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.initial.get("text_marks"):  # a draft that was written without scripts
            self.initial["text"] = marks.read(self.initial["text"])
        self.initial["text_marks"] = "1"

    def clean_text(self) -> str:
        text = richtext.clean(self.cleaned_data["text"])
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
        data = super().clean()
        if data.get("text") and data.get("status") == "not_started":
            data["status"] = "draft"
        return data


class SectionStatusForm(RevisedForm):
    class Meta:
        model = Section
        fields = ["status"]
        labels = {"status": gettext_lazy("How far the section has come")}

    def clean_status(self) -> str:
        status = self.cleaned_data["status"]
        if status == "done" and not self.instance.text:
            raise forms.ValidationError(_("Nothing is written here yet, so it cannot be done."), code="empty")
        return status
