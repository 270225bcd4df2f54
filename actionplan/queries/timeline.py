"""When each action begins and ends, drawn for a page of the portal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from actionplan import charts
from actionplan.models import Action
from actionplan.reference.actions import FundingStatus
from ulg import languages


def timeline(actions: Iterable[Action], plan_language: str) -> list[charts.Chart]:
    """The actions that have both days, filled by the state of their funding; a chart for every nineteen."""
    said_in = plan_language if languages.differs(plan_language) else ""
    bars = [
        _bar(action, action.starts_on, action.ends_on, said_in)
        for action in actions
        if action.starts_on and action.ends_on
    ]
    return charts.gantt(bars, _words())


def _bar(action: Action, starts_on: date, ends_on: date, language: str) -> charts.Bar:
    state = action.funding_status or "not_stated"
    return charts.Bar(action.code, action.title, starts_on, ends_on, state, language)


def _words() -> charts.TimelineWords:
    states = {code: str(words) for code, words in FundingStatus.choices}
    return charts.TimelineWords(
        title=_("Timeline of the actions by quarter. The pattern of each bar shows the funding status."),
        title_by_year=_("Timeline of the actions by year. The pattern of each bar shows the funding status."),
        alt=_("From {start} to {end}. {rows}. The table below the chart has the same dates."),
        row=_("{code} from {start} to {end}"),
        quarter=pgettext("quarter of a year", "Q{quarter}"),
        states={**states, "not_stated": pgettext("funding status", "Not stated")},
        day=lambda day: date_format(day, "j F Y"),
    )
