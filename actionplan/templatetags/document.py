"""How a frozen document shows on a page and in an HTML file."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from actionplan import richtext

register = template.Library()


@register.filter
def written(nodes: list[dict[str, Any]]) -> SafeString:
    """Frozen text, written anew from its nodes, every word of it escaped."""
    return mark_safe(richtext.to_html(nodes))


@register.filter
def lowercase(words: str) -> str:
    """As within a sentence, in the language that they say."""
    return words.lower()


@register.filter
def drawn(svg: str) -> SafeString:
    """A chart of ours, which escapes what it is told."""
    return mark_safe(svg)
