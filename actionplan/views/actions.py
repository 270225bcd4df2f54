from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Case, F, Prefetch, When
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from actionplan.kinds import ACTION, INDICATOR, OBJECTIVE, NumberedKind
from actionplan.models import Action, Indicator, Objective
from actionplan.models.action import ActionQuerySet
from actionplan.models.kind_of_record import KindQuerySet
from actionplan.queries import trace
from actionplan.queries.duties import Readiness, readiness
from actionplan.queries.timeline import timeline
from actionplan.views import record_list
from actionplan.views.record_detail import Context, show
from ulg.access import CityRequest, requires
from ulg.forms.filters import FilterForm
from ulg.paging import A_PAGE, page_of
from ulg.roles import Permission


@dataclass(frozen=True)
class Group:
    """The actions of one objective, or those that have none."""

    objective: Objective | None
    rows: list[Readiness]

    @property
    def kept(self) -> list[Readiness]:
        return [row for row in self.rows if row.action.is_kept]


@requires(Permission.VIEW_PLAN)
@require_safe
def actions(request: CityRequest) -> HttpResponse:
    asked = FilterForm(request.GET)
    page = page_of(request, _by_objective(Action.objects.in_city(request.city).current().holding(asked.sought)))
    rows = [readiness(action, has_indicator=action.has_indicator) for action in page]
    context = {
        **_objectives(request, asked),
        "filter": asked,
        "page": page,
        "groups": _groups(rows),
        "rows": rows,
        "charts": timeline((action for action in page if action.is_kept), request.city.language),
        "indicators": page_of(request, _indicators(request, asked), name="indicators"),
        **record_list.taken_out(request, ACTION, OBJECTIVE, INDICATOR),
    }
    headed = [group.objective for group in context["groups"] if group.objective]
    listed = (context[name] for name in ("indicators", "objectives", "unserved") if name in context)
    record_list.count_comments(request, page, headed, *listed)
    found = [context[name].paginator.count for name in ("page", "objectives", "indicators") if name in context]
    return record_list.listing(request, ACTION, found_count=sum(found), **context)


@requires(Permission.VIEW_PLAN)
@require_safe
def action(request: CityRequest, kind: NumberedKind, action_id: int) -> HttpResponse:
    return show(request, kind, action_id, _readiness)


def _readiness(found: Action) -> Context:
    steps = trace.trace(found)
    has_indicator = any(step.kind == "indicator" and step.records for step in steps)
    return {"steps": steps, "ready": readiness(found, has_indicator=has_indicator)}


def _objectives(request: CityRequest, asked: FilterForm) -> Context:
    """Those that no action serves; of those that are looked for, all."""
    rows = Objective.objects.in_city(request.city).current().holding(asked.sought).select_related("plan__city")
    if asked.sought:
        return {"objectives": page_of(request, rows, name="objectives")}
    return {"unserved": rows.unserved()[:A_PAGE]}


def _indicators(request: CityRequest, asked: FilterForm) -> KindQuerySet:
    measured = Prefetch("actions", Action.objects.kept())
    rows = Indicator.objects.in_city(request.city).kept().holding(asked.sought)
    return rows.prefetch_related(measured)


def _by_objective(rows: ActionQuerySet) -> KindQuerySet[Any]:
    """In the order of their objectives; an objective that was taken out counts as none."""
    place = Case(When(objective__removed_at=None, then=F("objective__number")))
    found = rows.alias(place=place).with_indicator().select_related("plan__city", "objective__plan__city")
    return found.order_by(F("place").asc(nulls_last=True), "number")


def _groups(rows: Iterable[Readiness]) -> list[Group]:
    return [Group(objective, list(found)) for objective, found in groupby(rows, key=lambda row: _objective(row.action))]


def _objective(action: Action) -> Objective | None:
    return action.objective if action.objective and not action.objective.removed_at else None
