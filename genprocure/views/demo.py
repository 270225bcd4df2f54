"""Only in the demo: be one of its people, read the mails that would have been sent."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse


@login_not_required
def login(request: HttpRequest) -> HttpResponse:
    raise Http404


@login_not_required
def mail(request: HttpRequest) -> HttpResponse:
    raise Http404
