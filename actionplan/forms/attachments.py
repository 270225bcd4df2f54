from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from actionplan.files import checking
from actionplan.files.checking import Checked
from actionplan.files.refusal import Refusal
from actionplan.forms.fields import DayField
from actionplan.models import Attachment
from actionplan.reference.file_words import REFUSED, TAKEN
from actionplan.reference.files import ACCEPTED
from ulg import numbers
from ulg.forms.revised import RevisedForm


class AttachmentForm(RevisedForm):
    """A file, told by its content, and what the group should know of it."""

    file = forms.FileField(
        label=pgettext_lazy("of a record", "File"),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={
            "required": gettext_lazy("Choose a file."),
            "empty": gettext_lazy("The file that you chose is empty."),
        },
    )
    field_order = ["file", "title", "alternative_text", "source", "source_on"]

    class Meta:
        model = Attachment
        fields = ["title", "alternative_text", "source", "source_on"]
        field_classes = {"source_on": DayField}
        help_texts = {
            "title": gettext_lazy("What it is, such as “Procurement policy 2023”."),
            "alternative_text": gettext_lazy(
                "For images only: what can be seen in it, for those who cannot see the image."
            ),
            "source": gettext_lazy("Who has made or published it."),
        }
        error_messages = {"title": {"required": gettext_lazy("Write what the file is.")}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        at_most = _("At most %(size)s.") % {"size": _written(settings.ATTACHMENT_MAX_BYTES)}
        self.fields["file"].help_text = format_lazy("{} {}", TAKEN, at_most)
        self.checked: Checked | None = None

    @property
    def content(self) -> UploadedFile:
        return self.cleaned_data["file"]

    def clean_file(self) -> UploadedFile:
        given: UploadedFile = self.cleaned_data["file"]
        if (given.size or 0) > settings.ATTACHMENT_MAX_BYTES:
            raise ValidationError(_("The file is %(size)s, which is too large.") % {"size": _written(given.size or 0)})
        try:
            self.checked = checking.check(given.name or "", given)
        except Refusal as refusal:
            raise ValidationError(str(REFUSED[refusal.fault])) from refusal
        return given

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.checked:
            self._check_alternative_text(self.checked)
            self._note(self.checked)
        return cleaned

    def ask_for_file_again(self) -> None:
        """A refused form comes back without its file."""
        if self.errors and self.checked and "file" not in self.errors:
            self.add_error("file", _("Choose the file again: your browser does not keep it."))

    def _note(self, checked: Checked) -> None:
        new = self.instance
        new.name, new.media_type, new.size = checked.name, checked.media_type, checked.size
        new.sha256 = checked.sha256

    def _check_alternative_text(self, checked: Checked) -> None:
        if "alternative_text" in self.errors:
            return
        is_described = bool(self.cleaned_data.get("alternative_text"))
        if checked.media_type.is_image and not is_described:
            self.add_error("alternative_text", _("Describe what can be seen in the image."))
        if is_described and not checked.media_type.is_image:
            self.add_error("alternative_text", _("The file is not an image. Leave this field empty."))


def _written(size: int) -> str:
    return numbers.file_size(size, get_language() or "")
