from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from actionplan.forms.barriers import BarrierFilter, BarrierForm, RaiseBarrierForm
from actionplan.models import Barrier
from actionplan.models.barrier import BarrierQuerySet
from actionplan.views import lists, records
from actionplan.views.shown import show
from ulg.access import CityRequest, requires
from ulg.roles import Permission

NOUN = records.Noun(
    model=Barrier,
    form=BarrierForm,
    member_form=RaiseBarrierForm,
    room="barriers",
    room_title=_("Barriers"),
    add=_("Raise a barrier"),
    about=_("Something that keeps gender equality out of what the city buys. Say it as you have met it."),
)


@requires(Permission.VIEW_PLAN)
@require_safe
def barriers(request: CityRequest) -> HttpResponse:
    asked = BarrierFilter(request.GET)
    page = lists.page_of_records(request, NOUN, asked, BarrierQuerySet.with_solution_count)
    context = {"filter": asked, "page": page, **lists.taken_out(request, NOUN)}
    return lists.listing(request, NOUN, **context)


@requires(Permission.VIEW_PLAN)
@require_safe
def barrier(request: CityRequest, barrier_id: int) -> HttpResponse:
    return show(request, NOUN, barrier_id)


@requires(Permission.CONTRIBUTE)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: CityRequest) -> HttpResponse:
    return records.add(request, NOUN)
