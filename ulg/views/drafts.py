"""One's own unsent texts: kept while they are being written, found again, thrown away when one says so."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ulg.access import CityRequest, requires
from ulg.models import Draft, Revised
from ulg.roles import Permission
from ulg.services import drafts
from ulg.templatetags.portal import clock
from ulg.views import presence

A_PAGE = 25
STATUSES: dict[type[drafts.DraftRefused], int] = {drafts.NotYours: 403, drafts.TooLong: 413, drafts.KeptElsewhere: 409}


@requires(Permission.VIEW_PLAN)
@never_cache
@require_http_methods(["GET", "POST"])
def keep(request: CityRequest) -> HttpResponse:
    """What a form sends while somebody types in it (POST), and what it asks while nobody does (GET)."""
    if request.method == "GET":
        return JsonResponse(_news(request, request.GET))
    try:
        draft = _keep(request)
    except drafts.DraftRefused as refusal:
        return JsonResponse({"words": _words(refusal)}, status=STATUSES[type(refusal)])
    discard_url = reverse("ulg:draft-discard", args=[request.city.slug, draft.pk])
    return JsonResponse({"saved": clock(draft.saved_at), "discard": discard_url, **_news(request, request.POST)})


@requires(Permission.VIEW_PLAN)
def own(request: CityRequest) -> HttpResponse:
    page = Paginator(Draft.objects.of(request.membership), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "ulg/writing/drafts.html", {"drafts": page})


@requires(Permission.VIEW_PLAN)
@require_http_methods(["GET", "POST"])
def discard(request: CityRequest, draft_id: int) -> HttpResponse:
    """Asks first: a text that was thrown away stands nowhere else."""
    draft = get_object_or_404(Draft.objects.of(request.membership), pk=draft_id)
    if request.method == "GET":
        return render(request, "ulg/writing/discard.html", {"draft": draft})
    draft.delete()
    messages.success(request, _("Your unsent text is thrown away."))
    return redirect(draft.page)


def _keep(request: CityRequest) -> Draft:
    about = {name: request.POST.get(f"draft_{name}", "") for name in ("action", "page", "title", "window")}
    fields = {name: request.POST.getlist(name) for name in request.POST}
    return drafts.keep(
        by=request.membership,
        **{**about, "title": about["title"] or _("Text without a title")},
        seen=drafts.seen_in(fields),
        fields=fields,
        opened_at=_moment(request.POST.get("draft_opened", "")),
    )


def _news(request: CityRequest, asked: Any) -> dict[str, str]:
    """Who else is writing, what was saved meanwhile, and a token: a login in another window may have changed it."""
    news = {"token": get_token(request), "writers": "", "newer": ""}
    record = _record(request, asked.get("draft_record", ""))
    if record is None:
        return news
    action, seen = asked.get("draft_action", ""), drafts.seen_in({"revision": [asked.get("revision", "")]})
    writers = [draft.author for draft in drafts.others_writing(by=request.membership, action=action)]
    return {
        **news,
        "writers": presence.writing_here(writers),
        "newer": presence.saved_meanwhile(record, seen=seen, reader=request.membership),
    }


def _record(request: HttpRequest, name: str) -> Revised | None:
    """The record of `section/12`, if it is of this city and this member may read it."""
    kind, _slash, pk = name.partition("/")
    model = Revised.kinds().get(kind)
    is_key = pk.isdecimal() and len(pk) < 19
    if model is None or not is_key or model.history_permission not in request.membership.permissions:
        return None
    return model.objects.in_city(request.city).filter(pk=pk).first()


def _moment(text: str) -> datetime | None:
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


def _words(refusal: drafts.DraftRefused) -> str:
    if isinstance(refusal, drafts.TooLong):
        return _("The text is too long to keep. Shorten it, or move a part of it to another section.")
    if isinstance(refusal, drafts.KeptElsewhere):
        return _("You have this text open in another window too, and it was kept there last.")
    return _("This form is not yours to send, so its text is not kept. Copy what you need.")
