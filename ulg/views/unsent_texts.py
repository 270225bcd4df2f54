"""One's own unsent texts: kept while they are being written, found again, thrown away when one says so."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ulg import confirmation
from ulg.access import CityRequest, requires
from ulg.models import Revised, UnsentText
from ulg.roles import Permission
from ulg.templatetags.portal import clock
from ulg.views import presence, unsent
from ulg.writing import unsent_texts

A_PAGE = 25
STATUSES: dict[type[unsent_texts.UnsentTextRefused], int] = {
    unsent_texts.NotYours: 403,
    unsent_texts.TooLong: 413,
    unsent_texts.TooMany: 422,
}


@requires(Permission.VIEW_PLAN)
@never_cache
@require_http_methods(["GET", "POST"])
def keep(request: CityRequest) -> HttpResponse:
    """What a form sends while somebody types in it (POST), and what it asks while nobody does (GET)."""
    if request.method == "GET":
        return JsonResponse(_news(request, request.GET))
    try:
        text = _keep(request)
    except unsent_texts.UnsentTextRefused as refusal:
        return JsonResponse({"words": _words(refusal)}, status=STATUSES[type(refusal)])
    kept = {
        "saved": clock(text.saved_at),
        "id": text.pk,
        "version": text.version,
        "discard": reverse("ulg:unsent-discard", args=[request.city.slug, text.pk]),
        "others": _others(text),
    }
    return JsonResponse({**kept, **_news(request, request.POST)})


@requires(Permission.VIEW_PLAN)
def own(request: CityRequest) -> HttpResponse:
    page = Paginator(unsent_texts.offered(request.membership), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "ulg/writing/unsent_texts.html", {"texts": page})


@requires(Permission.VIEW_PLAN)
@require_http_methods(["GET", "POST"])
def discard(request: CityRequest, unsent_id: int) -> HttpResponse:
    """Asks first, and again if more was written meanwhile: a text that was thrown away stands nowhere else."""
    text = get_object_or_404(UnsentText.objects.of(request.membership), pk=unsent_id)
    is_confirmed = confirmation.is_confirmed(request, text.version)
    if not (is_confirmed and unsent_texts.throw_away(text)):
        context = {"text": text, "texts": unsent_texts.of_form(by=request.membership, form_url=text.form_url)}
        return render(request, "ulg/writing/discard.html", context, status=confirmation.asking_status(request))
    messages.success(request, _("Your unsent text has been deleted."))
    return redirect(text.page)


def _keep(request: CityRequest) -> UnsentText:
    fields = {name: request.POST.getlist(name) for name in request.POST}
    return unsent_texts.keep(
        by=request.membership,
        form_url=request.POST.get("unsent_action", ""),
        page=request.POST.get("unsent_page", ""),
        title=request.POST.get("unsent_title") or _("Text without a title"),
        seen=unsent_texts.seen_in(fields),
        fields=fields,
        origin=unsent.origin(request.POST),
    )


def _others(text: UnsentText) -> str:
    """What else the writer has for this form, kept on other pages."""
    count = unsent_texts.of_form(by=text.author, form_url=text.form_url).exclude(pk=text.pk).count()
    if not count:
        return ""
    words = ngettext(
        "You have another unsent text for this form.", "You have %(count)s other unsent texts for this form.", count
    )
    return words % {"count": count}


def _news(request: CityRequest, asked: Any) -> dict[str, Any]:
    """Who is logged in, who else is writing, what was saved meanwhile, and a token, which a new login changes."""
    news = {"owner": request.user.pk, "token": get_token(request), "writers": "", "newer": ""}
    record = _record(request, asked.get("unsent_record", ""))
    if record is None:
        return news
    form_url, seen = asked.get("unsent_action", ""), unsent_texts.seen_in({"revision": [asked.get("revision", "")]})
    writers = unsent_texts.others_writing(by=request.membership, form_url=form_url)
    return {
        **news,
        "writers": presence.writing_here(writers),
        "newer": presence.saved_meanwhile(record, seen=seen, reader=request.membership),
    }


def _record(request: CityRequest, name: str) -> Revised | None:
    """The record of `section/12`, if it is of this city and this member may read it."""
    kind, _slash, pk = name.partition("/")
    model = Revised.kinds().get(kind)
    is_key = pk.isdecimal() and len(pk) < 19
    if model is None or not is_key or model.history_permission not in request.membership.permissions:
        return None
    return model.objects.in_city(request.city).filter(pk=pk).first()


def _words(refusal: unsent_texts.UnsentTextRefused) -> str:
    if isinstance(refusal, unsent_texts.TooLong):
        return _("The text is too long to save. Shorten it, or move a part of it to another section.")
    if isinstance(refusal, unsent_texts.TooMany):
        return _("You have too many unsent texts to save one more. Send or delete some of them.")
    return _("You are not allowed to send this form, so its text is not saved. Copy what you need.")
