"""What everybody may read, with or without a login."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actionplan.exports import web_document
from actionplan.exports.formats import FORMATS
from actionplan.models import PlanVersion
from actionplan.models.version import PlanVersionQuerySet
from actionplan.queries.versions import gaps_of, names_of
from actionplan.views import exports
from ulg.access import OpenRequest, open_to_all
from ulg.paging import page_of


@open_to_all
@require_safe
def published(request: OpenRequest) -> HttpResponse:
    """The versions that the city has opened, the newest with its title and decision."""
    page = page_of(request, _public(request).defer("content"))
    newest = _public(request).first() if page.number == 1 else None
    context = {"page": page, "newest": newest, "doc": newest and web_document.heading(newest.document)}
    return render(request, "actionplan/published/list.html", context)


def front(request: OpenRequest, slug: str) -> HttpResponse | None:
    """What a city shows to whoever has no seat in it: its newest open version, beside the login."""
    newest = PlanVersion.objects.public().filter(plan__city__slug=slug).select_related("plan__city").first()
    if newest is None:
        return None
    request.city = newest.plan.city
    context = {"newest": newest, "doc": web_document.heading(newest.document)}
    with timezone.override(request.city.time_zone):
        return render(request, "actionplan/published/front.html", context)


@open_to_all
@require_safe
def version(request: OpenRequest, number: int) -> HttpResponse:
    """The whole plan as a page."""
    found = get_object_or_404(_public(request), number=number)
    doc = web_document.read(found.document, names_of(found))
    newest = _public(request).values_list("number", flat=True).first()
    context = {"version": found, "doc": doc, "newest": newest, "gaps": gaps_of(found), "formats": FORMATS.values()}
    return render(request, "actionplan/published/version.html", context)


@open_to_all
@require_safe
def file(request: OpenRequest, number: int, format: str) -> HttpResponse:
    wanted = exports.format_named(format)
    return exports.serve(request, get_object_or_404(_public(request), number=number), wanted, is_public=True)


def _public(request: OpenRequest) -> PlanVersionQuerySet:
    return PlanVersion.objects.in_city(request.city).public().select_related("plan__city")
