from __future__ import annotations

from typing import Any

from django.db.models import Prefetch
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from actionplan.kinds import FINDING
from actionplan.models import Answer, Assessment, Barrier, Finding
from actionplan.reference.assessment import Dimension
from actionplan.views import record_list
from ulg.access import CityRequest, requires
from ulg.forms.filters import FilterForm
from ulg.paging import page_of
from ulg.roles import Permission


@requires(Permission.VIEW_PLAN)
@require_safe
def findings(request: CityRequest) -> HttpResponse:
    barriers = Prefetch("barriers", Barrier.objects.kept())
    asked = FilterForm(request.GET)
    found = Finding.objects.in_city(request.city).current().holding(asked.sought).prefetch_related(barriers)
    page = page_of(request, found)
    record_list.count_comments(request, page)
    lacking = {} if asked.sought else _lacking(request)
    taken_out = record_list.taken_out(request, FINDING)
    return record_list.listing(request, FINDING, filter=asked, page=page, **lacking, **taken_out)


def _lacking(request: CityRequest) -> dict[str, Any]:
    """Findings that no barrier is based on, and dimensions of the newest assessment that no finding is about."""
    current = Finding.objects.in_city(request.city).current()
    newest = Assessment.objects.in_city(request.city).order_by("-number").values("pk")[:1]
    asked = Answer.objects.in_city(request.city).current().filter(assessment__in=newest, left_out_reason="")
    about = current.exclude(answer=None).order_by().values("answer__dimension")
    lacking = set(asked.exclude(dimension__in=about).order_by().values_list("dimension", flat=True).distinct())
    return {
        "without_barrier": page_of(request, current.without("barriers"), name="without"),
        "dimensions": [dimension for dimension in Dimension if dimension in lacking],
    }
