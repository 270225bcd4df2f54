"""Whose form it is: a signed token in every form whose text is kept, good for as long as a login lasts."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core import signing

from ulg.models import Membership, User
from ulg.writing import unsent_texts
from ulg.writing.unsent_texts import Origin

SALT = "ulg.form-owner"


@dataclass(frozen=True)
class FormOwner:
    """The person a form was made for; an old form's texts are not kept for them any more."""

    user_id: int
    is_recent: bool


def sign(user: User) -> str:
    return signing.dumps(user.pk, salt=SALT)


def read(token: str) -> FormOwner | None:
    try:
        return FormOwner(signing.loads(token, salt=SALT, max_age=settings.SESSION_COOKIE_AGE), is_recent=True)
    except signing.SignatureExpired:
        return FormOwner(signing.loads(token, salt=SALT), is_recent=False)
    except signing.BadSignature:
        return None


def keep_for(
    owner: FormOwner, *, form_url: str, page: str, title: str, fields: dict[str, list[str]], origin: Origin
) -> bool:
    """Keep what came from their page while they were not logged in, as a text of theirs beside the others."""
    slug = form_url.strip("/").partition("/")[0]
    seats = Membership.objects.current().filter(user_id=owner.user_id, user__is_active=True, city__slug=slug)
    seat = seats.select_related("city").first() if owner.is_recent else None
    if seat is None:
        return False
    try:
        unsent_texts.keep(
            by=seat,
            form_url=form_url,
            page=page,
            title=title,
            seen=unsent_texts.seen_in(fields),
            fields=fields,
            origin=origin,
            is_unattended=True,
        )
    except unsent_texts.UnsentTextRefused:
        return False
    return True
