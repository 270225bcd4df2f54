"""Login by e-mailed code, in our words."""

from __future__ import annotations

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from django import forms
from django.utils.translation import gettext_lazy as _

from ulg.forms.texts import EmailField

SIX = 6


class AskForCodeForm(RequestLoginCodeForm):
    email = EmailField(
        label=_("E-mail"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Write your e-mail address."), "invalid": _("Write it like name@example.org.")},
    )


class EnterCodeForm(ConfirmLoginCodeForm):
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("If you cannot find the e-mail, check your junk folder."),
        error_messages={"required": _("Enter the six digits.")},
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "code-input", "size": SIX}
        ),
    )
