from __future__ import annotations

from copy import copy

from django.contrib import messages
from django.db import transaction
from django.db.models.functions import Length
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from actionplan import snapshot
from actionplan.canonical import sha256
from actionplan.exports import reading
from actionplan.forms.versions import PublishForm
from actionplan.models import Plan, PlanVersion
from actionplan.services import missing, standing, versions
from actionplan.services.missing import Gap
from actionplan.services.standing import Standing
from ulg.access import CityRequest, requires
from ulg.models import Draft
from ulg.paging import page_of
from ulg.roles import Permission
from ulg.services import drafts, saving
from ulg.templatetags.portal import clock
from ulg.views import writing


class Overtaken(Exception):
    """Somebody else wrote what this publisher has not seen; nothing was published."""


@requires(Permission.PUBLISH)
@require_http_methods(["GET", "POST"])
def publish(request: CityRequest) -> HttpResponse:
    """Say what will be frozen and what is missing; then freeze it."""
    plan, stands = _plan(request)
    last = plan.versions.defer("content").first()
    gaps = missing.missing(plan)
    options = {"instance": copy(plan), "gaps": len(gaps), "last": last.number if last else 0}
    draft = drafts.find(by=request.membership, action=request.path)
    if request.method == "GET":
        form = PublishForm(initial=drafts.initial(draft), **options)
        return _ask(request, form, plan, stands, last, gaps, draft=draft)
    form = PublishForm(request.POST, **options)
    if not form.is_valid():
        return _ask(request, form, plan, stands, last, gaps, status=422)
    try:
        version = _freeze(request, plan, form)
    except Overtaken as overtaken:
        return _ask_again(request, str(overtaken))
    return _done(request, version)


def _plan(request: CityRequest) -> tuple[Plan, Standing]:
    try:
        return standing.of_city(request.city)
    except Plan.DoesNotExist as error:
        raise Http404("The city has no plan yet.") from error


def _ask(
    request: CityRequest,
    form: PublishForm,
    plan: Plan,
    stands: Standing,
    last: PlanVersion | None,
    gaps: list[Gap],
    *,
    draft: Draft | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "plan": plan,
        "standing": stands,
        "last": last,
        "next_number": last.number + 1 if last else 1,
        "gaps": gaps,
        "groups": missing.grouped(gaps),
        "people": [(seat, snapshot.printed_name(seat)) for seat in snapshot.seats(plan)],
    }
    template = "actionplan/versions/publish.html"
    return writing.show(request, template, form, draft=draft, status=status, **context)


@transaction.atomic
def _freeze(request: CityRequest, plan: Plan, form: PublishForm) -> PlanVersion:
    saved = saving.save(plan, form.changes, seen=form.seen, by=request.membership)
    if isinstance(saved, saving.Conflict):
        words = _("Somebody else changed the case number to “%(theirs)s” meanwhile. Decide which one is right.")
        raise Overtaken(words % {"theirs": saved.record.case_number})
    try:
        return versions.publish_version(
            plan,
            by=request.membership,
            decision=form.decision,
            is_public=form.is_public,
            seen=form.cleaned_data["last"],
        )
    except versions.PublishedMeanwhile as meanwhile:
        words = _(
            "%(name)s published version %(number)s at %(clock)s, after you had opened this page. "
            "Publish one more only if it is needed."
        )
        by, at = meanwhile.version.published_by, clock(meanwhile.version.published_at)
        raise Overtaken(words % {"name": by, "number": meanwhile.version.number, "clock": at}) from meanwhile


def _ask_again(request: CityRequest, words: str) -> HttpResponse:
    """Show the page anew with what was filled in, which is kept as unsent text."""
    drafts.keep(
        by=request.membership,
        action=request.path,
        page=request.path,
        title=_("Publish the plan"),
        seen=None,
        fields={name: request.POST.getlist(name) for name in request.POST},
    )
    messages.warning(request, words)
    return redirect(request.path)


def _done(request: CityRequest, version: PlanVersion) -> HttpResponse:
    drafts.discard(by=request.membership, action=request.path)
    messages.success(request, _("%(version)s is published.") % {"version": version})
    for failure in versions.make_files(version):
        words = _("The version is safe, but one of its files is missing. %(why)s")
        messages.warning(request, words % {"why": failure})
    return redirect(version)


@requires(Permission.VIEW_PLAN)
@require_safe
def version_list(request: CityRequest) -> HttpResponse:
    rows = PlanVersion.objects.in_city(request.city).defer("content")
    rows = rows.select_related("published_by__user", "publication", "plan__city")
    page = page_of(request, rows)
    return render(request, "actionplan/versions/list.html", {"page": page, "formats": versions.KEPT_FORMATS})


@requires(Permission.VIEW_PLAN)
@require_safe
def version(request: CityRequest, number: int) -> HttpResponse:
    """One version: its facts, its files, and the plan as it was published."""
    found = find(request, number)
    document = versions.document(found)
    files = {file.format: file for file in found.files.defer("content").annotate(size=Length("content"))}
    context = {
        "version": found,
        "is_whole": sha256(found.content) == found.sha256,
        "files": [
            {"format": format, "label": format.label, "file": files.get(format)} for format in versions.KEPT_FORMATS
        ],
        "doc": reading.read(document, versions.names(found)),
    }
    return render(request, "actionplan/versions/version.html", context)


@requires(Permission.PUBLISH)
@require_http_methods(["GET", "POST"])
def open_to_everyone(request: CityRequest, number: int) -> HttpResponse:
    """Ask, then let everyone read the version."""
    found = find(request, number)
    if request.method == "POST":
        versions.open_version(found, by=request.membership)
        messages.success(request, _("Everyone can read %(version)s now.") % {"version": found})
        return redirect(found)
    return render(request, "actionplan/versions/opening.html", {"version": found, "is_opening": True})


@requires(Permission.PUBLISH)
@require_http_methods(["GET", "POST"])
def close_to_group(request: CityRequest, number: int) -> HttpResponse:
    """Ask, then keep the version to the local group again."""
    found = find(request, number)
    if request.method == "POST":
        versions.close_version(found)
        messages.success(request, _("Only the local group can read %(version)s now.") % {"version": found})
        return redirect(found)
    return render(request, "actionplan/versions/opening.html", {"version": found, "is_opening": False})


def find(request: CityRequest, number: int) -> PlanVersion:
    rows = PlanVersion.objects.in_city(request.city)
    related = ("plan__city", "published_by__user", "publication__opened_by__user")
    return get_object_or_404(rows.select_related(*related), number=number)
