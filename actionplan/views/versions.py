from __future__ import annotations

from django.contrib import messages
from django.db.models.functions import Length
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from actionplan.document.canonical import sha256
from actionplan.exports import web_document
from actionplan.exports.formats import FORMATS
from actionplan.forms.versions import OpenForm
from actionplan.models import PlanVersion, VersionGaps
from actionplan.queries.versions import gaps_of, names_of
from actionplan.services import versions
from ulg import confirmation
from ulg.access import CityRequest, requires
from ulg.paging import page_of
from ulg.roles import Permission
from ulg.views import unsent
from ulg.views.unsent import Unsent
from ulg.writing import unsent_texts


@requires(Permission.VIEW_PLAN)
@require_safe
def version_list(request: CityRequest) -> HttpResponse:
    rows = PlanVersion.objects.in_city(request.city).defer("content")
    rows = rows.select_related("published_by__user", "publication", "plan__city")
    page = page_of(request, rows)
    return render(request, "actionplan/versions/list.html", {"page": page, "formats": FORMATS.values()})


@requires(Permission.VIEW_PLAN)
@require_safe
def version(request: CityRequest, number: int) -> HttpResponse:
    """One version: its facts, its files, and the plan as it was published."""
    found = find(request, number)
    files = {file.format: file for file in found.files.defer("content").annotate(size=Length("content"))}
    context = {
        "version": found,
        "is_whole": sha256(found.content) == found.sha256,
        "files": [{"format": format, "file": files.get(format.name)} for format in FORMATS.values()],
        "doc": web_document.read(found.document, names_of(found)),
        "gaps": gaps_of(found),
    }
    return render(request, "actionplan/versions/version.html", context)


@requires(Permission.PUBLISH)
@require_http_methods(["GET", "POST"])
def open_to_everyone(request: CityRequest, number: int) -> HttpResponse:
    """Ask, then let everyone read the version."""
    found = find(request, number)
    gaps = gaps_of(found)
    kept = unsent.of_form(request)
    form = _open_form(request, gaps, kept) if gaps else None
    if confirmation.is_confirmed(request) and (form is None or form.is_valid()):
        reason = form.cleaned_data["reason"] if form else ""
        versions.open_version(found, by=request.membership, reason=reason)
        unsent.was_sent(request)
        messages.success(request, _("Everyone can read %(version)s now.") % {"version": found})
        return redirect(found)
    context = {"version": found, "is_opening": True, "gaps": gaps, "form": form, "unsent": kept}
    return render(request, "actionplan/versions/opening.html", context, status=confirmation.asking_status(request))


def _open_form(request: CityRequest, gaps: VersionGaps, kept: Unsent) -> OpenForm:
    sent = request.POST if request.method == "POST" else None
    values = {"reason": gaps.reason, **unsent_texts.initial(kept.chosen)}
    return OpenForm(sent, initial=values, language=request.city.language)


@requires(Permission.PUBLISH)
@require_http_methods(["GET", "POST"])
def close_to_group(request: CityRequest, number: int) -> HttpResponse:
    """Ask, then keep the version to the local group again."""
    found = find(request, number)
    if request.method == "POST":
        versions.close_version(found, by=request.membership)
        messages.success(request, _("Only the local group can read %(version)s now.") % {"version": found})
        return redirect(found)
    return render(request, "actionplan/versions/opening.html", {"version": found, "is_opening": False})


def find(request: CityRequest, number: int) -> PlanVersion:
    rows = PlanVersion.objects.in_city(request.city)
    related = ("plan__city", "published_by__user", "publication__opened_by__user")
    return get_object_or_404(rows.select_related(*related), number=number)
