from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from actionplan.forms.barriers import BarrierFilter
from actionplan.kinds import BARRIER
from actionplan.models import Barrier
from actionplan.models.barrier import BarrierQuerySet
from actionplan.models.solution import note_solutions, solutions_of
from actionplan.views import record_list
from ulg.access import CityRequest, requires
from ulg.roles import Permission


@requires(Permission.VIEW_PLAN)
@require_safe
def barriers(request: CityRequest) -> HttpResponse:
    asked = BarrierFilter(request.GET)
    page = record_list.page_of_records(request, BARRIER, asked, asked.narrow, _facts, _read)
    context = {"filter": asked, "page": page, **record_list.taken_out(request, BARRIER)}
    return record_list.listing(request, BARRIER, **context)


def _facts(keys: Sequence[int]) -> dict[int, tuple[int, bool]]:
    """How many solutions each has, and whether its status holds."""
    return {pk: (len(found), any(found)) for pk, found in solutions_of(keys).items()}


def _read(rows: BarrierQuerySet) -> list[Barrier]:
    found = list(rows)
    note_solutions(found)
    return found
