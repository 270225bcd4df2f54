"""What every page of the portal needs: days and moments, words of the city, links to pages of a list, stylesheets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from crispy_forms.utils import render_crispy_form
from django import template
from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.forms import BaseForm, BoundField
from django.template.context import Context, RequestContext
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext

from ulg import email_addresses, languages
from ulg.models import Revised

register = template.Library()


@register.simple_tag(takes_context=True)
def in_plan_language(context: RequestContext) -> SafeString:
    """The attribute of what people of the city wrote, on a page whose own words are in another language."""
    return languages.attribute(context["request"].city.language)


@register.simple_tag(takes_context=True)
def plan_words(context: RequestContext, words: Any, are_theirs: bool = True) -> str:
    """What people of the city wrote, to stand in a sentence of ours; it may turn out to be our own word."""
    return languages.marked(words, context["request"].city.language) if are_theirs else words


@register.simple_tag(takes_context=True)
def named(context: RequestContext, record: Revised) -> str:
    """What a record is called, in whichever language that is."""
    return plan_words(context, str(record), record.is_named_in_plan_language)


@register.simple_tag(takes_context=True)
def with_plan_words(context: RequestContext, sentence: str, quoted: str) -> str:
    """A sentence of ours that quotes what people of the city wrote."""
    language = in_plan_language(context)
    if not (language and quoted):
        return sentence
    before, words, after = sentence.partition(quoted)
    return format_html("{}<span{}>{}</span>{}", before, language, words, after)


@register.simple_tag(takes_context=True)
def page_url(context: RequestContext, number: int, name: str = "page") -> str:
    """Another page of a list, where whatever else the address asks for stays; a second list is named in it."""
    query = context["request"].GET.copy()
    query[name] = number
    return f"?{query.urlencode()}#{name if name != 'page' else 'main'}"


@register.simple_tag
@cache
def stylesheets(names: str) -> SafeString:
    """Links to the stylesheets of these components, or of whole layers such as `css/base`."""
    paths = [name if "/" in name else f"css/components/{name}" for name in names.split()]
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', [[static(f"{path}.css")] for path in paths])


@register.filter
def unbroken(words: str) -> str:
    """A code or a number such as § 214, which the end of a line may not part."""
    return words.replace("-", "\u2011").replace(" ", "\u00a0")


@register.filter
def shown_address(address: str) -> str:
    """An e-mail address as people write it."""
    return email_addresses.shown(address)


@register.filter
def clock(moment: datetime) -> str:
    """09.42 in Swedish, 09:42 in English."""
    return timezone.localtime(moment).strftime("%H.%M" if get_language() == "sv" else "%H:%M")


@register.filter
def day(value: date | datetime | None) -> str:
    """28 August, with the year where it is not this one."""
    if value is None:
        return ""
    at = timezone.localtime(value).date() if isinstance(value, datetime) else value
    return date_format(at, "j F" if at.year == timezone.localdate().year else "j F Y")


@register.filter
def moment(value: datetime | None) -> str:
    """Today 09:42, yesterday 16:05, else the day."""
    if value is None:
        return ""
    at, today = timezone.localtime(value).date(), timezone.localdate()
    if at == today:
        return gettext("today %(clock)s") % {"clock": clock(value)}
    if at == today - timedelta(days=1):
        return gettext("yesterday %(clock)s") % {"clock": clock(value)}
    return day(value)


@register.filter
def listed(values: Any) -> str:
    """A, B and C."""
    names = [str(value) for value in values]
    if len(names) < 2:
        return "".join(names)
    return pgettext("last of a list", "%(others)s and %(last)s") % {"others": ", ".join(names[:-1]), "last": names[-1]}


@register.simple_tag(takes_context=True)
def if_refused(context: Context) -> str:
    """The first word of a page's title where it answers to a form that was refused."""
    form = context.get("form")
    is_refused = context.get("is_refused") or (form is not None and form.errors)
    if is_refused or any(map(is_refusal, context.get("messages") or ())):
        return gettext("Error:") + " "
    return ""


@register.filter
def is_refusal(message: Message) -> bool:
    """Whether it says that what somebody sent was not done."""
    return message.level >= messages.WARNING


@register.filter
def has_required(form: BaseForm) -> bool:
    """Whether a field that one sees must be filled in, and is marked as such."""
    return any(field.field.required for field in form.visible_fields())


@register.filter
def id_of(form: BaseForm, name: str) -> str:
    """An id beside the form's fields, different from those of the page's other forms."""
    return str(form.auto_id) % name


@dataclass(frozen=True)
class Fault:
    text: str
    target: str


@register.filter
def faults(form: BaseForm) -> list[Fault]:
    """What is wrong with a form, each with the id of its field; a fault of the whole form has none."""
    found = [Fault(str(text), "") for text in form.non_field_errors()]
    for name in form.errors:
        if name in form.fields:
            found += [Fault(f"{form[name].label}: {text}", _first_input(form[name])) for text in form[name].errors]
    return found


def _first_input(field: BoundField) -> str:
    """A group of choices has no id of its own that could take the focus: its first choice does, if it has one."""
    return field.id_for_label or next((each.id_for_label for each in field.subwidgets), field.auto_id)


@register.simple_tag
def fields(form: BaseForm) -> SafeString:
    """The fields of a form. What is the same for everybody until somebody writes is made once in each language."""
    if not getattr(form, "is_untouched", False):
        return render_crispy_form(form)
    key = (type(form), get_language(), getattr(form, "language", ""))
    if key not in _UNTOUCHED:
        _UNTOUCHED[key] = render_crispy_form(form)
    return _UNTOUCHED[key]


_UNTOUCHED: dict[tuple[type[BaseForm], str | None, str], SafeString] = {}
