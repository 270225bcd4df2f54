from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.translation import gettext_lazy as _

from ulg import emails
from ulg.models import Membership


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up: a coordinator invites."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _("This is not the code that we sent. Check it, or request a new one."),
        "too_many_login_attempts": _("Too many attempts. Wait a few minutes, then request a new code."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The one mail that the library sends here, in our words."""
        emails.login_code(email, context["code"])

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The city of a person who works in one only, else the list of cities."""
        assert request.user.is_authenticated
        seats = Membership.objects.current().filter(user=request.user).select_related("city")[:2]
        return seats[0].city.get_absolute_url() if len(seats) == 1 else resolve_url("home")
