"""How the plan's records show on a page: their status as a shape and a word, their rich text."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext

from actionplan import kinds, richtext
from actionplan.models import KindOfRecord
from ulg import numbers

register = template.Library()


@register.simple_tag
def status(record: KindOfRecord) -> SafeString:
    return status_of(record.kind, record.status_now, record.get_status_now_display())


@register.simple_tag
def status_of(kind: str, code: str, word: str) -> SafeString:
    """A status: a circle that fills as the record travels, and always its word."""
    shape = kinds.find(kind).shapes.get(code, "")
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
