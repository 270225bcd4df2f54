from __future__ import annotations

from django.db.models import Prefetch
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from actionplan.kinds import FINDING
from actionplan.models import Barrier, Finding
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
    return record_list.listing(request, FINDING, filter=asked, page=page, **record_list.taken_out(request, FINDING))
