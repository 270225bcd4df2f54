from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from ulg.models import Membership
from ulg.services import drafts

HELD = "held_text"
AN_HOUR = 3600


class PersonLanguageMiddleware:
    """The interface speaks the person's language; without one, LocaleMiddleware's choice stands."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and request.user.language:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        response = self.get_response(request)
        patch_vary_headers(response, ["Cookie"])
        return response


class HeldTextMiddleware:
    """A form sent after the session had ended: hold its text over the login, then keep it as a draft."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if request.user.is_authenticated:
            if HELD in request.session and request.method == "GET" and "city" in kwargs:
                self._keep(request, kwargs["city"])
            return None
        if request.method == "POST" and getattr(view, "permission", None):
            return self._hold(request)
        return None

    def _hold(self, request: HttpRequest) -> HttpResponse:
        fields = {name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"}
        page = request.POST.get("draft_page") or _page(request)
        if drafts.length(fields) <= drafts.LARGEST:
            request.session[HELD] = {
                "action": request.POST.get("draft_action") or request.path,
                "page": page,
                "title": request.POST.get("draft_title", ""),
                "fields": drafts.printable(fields),
                "at": timezone.now().isoformat(),
            }
            request.session.set_expiry(AN_HOUR)
        if request.headers.get("HX-Request") or request.headers.get("X-Requested-With") == "fetch":
            return HttpResponse(status=401)
        return redirect_to_login(page)

    def _keep(self, request: HttpRequest, slug: str) -> None:
        held = request.session[HELD]
        member = Membership.objects.current().filter(user=request.user, city__slug=slug).select_related("city").first()
        if member is None or not held["action"].startswith(f"/{slug}/"):
            return
        del request.session[HELD]
        request.session.set_expiry(None)
        try:
            drafts.keep(
                by=member,
                action=held["action"],
                page=held["page"],
                title=held["title"] or _("Text that was sent after you had been logged out"),
                seen=drafts.seen_in(held["fields"]),
                fields=held["fields"],
                opened_at=datetime.fromisoformat(held["at"]),
            )
        except drafts.DraftRefused:
            return
        messages.info(request, _("You had been logged out while writing. Your text is kept and not sent yet."))


def _page(request: HttpRequest) -> str:
    """The address of the page that the form stood on."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    same_site = came_from.netloc == request.get_host()
    return came_from.path if same_site and came_from.path else request.path
