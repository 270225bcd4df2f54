"""The members of a city's local group: added, invited, removed, added again."""

from __future__ import annotations

import secrets
from functools import partial
from typing import Any

from django.db import IntegrityError
from django.db.transaction import on_commit
from django.utils import timezone

from ulg import emails
from ulg.models import City, Deed, Event, Invitation, Membership, Organisation, User
from ulg.roles import Role
from ulg.writing import locks, saving
from ulg.writing.transactions import atomic


class AlreadyMember(Exception):
    """The person has a seat in the city."""


class PersonClosed(Exception):
    """The person may not log in any more, to no city."""


class EndedAlready(Exception):
    """Somebody else has ended this seat meanwhile, or the same person in another window."""


class LastCoordinator(Exception):
    """Nobody would be left who can let anybody in."""


@atomic
def add_member(
    city: City,
    *,
    email: str,
    name: str,
    role: str,
    by: Membership | None,
    organisation: Organisation | None = None,
    function: str = "",
) -> Membership:
    """Give a person a seat and mail an invitation. Whoever had a seat before gets that one back."""
    lock(city)
    user = _person(email, name)
    if not user.is_active:
        raise PersonClosed
    values = {"role": role, "organisation": organisation, "function": function}
    membership = Membership.objects.in_city(city).filter(user=user).first()
    if membership is None:
        membership = saving.create(Membership(city=city, user=user, **values), by=by)
    elif membership.ended_at is None:
        raise AlreadyMember
    else:
        saving.save(membership, {**values, "ended_at": None}, seen=membership.revision, by=by, deed=Deed.REOPENED)
        membership.refresh_from_db()
    invite(membership, by=by)
    return membership


@atomic
def invite(membership: Membership, *, by: Membership | None) -> Invitation:
    """Mail a link that works once. Links that were sent before work no more."""
    locks.lock(membership)
    membership.invitations.filter(accepted_at=None).delete()
    token = secrets.token_urlsafe(32)
    invitation = membership.invitations.create(token_hash=Invitation.hash(token), sent_by=by)
    Event.store(membership, Deed.INVITED, city=membership.city, by=by, at=invitation.sent_at)
    on_commit(partial(_mail, invitation, token))
    return invitation


@atomic
def accept(invitation: Invitation) -> bool:
    """Use the invitation up; False if somebody was faster."""
    now = timezone.now()
    is_first = Invitation.objects.filter(pk=invitation.pk, accepted_at=None).update(accepted_at=now) == 1
    if is_first:
        seat = invitation.membership
        Event.store(seat, Deed.JOINED, city=seat.city, by=seat, at=now)
    return is_first


@atomic
def end_membership(membership: Membership, *, seen: int | None, by: Membership) -> saving.Saved | saving.Conflict:
    """The person's name stays with what they wrote, and they have no access any more."""
    lock(membership.city)
    current = locks.locked(membership)
    if current.ended_at:
        raise EndedAlready
    if current.is_last_coordinator:
        raise LastCoordinator
    return saving.save(current, {"ended_at": timezone.now()}, seen=seen, by=by, deed=Deed.ENDED)


@atomic
def change_seat(
    membership: Membership, changes: dict[str, Any], *, seen: int | None, by: Membership
) -> saving.Saved | saving.Conflict:
    """Give the person another role, organisation or function; LastCoordinator if nobody could let people in then."""
    lock(membership.city)
    if changes.get("role", Role.COORDINATOR) != Role.COORDINATOR and locks.locked(membership).is_last_coordinator:
        raise LastCoordinator
    return saving.save(membership, changes, seen=seen, by=by)


@atomic
def take_back(membership: Membership, *, by: Membership) -> saving.Saved | saving.Conflict:
    return saving.save(membership, {"ended_at": None}, seen=membership.revision, by=by, deed=Deed.REOPENED)


def lock(city: City) -> None:
    """One change of the group at a time: two coordinators cannot end each other at once."""
    locks.lock(city)


def _person(email: str, name: str) -> User:
    """The person with this address, who keeps the name they have."""
    try:
        return User.objects.filter(email=email).first() or atomic(User.objects.create_user)(email, name=name)
    except IntegrityError:
        return User.objects.get(email=email)


def _mail(invitation: Invitation, token: str) -> None:
    if emails.invitation(invitation, token):
        # Not by `save`: another invitation may have taken its place meanwhile
        Invitation.objects.filter(pk=invitation.pk).update(mailed_at=timezone.now())
