"""How a form that makes something answers when it arrives more than once."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar
from uuid import uuid4

from django.db.models import Model
from django.forms import BaseForm
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html
from django.utils.translation import gettext as _

from ulg.access import CityRequest
from ulg.writing import submissions
from ulg.writing.submissions import KEY, Sent

P = ParamSpec("P")
T = TypeVar("T")


def sent(request: CityRequest) -> Sent:
    fields = {name: request.POST.getlist(name) for name in request.POST}
    return Sent.of(request.membership, request.path, fields)


def once_if_valid(sent: Sent, form: BaseForm, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
    """`submissions.once`, where the form's fields are checked against what it may have made itself.

    Asked before, and again if the form is refused: the same form may have been carried out in between.
    """
    submissions.check(sent)
    if form.is_valid():
        return submissions.once(sent, function, *args, **kwargs)
    submissions.check(sent)
    return None


def hand_back(form: BaseForm, made: Model, url: str) -> None:
    """What was sent first stands, and these are other words: they stay in the form, which is a new one from now on."""
    form.full_clean()
    assert isinstance(form.data, MultiValueDict)  # as it was sent
    form.data = form.data.copy()
    form.data[KEY] = str(uuid4())
    words = _(
        "Your first submission was received: {made}. What you have changed since then is below and has "
        "not been sent. Send it only if you want to add one more."
    )
    form.add_error(None, format_html(words, made=format_html('<a href="{}">{}</a>', url, made)))
