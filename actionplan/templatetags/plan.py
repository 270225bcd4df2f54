"""How the plan's records show on a page: their status as a shape and a word, their rich text."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from actionplan import richtext

register = template.Library()

SHAPES: dict[str, dict[str, str]] = {
    "section": {"not_started": "", "draft": "half", "review": "most", "done": "full"},
    "barrier": {
        "raised": "",
        "discussed": "quarter",
        "agreed": "half",
        "addressed": "most",
        "resolved": "full",
        "parked": "parked",
    },
    "solution": {"proposed": "", "assessed": "quarter", "selected": "half", "adopted": "full", "rejected": "parked"},
    "action": {
        "idea": "",
        "drafted": "quarter",
        "costed": "quarter",
        "agreed": "half",
        "funded": "half",
        "running": "most",
        "done": "full",
        "dropped": "parked",
    },
}


@register.simple_tag
def status(record: Any) -> SafeString:
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
    value = Decimal(amount)
    figure = number_format(value, 0 if value == value.to_integral_value() else 2, force_grouping=True)
    return f"{figure}\u00a0{pgettext('currency, after an amount', currency)}"
