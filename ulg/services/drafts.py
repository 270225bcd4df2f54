"""What is being written and not sent yet: kept every few seconds, so that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import Resolver404, resolve

from ulg.models import Draft, Membership
from ulg.models.draft import DraftQuerySet
from ulg.plaintext import one_line

LARGEST = 400_000
LONGEST_ADDRESS = 200
NOT_KEPT = {"csrfmiddlewaretoken", "revision", "keep_draft"}
ABOUT_THE_DRAFT = "draft_"


class DraftRefused(Exception):
    """The text cannot be kept."""


class NotYours(DraftRefused):
    """It is for a form that this member may not send."""


class TooLong(DraftRefused):
    pass


class KeptElsewhere(DraftRefused):
    """Another window of the same member has kept a text for this form since this one was opened."""


def keep(
    *,
    by: Membership,
    action: str,
    page: str,
    title: str,
    seen: int | None,
    fields: dict[str, list[str]],
    window: str = "",
    opened_at: datetime | None = None,
) -> Draft:
    """Keep what stands in a form; with `opened_at`, not over what another window has kept since then."""
    if not may_send(by, action) or not page.startswith(f"/{by.city.slug}/"):
        raise NotYours("This form is not yours to send.")
    values = {
        "page": one_line(page)[:LONGEST_ADDRESS],
        "title": one_line(title)[:250],
        "seen_revision": seen,
        "fields": _to_keep(fields),
        "window": one_line(window)[:40],
    }
    with transaction.atomic():
        if opened_at and _is_kept_elsewhere(by, action, window, opened_at):
            raise KeptElsewhere("Another window has kept a text for this form.")
        draft, _created = Draft.objects.update_or_create(author=by, action=action, defaults=values)
    return draft


def _to_keep(fields: dict[str, list[str]]) -> dict[str, list[str]]:
    kept = {name: values for name, values in fields.items() if _is_kept(name)}
    if length(kept) > LARGEST:
        raise TooLong("The text is too long to keep.")
    return printable(kept)


def find(*, by: Membership, action: str) -> Draft | None:
    """The one for this form, if there is one."""
    return next(iter(Draft.objects.of(by).filter(action=action).order_by()), None)


def discard(*, by: Membership, action: str) -> None:
    Draft.objects.of(by).filter(action=action).delete()


def others_writing(*, by: Membership, action: str) -> DraftQuerySet:
    """Whoever else is typing in the same form just now."""
    drafts = Draft.objects.in_city(by.city).being_written().filter(action=one_line(action))
    return drafts.exclude(author=by).select_related("author__user")


def may_send(by: Membership, action: str) -> bool:
    if len(action) > LONGEST_ADDRESS:
        return False
    try:
        match = resolve(action)
    except Resolver404:
        return False
    permission = getattr(match.func, "permission", None)
    return match.kwargs.get("city") == by.city.slug and permission in by.permissions


def initial(draft: Draft | None, names: Iterable[str] = ()) -> dict[str, Any]:
    """The draft as a form's initial values. What a browser leaves out, of the fields in `names`, was left empty."""
    if draft is None:
        return {}
    empty: dict[str, Any] = {name: [] for name in names if name not in draft.fields}
    values = {name: found[0] if len(found) == 1 else found for name, found in draft.fields.items()}
    return {**empty, **values, "revision": draft.seen_revision}


def seen_in(fields: dict[str, list[str]]) -> int | None:
    """The revision that a form carries: the one that its writer saw."""
    revision = "".join(fields.get("revision", []))
    return int(revision) if revision.isdecimal() and len(revision) < 10 else None


def length(fields: dict[str, list[str]]) -> int:
    return sum(len(value) for values in fields.values() for value in values)


def printable(fields: dict[str, list[str]]) -> dict[str, list[str]]:
    """Without characters that no database keeps as text."""
    return {name: [_printable(value) for value in values] for name, values in fields.items()}


def _printable(value: str) -> str:
    return value.replace("\x00", "").encode("utf-8", "ignore").decode()


def _is_kept(name: str) -> bool:
    return name not in NOT_KEPT and not name.startswith(ABOUT_THE_DRAFT)


def _is_kept_elsewhere(by: Membership, action: str, window: str, opened_at: datetime) -> bool:
    there = Draft.objects.of(by).select_for_update().filter(action=action).first()
    return there is not None and there.window not in ("", window) and there.saved_at > opened_at
