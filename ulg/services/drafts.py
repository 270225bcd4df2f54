"""What is being written and not sent yet: kept every few seconds, so that nothing typed is lost."""

from __future__ import annotations

from typing import Any

from django.urls import Resolver404, resolve

from ulg.models import Draft, Membership
from ulg.models.draft import DraftQuerySet

LARGEST = 400_000
NOT_KEPT = {"csrfmiddlewaretoken", "revision", "draft_action", "draft_page", "draft_title"}


class DraftRefused(Exception):
    """The text cannot be kept: too long, or for a form that this member may not send."""


def keep(
    *, by: Membership, action: str, page: str, title: str, seen: int | None, fields: dict[str, list[str]]
) -> Draft:
    if not may_send(by, action) or not page.startswith(f"/{by.city.slug}/"):
        raise DraftRefused("This form is not yours to send.")
    kept = {name: values for name, values in fields.items() if name not in NOT_KEPT}
    if sum(len(value) for values in kept.values() for value in values) > LARGEST:
        raise DraftRefused("The text is too long to keep.")
    draft, _created = Draft.objects.update_or_create(
        author=by,
        action=action,
        defaults={"page": page[:200], "title": title[:250], "seen_revision": seen, "fields": printable(kept)},
    )
    return draft


def find(*, by: Membership, action: str) -> Draft | None:
    return Draft.objects.of(by).filter(action=action).first()


def discard(*, by: Membership, action: str) -> None:
    Draft.objects.of(by).filter(action=action).delete()


def others_writing(*, by: Membership, action: str) -> DraftQuerySet:
    """Whoever else is typing in the same form just now."""
    drafts = Draft.objects.in_city(by.city).being_written().filter(action=action)
    return drafts.exclude(author=by).select_related("author__user")


def may_send(by: Membership, action: str) -> bool:
    try:
        match = resolve(action)
    except Resolver404:
        return False
    permission = getattr(match.func, "permission", None)
    return match.kwargs.get("city") == by.city.slug and permission in by.permissions


def initial(draft: Draft | None) -> dict[str, Any]:
    """The draft as a form's initial values."""
    if draft is None:
        return {}
    values = {name: found[0] if len(found) == 1 else found for name, found in draft.fields.items()}
    return {**values, "revision": draft.seen_revision}


def printable(fields: dict[str, list[str]]) -> dict[str, list[str]]:
    """Without characters that no database keeps as text."""
    return {
        name: [value.replace("\x00", "").encode("utf-8", "ignore").decode() for value in values]
        for name, values in fields.items()
    }
