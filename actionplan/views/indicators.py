from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from actionplan.forms.indicators import IndicatorForm
from actionplan.models import Indicator
from actionplan.views import records
from actionplan.views.record_detail import show
from ulg.access import CityRequest, requires
from ulg.roles import Permission

NOUN = records.Noun(
    model=Indicator,
    form=IndicatorForm,
    room="actions",
    room_title=_("Actions"),
    add=_("Add an indicator"),
    about=_("How we know whether an action has worked: baseline, target and year."),
)


@requires(Permission.VIEW_PLAN)
@require_safe
def indicator(request: CityRequest, indicator_id: int) -> HttpResponse:
    return show(request, NOUN, indicator_id)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: CityRequest) -> HttpResponse:
    return records.add(request, NOUN)
