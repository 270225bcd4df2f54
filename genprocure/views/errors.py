"""Pages that help when something is in the way."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from ulg.access import NotPermitted
from ulg.models import Membership
from ulg.roles import roles_with

A_MOMENT = "30"


def no_permission(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Says which roles may do it, and who can give one of them."""
    context = {}
    if isinstance(exception, NotPermitted):
        context = {
            "permission": exception.permission.label,
            "roles": [role.label for role in roles_with(exception.permission)],
            "coordinators": Membership.objects.in_city(request.city).coordinators().select_related("user"),
        }
    return render(request, "403.html", context, status=403)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the mark that shows it came from a page of ours: mostly a page that stood open for long."""
    return render(request, "403_csrf.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Without database, session or request: whatever is broken, this page is not."""
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        page = render_to_string("503.html")
        return HttpResponse(page, status=503, headers={"Retry-After": A_MOMENT})
    return HttpResponse(render_to_string("500.html"), status=500)
