"""Only in the demo: be one of its people, read the mails that would have been sent."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login as log_in
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from genprocure.demo import logins, mailbox
from ulg.paging import page_of

BACKEND = settings.AUTHENTICATION_BACKENDS[0]


@login_not_required
@require_POST
def login(request: HttpRequest) -> HttpResponse:
    """Become one of the demo's people: nobody else, and nowhere but in the demo."""
    seats = {str(seat.pk): seat for seat in logins.offered()}
    seat = seats.get(request.POST.get("seat", ""))
    if seat is None:
        raise Http404
    log_in(request, seat.user, backend=BACKEND)
    return redirect(seat.city)


@login_not_required
@never_cache
@require_safe
def mail(request: HttpRequest) -> HttpResponse:
    if not settings.IS_DEMO:
        raise Http404
    page = page_of(request, mailbox.mails(settings.EMAIL_FILE_PATH))
    return render(request, "genprocure/demo_mail.html", {"page": page})
