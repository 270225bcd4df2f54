"""How scores read on a page: their points and words, three marks beside them, means with one decimal."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from actionplan.models import Answer
from actionplan.queries.assessment_chart import written
from actionplan.reference.assessment import MOST_POINTS, Score

register = template.Library()

register.filter("mean", written)


@register.filter
def moved(change: Decimal | None) -> str:
    """+0.4, −0.4 or 0.0: how far a mean has moved; nothing where that is not known."""
    if change is None:
        return "–"
    return ("+" if change > 0 else "") + written(change)


@register.filter
def pips(points: Decimal | int | None) -> SafeString:
    """As many marks of three as there are points, for the eye only: the number stands beside them."""
    if points is None:
        return mark_safe("")
    count = int(Decimal(points).quantize(Decimal(1), ROUND_HALF_UP))
    marks = '<i class="on"></i>' * count + "<i></i>" * (MOST_POINTS - count)
    return format_html('<span class="pips" aria-hidden="true">{}</span>', mark_safe(marks))


@register.filter
def scored(answer: Answer | None) -> SafeString:
    """What was answered; a missing answer and a statement that is left out are said as such."""
    if answer is None:
        return format_html('<span class="not-known">{}</span>', _("Not asked"))
    if answer.is_left_out:
        return format_html('<span class="not-known">{}</span>', _("Left out"))
    if not answer.score:
        return format_html('<span class="status status-asks">{}</span>', _("No answer yet"))
    if answer.points is None:
        return format_html('<span class="not-known">{}</span>', Score.UNKNOWN.label)
    words = Score(answer.score).label
    return format_html('<span class="scored"><b>{}</b> {} {}</span>', answer.points, words, pips(answer.points))
