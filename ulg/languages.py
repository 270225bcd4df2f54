"""Words of the city on a page in another language: each stretch of them says its own language."""

from __future__ import annotations

from typing import Any

from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from ulg.reference.words import Words


def differs(language: str) -> bool:
    """Whether it is another language than the page's."""
    return bool(language) and language != get_language()


def attribute(language: str) -> SafeString:
    """The attribute of an element that holds nothing but words in this language; none where the page speaks it."""
    return format_html(' lang="{}"', language) if differs(language) else SafeString("")


def marked(words: Any, language: str) -> str:
    """Words in this language inside a sentence of the page."""
    return format_html("<span{}>{}</span>", attribute(language), words) if words and differs(language) else words


def sentence(words: Words, language: str, **quoted: Any) -> SafeString:
    """A sentence of ours with named places, in which words in this language stand."""
    return mark_safe(
        escape(words) % {name: conditional_escape(marked(each, language)) for name, each in quoted.items()}
    )
