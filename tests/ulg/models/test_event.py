"""Every deed is stored as an event, with who did it and when."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from actionplan.services import comments, records, versions
from tests.factories import BarrierFactory, InvitationFactory, MembershipFactory
from ulg.models import Deed, Event
from ulg.services import members
from ulg.writing import history, saving

pytestmark = pytest.mark.django_db


def told(events):
    return [(event.by, event.deed, event.kind, event.revision, event.record_id) for event in events.order_by("pk")]


def test_what_is_done_to_a_record_is_told_in_order():
    seat = MembershipFactory(role="editor")
    barrier = BarrierFactory(plan__city=seat.city, by=seat)
    saving.save(barrier, {"title": "New"}, seen=1, by=seat)
    records.remove(barrier, seen=2, by=seat)
    records.bring_back(barrier, seen=3, by=seat)
    history.restore(barrier, 1, seen=4, by=seat)

    assert told(Event.objects.of(barrier)) == [
        (seat, deed, "barrier", revision, barrier.pk)
        for revision, deed in enumerate(("added", "changed", "removed", "brought_back", "restored"), start=1)
    ]


def test_what_is_said_is_about_the_record_and_tells_an_answer_from_a_reply():
    barrier = BarrierFactory()
    member, editor = (MembershipFactory(city=barrier.plan.city, role=role) for role in ("member", "editor"))
    said = comments.add(barrier, text="Is it?", by=member)
    comments.reply(said, text="It is.", by=editor)
    comments.reply(said, text="Thank you.", by=member)
    comments.withdraw(said, seen=1, by=member)

    assert told(Event.objects.filter(kind="comment")) == [
        (member, "commented", "comment", 1, barrier.pk),
        (editor, "answered", "comment", 1, barrier.pk),
        (member, "replied", "comment", 1, barrier.pk),
        (member, "withdrawn", "comment", 2, barrier.pk),
    ]


def test_a_version_is_published_opened_and_closed_by_somebody(django_capture_on_commit_callbacks):
    seat = MembershipFactory(role="coordinator")
    barrier = BarrierFactory(plan__city=seat.city)
    version = versions.publish_version(barrier.plan, by=seat, is_public=True, reason="We show it.")
    versions.close_version(version, by=seat)
    versions.close_version(version, by=seat)

    assert told(Event.objects.filter(kind="planversion", key=version.pk)) == [
        (seat, deed, "planversion", None, None) for deed in ("published", "opened", "closed")
    ]


def test_somebody_joins_once():
    invitation = InvitationFactory()
    seat = invitation.membership
    members.accept(invitation)
    members.accept(invitation)

    assert told(Event.objects.filter(deed=Deed.JOINED)) == [(seat, "joined", "membership", None, None)]


def test_a_change_that_fails_is_no_event():
    barrier = BarrierFactory()
    before = Event.objects.count()

    with pytest.raises(IntegrityError), transaction.atomic():
        saving.save(barrier, {"status": "parked"}, seen=1, by=MembershipFactory(city=barrier.plan.city))

    assert Event.objects.count() == before
