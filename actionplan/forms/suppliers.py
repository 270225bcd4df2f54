from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from actionplan.forms.fields import DayField
from actionplan.forms.records import CHOOSE
from actionplan.models import Supplier
from actionplan.reference.suppliers import Ownership
from actionplan.suppliers import organisation_numbers, tables
from actionplan.suppliers.reading import LONGEST
from ulg import languages
from ulg.forms.fields import field_of
from ulg.forms.filters import FilterForm
from ulg.forms.revised import RevisedForm
from ulg.forms.texts import LineField


class SupplierForm(RevisedForm):
    shown_number = LineField(
        label=_("Organisation number"),
        max_length=LONGEST["shown_number"],
        help_text=_("With or without spaces, hyphens and the letters of the country."),
        error_messages={"required": _("Write the organisation number.")},
    )

    class Meta:
        model = Supplier
        fields = ["shown_number", "name", "ownership", "source", "source_on"]
        field_classes = {"source_on": DayField}
        labels = {"ownership": _("Ownership"), "source_on": _("Date of the source")}
        help_texts = {
            "ownership": _("Women-owned: women own 51 per cent or more. Unknown is an answer."),
            "source": _("What shows it: the firm's own statement, a public register, a survey."),
        }
        error_messages = {
            "name": {"required": _("Write the name.")},
            "ownership": {"required": _("Choose who owns the firm.")},
            "source": {"required": _("Write what shows who owns the firm.")},
            "source_on": {"required": _("Write the date of the source.")},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "ownership", forms.ChoiceField).choices = [CHOOSE, *Ownership.choices]
        if languages.differs(self.instance.city.language):  # the rest are names and numbers
            self.fields["source"].widget.attrs["lang"] = self.instance.city.language

    def clean_shown_number(self) -> str:
        shown: str = self.cleaned_data["shown_number"]
        if not organisation_numbers.is_number(organisation_numbers.stored_form(shown)):
            raise ValidationError(_("This is not an organisation number."), code="invalid")
        return shown


class SupplierFilter(FilterForm):
    ownership = forms.ChoiceField(label=_("Ownership"), required=False)

    options = {"ownership": list(Ownership.choices)}


class SupplierFileForm(forms.Form):
    suppliers = forms.FileField(
        label=_("File with suppliers"),
        help_text=_("CSV, or an Excel workbook (XLSX). At most 20 MB and 100,000 rows."),
        error_messages={"required": _("Choose a file."), "empty": _("The file is empty.")},
    )
    source = LineField(
        label=_("Source"),
        max_length=LONGEST["source"],
        required=False,
        help_text=_("For rows that name none: what shows who owns the firms."),
    )
    source_on = DayField(label=_("Date of the source"), required=False, help_text=_("For rows that have none."))

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper(self)
        helper.form_tag = False
        helper.disable_csrf = True
        return helper

    def clean_suppliers(self) -> Any:
        file = self.cleaned_data["suppliers"]
        if (file.size or 0) > tables.LARGEST:
            raise ValidationError(_("The file is larger than 20 MB. Divide it."), code="too_large")
        return file


class SealForm(forms.Form):
    """Which dry run stood on the page whose button was pressed."""

    seal = forms.RegexField(r"^[0-9a-f]{64}$")

    @property
    def seen(self) -> str:
        return self.cleaned_data["seal"] if self.is_valid() else ""
