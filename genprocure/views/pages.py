"""The portal's own pages: home, health, language, accessibility, personal data."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from genprocure import cities, outage
from genprocure.demo import logins
from ulg.models import Membership
from ulg.models.invitation import VALID_FOR
from ulg.paging import page_of

ALL = "all"  # in the address: also for those who work in one city only
A_DAY = 24 * 3600
A_YEAR = 365 * A_DAY
# When each statement was last compared with what the portal does
ACCESSIBILITY_REVIEWED_ON = date(2026, 11, 26)
PRIVACY_REVIEWED_ON = date(2026, 11, 22)


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """My cities, or what the portal is. Whoever works in one city goes there, unless they ask for all."""
    seats = list(cities.seats(request.user)) if request.user.is_authenticated else []
    if len(seats) == 1 and ALL not in request.GET:
        return redirect(seats[0].city)
    published = page_of(request, cities.published())
    context = {"seats": seats, "published": published, "demo_people": logins.offered()}
    return render(request, "genprocure/home.html", context)


@login_not_required
@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """For the load balancer: does this process answer, and does its database?"""
    try:
        is_writable = _database_is_writable()
    except Error as error:
        outage.note(error)
        return HttpResponse("The database does not answer.\n", status=503, content_type="text/plain")
    if not is_writable:
        return HttpResponse("The database can be read only.\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


def _database_is_writable() -> bool:
    """Asks the database, which may raise; a standby answers, and takes nothing."""
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            cursor.execute("SELECT 1")
            return True
        cursor.execute("SELECT current_setting('transaction_read_only')")
        return cursor.fetchone() == ("off",)


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remember the language: in a cookie, and with the person where somebody is logged in."""
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        target = "/"
    response = HttpResponseRedirect(target)
    chosen = request.POST.get("language")
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=A_YEAR,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite=settings.LANGUAGE_COOKIE_SAMESITE,
        )
        if request.user.is_authenticated:
            request.user.language = chosen
            request.user.save(update_fields=["language"])
    return response


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "genprocure/accessibility.html", {"reviewed_on": ACCESSIBILITY_REVIEWED_ON})


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    context = {
        "reviewed_on": PRIVACY_REVIEWED_ON,
        "session_days": settings.SESSION_COOKIE_AGE // A_DAY,
        "invitation_days": VALID_FOR.days,
        "name_forms": Membership.PublishedAs.labels,
    }
    return render(request, "genprocure/privacy.html", context)
