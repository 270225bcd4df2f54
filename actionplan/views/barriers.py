from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from actionplan.forms.barriers import BarrierFilter, BarrierForm, RaiseBarrierForm
from actionplan.models import Barrier
from actionplan.services import trace
from actionplan.views import comments, records
from ulg.access import CityRequest, requires
from ulg.paging import page_of
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
    everything = Barrier.objects.in_city(request.city).current()
    asked = BarrierFilter(request.GET)
    found = asked.narrow(everything).with_solution_count().with_comment_count()
    page = page_of(request, found)
    context = {"filter": asked, "page": page, **records.taken_out(request, NOUN)}
    return records.listing(request, NOUN, **context)


@requires(Permission.VIEW_PLAN)
@require_safe
def barrier(request: CityRequest, barrier_id: int) -> HttpResponse:
    found = records.find(request, NOUN, barrier_id)
    return records.show(request, NOUN, found, knots=trace.trace(found), **comments.panel(request, found))


@requires(Permission.CONTRIBUTE)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: CityRequest) -> HttpResponse:
    return records.add(request, NOUN)
