"""Error pages."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import strip_tags
from django.utils.translation import get_language_from_request

from genprocure import outage
from ulg import numbers
from ulg.access import NotPermitted, Refused
from ulg.models import Membership
from ulg.roles import roles_with
from ulg.views import form_owner

RETRY_AFTER = "30"  # seconds
A_LINE = 40
END_OF_PARAGRAPH = re.compile(r"</(?:p|h\d|li|blockquote)>")


@dataclass(frozen=True)
class SentForm:
    """A form that could not be stored, to be sent again from the page that says so."""

    address: str
    fields: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> list[str]:
        """What somebody has written in it, to read and to copy: each paragraph on a line of its own."""
        return [
            unescape(strip_tags(END_OF_PARAGRAPH.sub("\n", value))).strip()
            for _name, value in self.fields
            if " " in value and len(value) > A_LINE
        ]


class _TokenCheck(CsrfViewMiddleware):
    """The check of a form's token without the page that a refusal leads to."""

    def _reject(self, request: HttpRequest, reason: str) -> str:
        return reason


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Says which rule stands in the way and what to do instead, or which roles may do it and who can give one."""
    context: dict[str, Any] = {}
    if isinstance(exception, Refused):
        context = {"refusal": exception}
    if isinstance(exception, NotPermitted):
        city = request.city  # type: ignore[attr-defined]  # a page of a city asks for a permission
        context = {
            "permission": exception.permission.label,
            "roles": [role.label for role in roles_with(exception.permission)],
            "coordinators": Membership.objects.in_city(city).coordinators().select_related("user"),
        }
    return render(request, "403.html", context, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid CSRF token: mostly from a page that was open for a long time."""
    return form_owner.after_failed_check(request) or render(request, "403_csrf.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent is no request of ours; or its session could not be kept, since it or the database is gone."""
    if outage.is_outage(exception):
        return service_unavailable(request)
    if isinstance(exception, SessionInterrupted):
        return HttpResponse(status=401) if _is_script(request) else redirect_to_login(request.get_full_path())
    return HttpResponse(render_to_string("400.html"), status=400)


def too_large(request: HttpRequest, most: int) -> HttpResponse:
    """More was sent than the page takes: before session and login are known, so in the browser's language."""
    language = get_language_from_request(request)
    with translation.override(language):
        content = render_to_string("413.html", {"most": numbers.file_size(most, language)})
    return HttpResponse(content, status=413, headers={"Cache-Control": "no-store"})


def server_error(request: HttpRequest | None) -> HttpResponse:
    """Without database, session or request: whatever is broken, this page is not."""
    error = sys.exception()
    if outage.is_outage(error):
        outage.note(error)
        return service_unavailable(request)
    return HttpResponse(render_to_string("500.html"), status=500)


def service_unavailable(request: HttpRequest | None) -> HttpResponse:
    """The database did not do its part: what was sent stands on the page, to be sent again."""
    headers = {"Retry-After": RETRY_AFTER, "Cache-Control": "no-store"}
    sent = None if request is None or _is_script(request) else _sent(request)
    return HttpResponse(render_to_string("503.html", {"sent": sent}), status=503, headers=headers)


def _sent(request: HttpRequest) -> SentForm | None:
    """The form as it was sent, if it came from a page of ours: another site's words are not to be sent by a click."""
    if request.method != "POST":
        return None
    check = _TokenCheck(server_error)
    try:
        check.process_request(request)
        if check.process_view(request, server_error, (), {}) is not None or request.FILES:
            return None
    except (BadRequest, SuspiciousOperation, MultiPartParserError):
        return None
    fields = tuple((name, value) for name, values in request.POST.lists() for value in values)
    return SentForm(request.get_full_path(), fields)


def _is_script(request: HttpRequest) -> bool:
    """HTMX or our own script asked: the form stays on the page as it is."""
    return bool(request.headers.get("HX-Request")) or request.headers.get("X-Requested-With") == "fetch"
