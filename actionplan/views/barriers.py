from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from actionplan.forms.barriers import BarrierFilter, BarrierForm, RaiseBarrierForm
from actionplan.models import Barrier
from actionplan.models.barrier import BarrierQuerySet
from actionplan.models.solution import note_solutions
from actionplan.views import record_list, records
from actionplan.views.record_detail import show
from ulg.access import CityRequest, requires
from ulg.roles import Permission

NOUN = records.Noun(
    model=Barrier,
    form=BarrierForm,
    member_form=RaiseBarrierForm,
    room="barriers",
    room_title=_("Barriers"),
    add=_("Add a barrier"),
    about=_("Something that prevents gender equality in the city's purchasing. Describe it from your own experience."),
)


@requires(Permission.VIEW_PLAN)
@require_safe
def barriers(request: CityRequest) -> HttpResponse:
    asked = BarrierFilter(request.GET)
    page = record_list.page_of_records(request, NOUN, asked, BarrierQuerySet.all, _facts)
    context = {"filter": asked, "page": page, **record_list.taken_out(request, NOUN)}
    return record_list.listing(request, NOUN, **context)


@requires(Permission.VIEW_PLAN)
@require_safe
def barrier(request: CityRequest, barrier_id: int) -> HttpResponse:
    return show(request, NOUN, barrier_id)


@requires(Permission.CONTRIBUTE)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: CityRequest) -> HttpResponse:
    return records.add(request, NOUN)


def _facts(barriers: Iterable[Barrier]) -> list[tuple[int, str]]:
    """How many solutions each has, and its status as it holds."""
    note_solutions(barriers)
    return [(barrier.solution_count, barrier.status_now) for barrier in barriers]
