from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from actionplan.kinds import NumberedKind
from actionplan.models import Action, Objective
from actionplan.queries.duties import readiness
from actionplan.views import record_list
from actionplan.views.record_detail import Context, show
from ulg.access import CityRequest, requires
from ulg.paging import page_of
from ulg.roles import Permission


@requires(Permission.VIEW_PLAN)
@require_safe
def objective(request: CityRequest, kind: NumberedKind, objective_id: int) -> HttpResponse:
    def serving(found: Objective) -> Context:
        actions = Action.objects.kept().filter(objective=found).with_indicator().select_related("plan__city")
        page = page_of(request, actions)
        record_list.count_comments(request, page)
        rows = [readiness(action, has_indicator=action.has_indicator) for action in page]
        return {"request": request, "page": page, "rows": rows}

    return show(request, kind, objective_id, serving, is_kept=False)
