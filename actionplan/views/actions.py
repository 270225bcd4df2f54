from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Case, F, Prefetch, When
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from actionplan.forms.actions import ActionForm
from actionplan.models import Action, Indicator, Objective
from actionplan.models.action import ActionQuerySet
from actionplan.services import trace
from actionplan.services.duties import Readiness, readiness
from actionplan.services.timeline import timeline
from actionplan.views import indicators, lists, objectives, records
from actionplan.views.shown import Context, show
from ulg.access import CityRequest, requires
from ulg.paging import A_PAGE, page_of
from ulg.roles import Permission

NOUN = records.Noun(
    model=Action,
    form=ActionForm,
    room="actions",
    room_title=_("Actions"),
    add=_("Add an action"),
    about=_("What the city will do. You may leave open what is not decided yet: the plan shows what is missing."),
    related=("objective", "solution"),
)


@dataclass(frozen=True)
class Group:
    """The actions of one objective, or those that have none."""

    objective: Objective | None
    rows: list[Readiness]


@requires(Permission.VIEW_PLAN)
@require_safe
def actions(request: CityRequest) -> HttpResponse:
    page = page_of(request, _by_objective(Action.objects.in_city(request.city).current()))
    rows = [readiness(action, has_indicator=action.has_indicator) for action in page]
    unserved = Objective.objects.in_city(request.city).current().unserved().select_related("plan__city")
    measured = Prefetch("actions", Action.objects.current())
    figures = Indicator.objects.in_city(request.city).current().prefetch_related(measured)
    context = {
        "page": page,
        "groups": _groups(rows),
        "rows": rows,
        "charts": timeline(page),
        "unserved": unserved[:A_PAGE],
        "indicators": page_of(request, figures, name="indicators"),
        **lists.taken_out(request, NOUN, objectives.NOUN, indicators.NOUN),
    }
    return lists.listing(request, NOUN, **context)


@requires(Permission.VIEW_PLAN)
@require_safe
def action(request: CityRequest, action_id: int) -> HttpResponse:
    return show(request, NOUN, action_id, _readiness)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: CityRequest) -> HttpResponse:
    return records.add(request, NOUN)


def _readiness(found: Action) -> Context:
    knots = trace.trace(found)
    has_indicator = any(knot.kind == "indicator" and knot.records for knot in knots)
    return {"knots": knots, "ready": readiness(found, has_indicator=has_indicator)}


def _by_objective(rows: ActionQuerySet) -> ActionQuerySet:
    """In the order of their objectives; an objective that was taken out counts as none."""
    place = Case(When(objective__removed_at=None, then=F("objective__number")))
    rows = rows.annotate(place=place).with_indicator().select_related("plan__city", "objective__plan__city")
    return rows.order_by(F("place").asc(nulls_last=True), "number")


def _groups(rows: Iterable[Readiness]) -> list[Group]:
    found = groupby(rows, key=lambda row: row.action.place)
    groups = [list(members) for _place, members in found]
    return [Group(members[0].action.objective if members[0].action.place else None, members) for members in groups]
