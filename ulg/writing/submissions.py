"""A form that makes something is carried out once, however often it arrives."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ParamSpec, TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from django.db import IntegrityError
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils import timezone

from ulg.models import Membership, Submission, UnsentText
from ulg.writing.transactions import at_one_moment, atomic

KEY = "submission_key"
NOT_WRITTEN = {"csrfmiddlewaretoken", "confirmation", KEY}
ABOUT_UNSENT = "unsent_"  # how fields begin that say which unsent text a form goes on with
A_MOMENT = timedelta(minutes=1)  # in which a form without a key that says the same is the same form
VALID_FOR = timedelta(seconds=2 * settings.SESSION_COOKIE_AGE)  # a form is good for one login
AT_A_TIME = 500

P = ParamSpec("P")
T = TypeVar("T")


class AlreadySent(Exception):
    """The form has been carried out. `made` is the primary key of what it made; `is_same` if it said the same then."""

    def __init__(self, made: int, *, is_same: bool) -> None:
        super().__init__(made)
        self.made = made
        self.is_same = is_same


class _Taken(Exception):
    """Another request holds the key."""


@dataclass(frozen=True)
class Sent:
    """A form as it arrived. Without a key of its own, what it says stands for one."""

    author: Membership
    form_url: str
    key: UUID
    digest: str
    is_keyed: bool

    @classmethod
    def of(cls, author: Membership, form_url: str, fields: dict[str, list[str]]) -> Sent:
        key, digest = _uuid(fields), _digest(fields)
        return cls(author, form_url, key or uuid5(NAMESPACE_URL, digest), digest, is_keyed=key is not None)

    @property
    def earlier(self) -> QuerySet[Submission]:
        return Submission.objects.filter(author=self.author, form_url=self.form_url, key=self.key)


def once(sent: Sent, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do what the form asks for; AlreadySent if that is done, also where the same form arrives twice at once.

    The key is claimed first: on PostgreSQL the second of two waits there for the first, on SQLite for its transaction.
    """
    return _answered(sent, atomic(_carry_out), function, *args, **kwargs)


def once_at_one_moment(sent: Sent, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """As `once`, for a function that must see every record as it stood at one moment."""
    return _answered(sent, at_one_moment(_carry_out), function, *args, **kwargs)


def _answered(sent: Sent, carry_out: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    try:
        return carry_out(sent, *args, **kwargs)
    except _Taken:
        # Asked after the transaction, which may not see what was committed since it began
        raise _already(sent, sent.earlier.get()) from None


def _carry_out(sent: Sent, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    if not sent.is_keyed:
        sent.earlier.filter(sent_at__lt=timezone.now() - A_MOMENT).delete()
    claim = _claim(sent)
    made = function(*args, **kwargs)
    if isinstance(made, Model):
        Submission.objects.filter(pk=claim.pk).update(made=made.pk)
    else:  # it was refused: the form may be sent again
        claim.delete()
    return made


def check(sent: Sent) -> None:
    """AlreadySent if the form has been carried out: asked before its fields are checked against what it made itself."""
    rows = sent.earlier if sent.is_keyed else sent.earlier.filter(sent_at__gte=timezone.now() - A_MOMENT)
    for row in rows:
        raise _already(sent, row)


def clear_expired() -> int:
    """Remove what no page and no unsent text can send once more, few at a time, so that nobody waits; how many."""
    unsent = UnsentText.objects.filter(author=OuterRef("author"), form_url=OuterRef("form_url"))
    old = Submission.objects.filter(sent_at__lt=timezone.now() - VALID_FOR)
    expired = old.exclude(Exists(unsent)).order_by("pk")
    removed = 0
    while keys := list(expired.values_list("pk", flat=True)[:AT_A_TIME]):
        removed += Submission.objects.filter(pk__in=keys).delete()[0]
    return removed


def _claim(sent: Sent) -> Submission:
    """The first row of the transaction; where the key is taken, the transaction ends with nothing written."""
    try:
        return Submission.objects.create(author=sent.author, form_url=sent.form_url, key=sent.key, digest=sent.digest)
    except IntegrityError:
        raise _Taken from None


def _already(sent: Sent, row: Submission) -> AlreadySent:
    assert row.made is not None  # the key of what a form made is stored with that, or neither is
    return AlreadySent(row.made, is_same=row.digest == sent.digest)


def _uuid(fields: dict[str, list[str]]) -> UUID | None:
    try:
        return UUID("".join(fields.get(KEY, [])))
    except ValueError:
        return None


def _digest(fields: dict[str, list[str]]) -> str:
    written = {
        name: [" ".join(value.split()) for value in values]
        for name, values in fields.items()
        if name not in NOT_WRITTEN and not name.startswith(ABOUT_UNSENT)
    }
    said = json.dumps(written, sort_keys=True).encode()
    return hashlib.sha256(said).hexdigest()
