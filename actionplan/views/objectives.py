from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from actionplan.forms.objectives import ObjectiveForm
from actionplan.models import Action, Objective
from actionplan.queries.duties import readiness
from actionplan.views import record_list, records
from actionplan.views.record_detail import Context, show
from ulg.access import CityRequest, requires
from ulg.paging import page_of
from ulg.roles import Permission

NOUN = records.Noun(
    model=Objective,
    form=ObjectiveForm,
    room="actions",
    room_title=_("Actions"),
    add=_("Add an objective"),
    about=_("What the plan is to achieve, worded so that it can be checked afterwards."),
)


@requires(Permission.VIEW_PLAN)
@require_safe
def objective(request: CityRequest, objective_id: int) -> HttpResponse:
    def serving(found: Objective) -> Context:
        actions = Action.objects.kept().filter(objective=found).with_indicator().select_related("plan__city")
        page = page_of(request, actions)
        record_list.count_comments(request, page)
        rows = [readiness(action, has_indicator=action.has_indicator) for action in page]
        return {"request": request, "page": page, "rows": rows}

    return show(request, NOUN, objective_id, serving, is_kept=False)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: CityRequest) -> HttpResponse:
    return records.add(request, NOUN)
