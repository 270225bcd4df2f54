"""What is being written and not sent yet: kept every few seconds, so that nothing typed is lost.

Each page on which somebody writes has a text of its own. A page goes on with another one's text only where it says
which, and nothing has been written in that since; else a new text is made, and the form offers all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.urls import Resolver404, resolve
from django.utils import timezone

from ulg.models import Membership, UnsentText
from ulg.models.unsent_text import UnsentTextQuerySet
from ulg.plaintext import one_line, visible_in
from ulg.writing import unsent_words
from ulg.writing.submissions import ABOUT_UNSENT
from ulg.writing.transactions import atomic

LARGEST = 400_000
LONGEST_ADDRESS = 200
MOST = 100  # of one member
MOST_UNATTENDED = 10  # of one member: whoever finds a page left open cannot fill up the rest
NOT_KEPT = {"csrfmiddlewaretoken", "revision", "keep_unsent"}


@dataclass(frozen=True)
class Origin:
    """The page that a text comes from, how often it was typed in, and the kept text that it was opened with."""

    window: str = ""
    edits: int = 0
    unsent_id: int | None = None
    version: int | None = None


NOWHERE = Origin()


class UnsentTextRefused(Exception):
    """The text cannot be kept."""


class NotYours(UnsentTextRefused):
    """It is for a form that this member may not send."""


class TooLong(UnsentTextRefused):
    pass


class TooMany(UnsentTextRefused):
    """The member has as many unsent texts as are kept; none is thrown away for a new one."""


def keep(
    *,
    by: Membership,
    form_url: str,
    page: str,
    title: str,
    seen: int | None,
    fields: dict[str, list[str]],
    origin: Origin = NOWHERE,
    is_unattended: bool = False,
) -> UnsentText:
    """Keep what stands in a form; what came while its writer was not logged in changes no other text."""
    page = one_line(page.partition("#")[0].partition("?")[0])
    if not may_send(by, form_url) or not page.startswith(f"/{by.city.slug}/"):
        raise NotYours("This form is not yours to send.")
    values = {
        "page": page[:LONGEST_ADDRESS],
        "title": one_line(title)[:250],
        "seen_revision": seen,
        "fields": _to_keep(fields),
        "edits": origin.edits,
    }
    return _store(by, form_url, values, origin, is_unattended=is_unattended)


@atomic
def _store(by: Membership, form_url: str, values: dict[str, Any], origin: Origin, *, is_unattended: bool) -> UnsentText:
    texts = of_form(by=by, form_url=form_url)
    unsent = _go_on(texts, values, origin, is_unattended=is_unattended)
    unsent = unsent or _begin(by, form_url, values, origin, is_unattended=is_unattended)
    if origin.window and not is_unattended:
        texts.filter(window=origin.window, is_unattended=True, edits__lte=origin.edits).delete()
    return unsent


def _go_on(
    texts: UnsentTextQuerySet, values: dict[str, Any], origin: Origin, *, is_unattended: bool
) -> UnsentText | None:
    """Write in this page's own text, or in the one that it was opened with, unless that has gone on elsewhere."""
    if origin.window:
        own = texts.filter(window=origin.window, is_unattended=is_unattended)
        _write(own.filter(edits__lt=origin.edits), values)
        if found := own.first():
            return found
    if is_unattended or origin.unsent_id is None or origin.version is None:
        return None
    opened = texts.filter(pk=origin.unsent_id, version=origin.version)
    is_written = _write(opened, {**values, "window": origin.window, "is_unattended": False})
    return texts.get(pk=origin.unsent_id) if is_written else None


def _begin(by: Membership, form_url: str, values: dict[str, Any], origin: Origin, *, is_unattended: bool) -> UnsentText:
    place = {"author": by, "form_url": form_url, "window": origin.window, "is_unattended": is_unattended}
    if not origin.window:  # sent without scripts: the same once more is the same
        for unsent in UnsentText.objects.filter(**place):
            if unsent.fields == values["fields"]:
                return unsent
    _limit(UnsentText.objects.of(by), is_unattended=is_unattended)
    if not origin.window:
        return UnsentText.objects.create(**place, **values)
    unsent, is_new = UnsentText.objects.get_or_create(**place, defaults=values)
    if not is_new:  # the same page was faster, on another connection
        _write(UnsentText.objects.filter(pk=unsent.pk, edits__lt=origin.edits), values)
        unsent.refresh_from_db()
    return unsent


def _limit(own: UnsentTextQuerySet, *, is_unattended: bool) -> None:
    unattended = own.filter(is_unattended=True).order_by()
    if own.order_by().count() >= MOST or (is_unattended and unattended.count() >= MOST_UNATTENDED):
        raise TooMany("There are as many unsent texts as are kept.")


def _write(texts: UnsentTextQuerySet, values: dict[str, Any]) -> int:
    return texts.order_by().update(**values, version=F("version") + 1, saved_at=timezone.now())


def _to_keep(fields: dict[str, list[str]]) -> dict[str, list[str]]:
    kept = {name: values for name, values in fields.items() if is_text(name)}
    if length(kept) > LARGEST:
        raise TooLong("The text is too long to keep.")
    return visible_in(printable(kept))


def of_form(*, by: Membership, form_url: str) -> UnsentTextQuerySet:
    """All that the member has for this form, the newest first."""
    return UnsentText.objects.of(by).filter(form_url=form_url)


def from_page(*, by: Membership, form_url: str, origin: Origin) -> UnsentTextQuerySet:
    """The texts that a sent form came from; not what has been written in them since."""
    opened = Q(pk=origin.unsent_id, version=origin.version)
    own = Q(window=origin.window, edits__lte=origin.edits) if origin.window else Q(pk=None)
    return of_form(by=by, form_url=form_url).filter(opened | own)


def discard(*, by: Membership, form_url: str, origin: Origin) -> None:
    """A form was sent: the text that it came from goes with what stands whole in it, those of other pages stay."""
    sent = list(from_page(by=by, form_url=form_url, origin=origin)) if origin.window or origin.unsent_id else []
    _drop([*sent, *(unsent for each in sent for unsent in _held_by(each))])


@atomic
def throw_away(unsent: UnsentText) -> bool:
    """With what it holds whole; False if more has been written in it since it was read."""
    held = _held_by(unsent)
    if not _drop([unsent]):
        return False
    _drop(held)
    return True


def offered(member: Membership) -> UnsentTextQuerySet:
    """All that the member has not sent, without what stands whole in another one."""
    own = UnsentText.objects.of(member)
    twin = own.filter(form_url=OuterRef("form_url"), window=OuterRef("window")).exclude(pk=OuterRef("pk"))
    twins = list(own.exclude(window="").filter(Exists(twin)))
    kept = unsent_words.without_held(twins)
    return own.exclude(pk__in=[unsent.pk for unsent in twins if unsent not in kept])


def _held_by(unsent: UnsentText) -> list[UnsentText]:
    texts = of_form(by=unsent.author, form_url=unsent.form_url)
    return [each for each in texts if unsent_words.holds(unsent, each)]


def _drop(texts: list[UnsentText]) -> int:
    return sum(UnsentText.objects.filter(pk=each.pk, version=each.version).delete()[0] for each in texts)


def others_writing(*, by: Membership, form_url: str) -> list[Membership]:
    """Whoever else is typing in the same form just now."""
    texts = UnsentText.objects.in_city(by.city).being_written().filter(form_url=one_line(form_url))
    found = texts.exclude(author=by).select_related("author__user")
    return list(dict.fromkeys(unsent.author for unsent in found))


def may_send(by: Membership, form_url: str) -> bool:
    if len(form_url) > LONGEST_ADDRESS:
        return False
    try:
        match = resolve(form_url)
    except Resolver404:
        return False
    permission = getattr(match.func, "permission", None)
    return match.kwargs.get("city") == by.city.slug and permission in by.permissions


def initial(unsent: UnsentText | None, names: Iterable[str] = ()) -> dict[str, Any]:
    """A form's initial values from an unsent text. What a browser leaves out, of the fields `names`, was left empty."""
    if unsent is None:
        return {}
    empty: dict[str, Any] = {name: [] for name in names if name not in unsent.fields}
    values = {name: found[0] if len(found) == 1 else found for name, found in unsent.fields.items()}
    return {**empty, **values, "revision": unsent.seen_revision}


def seen_in(fields: dict[str, list[str]]) -> int | None:
    """The revision that a form carries: the one that its writer saw."""
    return whole_number("".join(fields.get("revision", [])))


def whole_number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def length(fields: dict[str, list[str]]) -> int:
    return sum(len(value) for values in fields.values() for value in values)


def printable(fields: dict[str, list[str]]) -> dict[str, list[str]]:
    """Without characters that no database keeps as text."""
    return {name: [_printable(value) for value in values] for name, values in fields.items()}


def _printable(value: str) -> str:
    return value.replace("\x00", "").encode("utf-8", "ignore").decode()


def is_text(name: str) -> bool:
    """Whether the field is its writer's, not the form's own."""
    return name not in NOT_KEPT and not name.startswith(ABOUT_UNSENT)
