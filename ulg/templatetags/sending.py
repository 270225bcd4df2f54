"""What the forms hold that are carried out once."""

from __future__ import annotations

from uuid import uuid4

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ulg import confirmation as confirming
from ulg.writing.submissions import KEY

register = template.Library()


@register.simple_tag(takes_context=True)
def submission_key(context: Context) -> SafeString:
    """The hidden field with the key of this form; a refused form and an unsent text keep the one that they had."""
    return format_html('<input type="hidden" name="{}" value="{}">', KEY, _key(context))


@register.simple_tag(takes_context=True)
def confirmation(context: Context, facts: object = ()) -> SafeString:
    """The hidden field by which a page that asks is known: only its own button does what it asks about."""
    value = confirming.token(context["request"], facts)
    return format_html('<input type="hidden" name="{}" value="{}">', confirming.FIELD, value)


def _key(context: Context) -> object:
    if KEY in context:
        return context[KEY]
    form, unsent = context.get("form"), context.get("unsent")
    if form is not None and form.is_bound:
        kept = form.data.get(KEY)
    else:
        chosen = unsent.chosen if unsent else None
        kept = "".join(chosen.fields.get(KEY, [])) if chosen else ""
    return kept or uuid4()
