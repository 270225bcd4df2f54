from __future__ import annotations

from django.db.models import Prefetch
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from actionplan.forms.findings import FindingForm
from actionplan.models import Barrier, Finding
from actionplan.views import lists, records
from actionplan.views.shown import show
from ulg.access import CityRequest, requires
from ulg.paging import page_of
from ulg.roles import Permission

NOUN = records.Noun(
    model=Finding,
    form=FindingForm,
    room="baseline",
    room_title=_("Baseline"),
    add=_("Add a finding"),
    about=_("One thing that the baseline showed, with the figure, its source and its year."),
)


@requires(Permission.VIEW_PLAN)
@require_safe
def baseline(request: CityRequest) -> HttpResponse:
    barriers = Prefetch("barriers", Barrier.objects.current())
    found = Finding.objects.in_city(request.city).current().prefetch_related(barriers)
    return lists.listing(request, NOUN, page=page_of(request, found), **lists.taken_out(request, NOUN))


@requires(Permission.VIEW_PLAN)
@require_safe
def finding(request: CityRequest, finding_id: int) -> HttpResponse:
    return show(request, NOUN, finding_id)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: CityRequest) -> HttpResponse:
    return records.add(request, NOUN)
