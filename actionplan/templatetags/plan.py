"""How the plan's records show on a page: their status as a shape and a word, their rich text."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext

from actionplan import richtext
from actionplan.models import Record
from actionplan.reference.actions import ActionStatus
from actionplan.reference.barriers import BarrierStatus
from actionplan.reference.sections import SectionStatus
from actionplan.reference.solutions import SolutionStatus
from ulg import numbers

register = template.Library()

SHAPES: dict[str, dict[str, str]] = {
    "section": {SectionStatus.DRAFT: "half", SectionStatus.REVIEW: "most", SectionStatus.DONE: "full"},
    "barrier": {
        BarrierStatus.DISCUSSED: "quarter",
        BarrierStatus.AGREED: "half",
        BarrierStatus.ADDRESSED: "most",
        BarrierStatus.RESOLVED: "full",
        BarrierStatus.PARKED: "parked",
    },
    "solution": {
        SolutionStatus.ASSESSED: "quarter",
        SolutionStatus.SELECTED: "half",
        SolutionStatus.ADOPTED: "full",
        SolutionStatus.REJECTED: "parked",
    },
    "action": {
        ActionStatus.DRAFTED: "quarter",
        ActionStatus.COSTED: "quarter",
        ActionStatus.AGREED: "half",
        ActionStatus.FUNDED: "half",
        ActionStatus.RUNNING: "most",
        ActionStatus.DONE: "full",
        ActionStatus.DROPPED: "parked",
    },
}


@register.simple_tag
def status(record: Any) -> SafeString:
    if isinstance(record, Record):
        return status_of(record.kind, record.status_now, record.get_status_now_display())
    return status_of(record._meta.model_name, record.status, record.get_status_display())


@register.simple_tag
def status_of(kind: str, code: str, word: str) -> SafeString:
    """A status: a circle that fills as the record travels, and always its word."""
    shape = SHAPES[kind].get(code, "")
    return format_html('<span class="status{}">{}</span>', f" status-{shape}" if shape else "", word)


@register.filter
@lru_cache(maxsize=256)  # most texts stay as they are from one reader to the next
def rich(text: str, below: int = 1) -> SafeString:
    """A section's text under a heading of level `below`: cleaned, then written anew with every word of it escaped."""
    return mark_safe(richtext.to_html(richtext.lowered(richtext.nodes(text), below)))


@register.filter
def money(amount: Decimal | str | None, currency: str) -> str:
    """1,234,567 SEK, 1 234 567 kr: whole amounts without decimals."""
    if amount is None:
        return ""
    return numbers.money(Decimal(amount), pgettext("currency, after an amount", currency), get_language())
