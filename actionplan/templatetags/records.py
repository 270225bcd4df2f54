"""How the facts of a record read on a page: quarters, figures, readiness, drawings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django import template
from django.template.context import RequestContext
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext

from actionplan.charts import Chart
from actionplan.models import Record
from actionplan.reference.actions import ActionStatus
from ulg import numbers

register = template.Library()

READINESS = ActionStatus.steps()


@register.filter
def quarter(day: date | None) -> str:
    """2026 Q1, where an exact day would say more than anybody knows."""
    if day is None:
        return ""
    return pgettext("quarter of a year", "%(year)s Q%(quarter)s") % {
        "year": day.year,
        "quarter": (day.month - 1) // 3 + 1,
    }


@register.filter
def figure(number: Decimal | int | None) -> str:
    """1 234,5: as it was written, without decimals that say nothing."""
    return "" if number is None else numbers.figure(number, get_language())


@register.filter
def file_size(size: int) -> str:
    """1.2 MB, 1,2 MB."""
    return numbers.file_size(size, get_language())


@register.filter
def step_of(status: str) -> int:
    """How many of the steps of readiness an action has taken; none if it was dropped."""
    return READINESS.index(status) + 1 if status in READINESS else 0


@register.simple_tag
def steps() -> int:
    return len(READINESS)


@register.filter
def drawing(chart: Chart) -> SafeString:
    """A chart's SVG. Its module writes every word of it escaped."""
    return mark_safe(chart.svg)


@register.simple_tag(takes_context=True)
def record_url(context: RequestContext, record: Record, page: str = "") -> str:
    """Where a record of this city stands, is edited, taken out or brought back; asks for neither its plan nor city."""
    name = f"{record.kind}-{page}" if page else record.kind
    return reverse(f"actionplan:{name}", args=[context["request"].city.slug, record.pk])
