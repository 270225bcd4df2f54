from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actionplan.forms.fields import AmountField, DayField, YearField
from actionplan.forms.records import CHOOSE
from actionplan.models import EnteredFigure
from actionplan.models.entered_figure import NUMBERS
from actionplan.reference import cpv
from actionplan.reference.entered_figures import EnteredMeasure
from ulg.forms.cities import CapitalsField
from ulg.forms.fields import field_of
from ulg.forms.revised import RevisedForm

EVERYTHING = ("", pgettext_lazy("CPV division of a figure", "All purchases"))


class EnteredFigureForm(RevisedForm):
    currency = CapitalsField(
        label=_("Currency"), max_length=3, required=False, help_text=_("Three letters, such as SEK. For values only.")
    )

    class Meta:
        model = EnteredFigure
        fields = ["year", "measure", "currency", "division", *NUMBERS, "source", "source_on", "remark"]
        field_classes = {"year": YearField, "source_on": DayField, **dict.fromkeys(NUMBERS, AmountField)}
        widgets = {"remark": forms.Textarea(attrs={"rows": 3})}
        labels = {
            "total": _("In all"),
            "social": _("Of these, with a social aim"),
            "gender": _("Of these, with gender equality"),
            "not_stated": _("Of these, the aim is not stated"),
            "source_on": _("Date of the source"),
        }
        help_texts = {
            "year": _("The year that the figure describes."),
            "division": _("If the figure is of one kind of purchase only."),
            "social": _("Gender equality is one of the social aims, so it is part of this number."),
            "source": _("So that others can find it: register, ledger, report, statistics."),
            "source_on": _("The day on which the figure was taken from the source."),
            "remark": _("How it was counted, what is missing, and what it may be compared with."),
        }
        error_messages = {
            "year": {"required": _("Write the year.")},
            "measure": {"required": _("Choose what is counted.")},
            "source": {"required": _("Write where the figure comes from.")},
            "source_on": {"required": _("Write the date of the source.")},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["currency"].widget.attrs.pop("lang", None)  # a code is in no language
        field_of(self, "measure", forms.ChoiceField).choices = [CHOOSE, *EnteredMeasure.choices]
        field_of(self, "division", forms.ChoiceField).choices = [
            EVERYTHING,
            *((code, f"{code} {words}") for code, words in cpv.DIVISIONS.items()),
        ]

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        first = ["revision"] if "revision" in self.fields else []
        helper.layout = Layout(
            *first,
            Fieldset(_("What is counted"), "year", "measure", "currency", "division", css_class="group"),
            Fieldset(_("Numbers. What is not known stays empty; 0 is a number."), *NUMBERS, css_class="group"),
            "source",
            "source_on",
            "remark",
        )
        return helper

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("measure") in EnteredMeasure.counts():
            self.cleaned_data["currency"] = ""  # the form offers the city's, which a count does not need
        return self.cleaned_data
