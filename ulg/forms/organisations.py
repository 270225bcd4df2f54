from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ulg.forms.fields import field_of
from ulg.forms.revised import RevisedForm
from ulg.forms.texts import LineField
from ulg.models import Organisation
from ulg.reference.organisations import KINDS, SECTORS

CHOOSE = pgettext_lazy("nothing chosen in a list yet", "Choose")


class OrganisationForm(RevisedForm):
    name = LineField(label=_("Name"), max_length=160, error_messages={"required": _("Write the name.")})

    class Meta:
        model = Organisation
        fields = ["name", "sector", "kind"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in [("sector", SECTORS), ("kind", KINDS)]:
            field_of(self, name, forms.ChoiceField).choices = [("", CHOOSE), *choices]

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        others = Organisation.objects.in_city(self.instance.city).exclude(pk=self.instance.pk)
        if others.filter(name__iexact=name).exists():
            raise forms.ValidationError(_("There is already an organisation with this name."), code="listed")
        return name
