from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actionplan.queries.possible_aims import PossibleLot
from actionplan.reference.possible_aims import PossibleAim
from ulg import languages
from ulg.forms.texts import LineField


class StatusForm(forms.Form):
    """Which of the lots the address asks for; whatever else stands there is passed over."""

    status = forms.ChoiceField(choices=PossibleAim.choices, required=False)

    @property
    def asked(self) -> str:
        return self.cleaned_data.get("status", "") if self.is_valid() else ""


class DecisionForm(forms.Form):
    """Whether one lot aims at gender equality, and why; it carries what stood on the page that it was decided on."""

    procedure = forms.CharField(max_length=120, widget=forms.HiddenInput)
    lot = forms.CharField(max_length=60, widget=forms.HiddenInput)
    seen = forms.IntegerField(min_value=0, max_value=1_000_000, widget=forms.HiddenInput)
    words = forms.CharField(max_length=64, widget=forms.HiddenInput)
    decision = forms.ChoiceField(
        label=_("Is gender equality an aim of this lot?"),
        choices=[
            (PossibleAim.CONFIRMED, pgettext_lazy("is it an aim of the lot", "Yes, confirm")),
            (PossibleAim.DISMISSED, pgettext_lazy("is it an aim of the lot", "No, dismiss")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether it is an aim of the lot.")},
    )
    reason = LineField(
        label=pgettext_lazy("reason for a decision", "Why?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write why, so that others can follow it.")},
    )

    def __init__(
        self,
        *args: Any,
        language: str,
        of: PossibleLot | None = None,
        kept: dict[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        """`of` is the lot as it stands, for a form that was not sent; `kept` is what was written before."""
        if of is not None:
            latest = of.latest.number if of.latest else 0
            place = {"procedure": of.lot.procedure.identifier, "lot": of.lot.identifier}
            initial = {**place, "seen": latest, "words": of.lot.words_sha256, **(kept or {})}
            kwargs |= {"initial": initial, "auto_id": f"lot-{of.lot.pk}-%s"}
        super().__init__(*args, **kwargs)
        attrs = self.fields["reason"].widget.attrs
        attrs.pop("maxlength", None)  # it would cut a pasted text without a word
        if languages.differs(language):
            attrs["lang"] = language

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper(self)
        helper.form_tag = False
        helper.disable_csrf = True
        return helper
