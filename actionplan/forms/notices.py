from __future__ import annotations

from typing import Any, Self
from urllib.parse import urlencode

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from actionplan.notices.facts import Outcome
from actionplan.notices.rules import Aim
from actionplan.reference.notice_words import AIMS, OUTCOMES

MOST_MB = 50


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data if isinstance(data, list | tuple) and data else [None]
        return [super(FilesField, self).clean(each, initial) for each in given]


class UploadForm(forms.Form):
    notices = FilesField(
        label=_("Files with notices"),
        help_text=_("XML files from the tender system, or a zip or tar.gz file of them. At most 50 MB at a time."),
        error_messages={"required": _("Choose at least one file."), "empty": _("A file that you chose is empty.")},
        allow_empty_file=True,
    )

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper(self)
        helper.form_tag = False
        return helper

    def clean_notices(self) -> list[UploadedFile]:
        files: list[UploadedFile] = self.cleaned_data["notices"]
        if sum(each.size or 0 for each in files) > MOST_MB * 1_000_000:
            raise ValidationError(_("The files are larger than 50 MB together. Upload fewer at a time."))
        return files


class OutcomeForm(forms.Form):
    """Which files of an import the address asks for; whatever else stands there is passed over."""

    outcome = forms.ChoiceField(choices=[(each.value, OUTCOMES[each]) for each in Outcome], required=False)

    @property
    def asked(self) -> str:
        return self.cleaned_data.get("outcome", "") if self.is_valid() else ""


class CountedForm(forms.Form):
    """What a number of the figures counts, as its link says it; whatever else stands there is passed over."""

    what = forms.ChoiceField(choices=[("lots", ""), ("procedures", "")], required=False)
    year = forms.IntegerField(min_value=1990, max_value=2200, required=False)
    aim = forms.ChoiceField(choices=[("", ""), *((aim.value, AIMS[aim]) for aim in Aim)], required=False)
    division = forms.RegexField(r"^(\d\d|none)$", required=False)

    @classmethod
    def of_query(cls, query: str) -> Self:
        return cls(QueryDict(query[:200]))

    @property
    def query(self) -> str:
        """The same conditions as an address has them; empty if there are none."""
        asked = {name: value if value != "" else "none" for name, value in self.asked.items()}
        return urlencode({"what": "procedures" if self.is_of_procedures else "lots", **asked}) if asked else ""

    @property
    def asked(self) -> dict[str, Any]:
        """The conditions; a division called none is that of lots without a code."""
        self.full_clean()
        asked = {name: self.cleaned_data.get(name) for name in ("year", "aim", "division")}
        found = {name: value for name, value in asked.items() if value not in (None, "")}
        return {name: "" if value == "none" else value for name, value in found.items()}

    @property
    def is_of_procedures(self) -> bool:
        self.full_clean()
        return self.cleaned_data.get("what") == "procedures"
