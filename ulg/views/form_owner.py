"""A form whose writer is not the person logged in: nothing is done in anybody's name, and the text is its writer's."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from ulg.views import unsent
from ulg.writing import form_owner, unsent_texts
from ulg.writing.form_owner import FormOwner


def refuse(request: HttpRequest) -> HttpResponse | None:
    """Nobody is logged in, or somebody else than the one for whom the form was made."""
    token = request.POST.get("unsent_owner", "")
    owner = form_owner.read(token)
    if request.user.is_authenticated and (not token or (owner and owner.user_id == request.user.pk)):
        return None
    is_kept = owner is not None and _keep(request, owner)
    if _is_script(request):
        return _tell_script(request, owner, is_kept=is_kept)
    if request.user.is_authenticated or (owner and not is_kept):
        return _explain(request, is_kept=is_kept)
    if is_kept:
        messages.info(request, _("You had been logged out. Your text is kept: log in and continue with it."))
    return redirect_to_login(_page(request))


def after_failed_check(request: HttpRequest) -> HttpResponse | None:
    """The form's token is older than the last login: its text is kept all the same, if one can tell whose it is."""
    owner = form_owner.read(request.POST.get("unsent_owner", ""))
    view = request.resolver_match.func if request.resolver_match else None
    if owner is None or not getattr(view, "permission", None):
        return None
    if owner.user_id != request.user.pk:
        return refuse(request)
    if _is_script(request) or not _keep(request, owner):
        return None
    words = _(
        "You had logged in again since this page was opened. Your text is kept and not sent yet: send it from here."
    )
    messages.info(request, words)
    return redirect(_page(request))


def _keep(request: HttpRequest, owner: FormOwner) -> bool:
    return form_owner.keep_for(
        owner,
        form_url=request.POST.get("unsent_action") or request.path,
        page=_page(request),
        title=request.POST.get("unsent_title") or _("Text that was sent after you had been logged out"),
        fields={name: request.POST.getlist(name) for name in request.POST},
        origin=unsent.origin(request.POST),
    )


def _tell_script(request: HttpRequest, owner: FormOwner | None, *, is_kept: bool) -> HttpResponse:
    status = 409 if request.user.is_authenticated else 401
    return JsonResponse({"kept": is_kept}, status=status) if owner else HttpResponse(status=status)


def _explain(request: HttpRequest, *, is_kept: bool) -> HttpResponse:
    """What could not be kept is shown to be copied: it stood on the page that was sent just now."""
    values = [
        value.strip() for name in request.POST if unsent_texts.is_text(name) for value in request.POST.getlist(name)
    ]
    context = {"is_kept": is_kept, "page": _page(request), "words": [] if is_kept else [v for v in values if v]}
    status = 409 if request.user.is_authenticated else 403
    return render(request, "ulg/writing/other_owner.html", context, status=status)


def _is_script(request: HttpRequest) -> bool:
    return bool(request.headers.get("HX-Request")) or request.headers.get("X-Requested-With") == "fetch"


def _page(request: HttpRequest) -> str:
    """The address of the page that the form stood on."""
    named = request.POST.get("unsent_page") or request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(named, allowed_hosts={request.get_host()})
    return (urlsplit(named).path if is_ours else "") or request.path
