from __future__ import annotations

from django.db.models import Prefetch
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from actionplan.forms.findings import FindingForm
from actionplan.models import Barrier, Finding
from actionplan.views import record_list, records
from actionplan.views.record_detail import show
from ulg.access import CityRequest, requires
from ulg.forms.filters import FilterForm
from ulg.paging import page_of
from ulg.roles import Permission

NOUN = records.Noun(
    model=Finding,
    form=FindingForm,
    room="baseline",
    room_title=_("Baseline"),
    add=_("Add a finding"),
    about=_("One result from the baseline, with figure, source and year."),
)


@requires(Permission.VIEW_PLAN)
@require_safe
def baseline(request: CityRequest) -> HttpResponse:
    barriers = Prefetch("barriers", Barrier.objects.kept())
    asked = FilterForm(request.GET)
    found = asked.narrow(Finding.objects.in_city(request.city).current()).prefetch_related(barriers)
    page = page_of(request, found)
    record_list.count_comments(request, page)
    return record_list.listing(request, NOUN, filter=asked, page=page, **record_list.taken_out(request, NOUN))


@requires(Permission.VIEW_PLAN)
@require_safe
def finding(request: CityRequest, finding_id: int) -> HttpResponse:
    return show(request, NOUN, finding_id)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: CityRequest) -> HttpResponse:
    return records.add(request, NOUN)
