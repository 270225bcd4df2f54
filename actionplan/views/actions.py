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
from actionplan.models.record import RecordQuerySet
from actionplan.queries import trace
from actionplan.queries.duties import Readiness, readiness
from actionplan.queries.timeline import timeline
from actionplan.views import indicators, objectives, record_list, records
from actionplan.views.record_detail import Context, show
from ulg.access import CityRequest, requires
from ulg.forms.filters import FilterForm
from ulg.paging import A_PAGE, page_of
from ulg.roles import Permission

NOUN = records.Noun(
    model=Action,
    form=ActionForm,
    room="actions",
    room_title=_("Actions"),
    add=_("Add an action"),
    about=_("What the city will do. Leave fields empty if they are not decided yet: the plan shows what is missing."),
    related=("objective", "solution"),
)


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
    page = page_of(request, _by_objective(asked.narrow(Action.objects.in_city(request.city).current())))
    rows = [readiness(action, has_indicator=action.has_indicator) for action in page]
    context = {
        **_objectives(request, asked),
        "filter": asked,
        "page": page,
        "groups": _groups(rows),
        "rows": rows,
        "charts": timeline((action for action in page if action.is_kept), request.city.language),
        "indicators": page_of(request, _indicators(request, asked), name="indicators"),
        **record_list.taken_out(request, NOUN, objectives.NOUN, indicators.NOUN),
    }
    headed = [group.objective for group in context["groups"] if group.objective]
    listed = (context[name] for name in ("indicators", "objectives", "unserved") if name in context)
    record_list.count_comments(request, page, headed, *listed)
    found = [context[name].paginator.count for name in ("page", "objectives", "indicators") if name in context]
    return record_list.listing(request, NOUN, found_count=sum(found), **context)


@requires(Permission.VIEW_PLAN)
@require_safe
def action(request: CityRequest, action_id: int) -> HttpResponse:
    return show(request, NOUN, action_id, _readiness)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: CityRequest) -> HttpResponse:
    return records.add(request, NOUN)


def _readiness(found: Action) -> Context:
    steps = trace.trace(found)
    has_indicator = any(step.kind == "indicator" and step.records for step in steps)
    return {"steps": steps, "ready": readiness(found, has_indicator=has_indicator)}


def _objectives(request: CityRequest, asked: FilterForm) -> Context:
    """Those that no action serves; of those that are looked for, all."""
    rows = asked.narrow(Objective.objects.in_city(request.city).current()).select_related("plan__city")
    if asked.sought:
        return {"objectives": page_of(request, rows, name="objectives")}
    return {"unserved": rows.unserved()[:A_PAGE]}


def _indicators(request: CityRequest, asked: FilterForm) -> RecordQuerySet:
    measured = Prefetch("actions", Action.objects.kept())
    return asked.narrow(Indicator.objects.in_city(request.city).kept()).prefetch_related(measured)


def _by_objective(rows: ActionQuerySet) -> ActionQuerySet:
    """In the order of their objectives; an objective that was taken out counts as none."""
    place = Case(When(objective__removed_at=None, then=F("objective__number")))
    rows = rows.annotate(place=place).with_indicator().select_related("plan__city", "objective__plan__city")
    return rows.order_by(F("place").asc(nulls_last=True), "number")


def _groups(rows: Iterable[Readiness]) -> list[Group]:
    found = groupby(rows, key=lambda row: row.action.place)
    groups = [list(members) for _place, members in found]
    return [Group(members[0].action.objective if members[0].action.place else None, members) for members in groups]
