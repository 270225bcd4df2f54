"""The mails of the portal: plain text, in the reader's language. One that cannot be sent never breaks a request."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from ulg.models import Invitation, User
from ulg.models.invitation import VALID_FOR

log = logging.getLogger(__name__)


def invitation(sent: Invitation, token: str) -> bool:
    """The link by which a new member joins the local group."""
    seat = sent.membership
    by = sent.sent_by
    context = {
        "city": seat.city,
        "by": by,
        "role": seat.get_role_display,
        "link": address("invitation", token),
        "days": VALID_FOR.days,
        "login": address("account_login"),
    }
    language = seat.user.language or seat.city.language
    return _send("invitation", seat.user.email, language, context, reply_to=[by.user.email] if by else [])


def login_code(email: str, code: str) -> bool:
    person = User.objects.filter(email=email).first()
    language = (person and person.language) or translation.get_language()
    context = {"code": code, "minutes": settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60}
    return _send("login_code", email, language, context)


def unknown_address(email: str) -> bool:
    """Somebody asked for a code with an address that may not log in: say so there, and never on the page."""
    return _send("unknown_address", email, translation.get_language(), {"login": address("account_login")})


def address(name: str, *args: Any) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=args)}"


def _send(name: str, to: str, language: str, context: dict[str, Any], *, reply_to: list[str] | None = None) -> bool:
    with translation.override(language):
        subject = " ".join(render_to_string(f"ulg/emails/{name}_subject.txt", context).split())
        text = render_to_string(f"ulg/emails/{name}.txt", context).strip() + "\n"
    try:
        EmailMessage(subject, text, to=[to], reply_to=reply_to, headers={"Content-Language": language}).send()
    except Exception:
        # Whatever the mail server or the way to it does wrong: smtplib, ssl and sockets each raise their own kind
        log.exception("The mail %s could not be sent.", name)
        return False
    return True
