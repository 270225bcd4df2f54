from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from actionplan.forms.barriers import BarrierFilter
from actionplan.kinds import BARRIER
from actionplan.models import Barrier
from actionplan.models.solution import note_solutions
from actionplan.views import record_list
from ulg.access import CityRequest, requires
from ulg.roles import Permission


@requires(Permission.VIEW_PLAN)
@require_safe
def barriers(request: CityRequest) -> HttpResponse:
    asked = BarrierFilter(request.GET)
    page = record_list.page_of_records(request, BARRIER, asked, asked.narrow, _facts)
    context = {"filter": asked, "page": page, **record_list.taken_out(request, BARRIER)}
    return record_list.listing(request, BARRIER, **context)


def _facts(barriers: Iterable[Barrier]) -> list[tuple[int, str]]:
    """How many solutions each has, and its status as it holds."""
    note_solutions(barriers)
    return [(barrier.solution_count, barrier.status_now) for barrier in barriers]
