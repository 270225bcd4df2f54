"""A member corrects the barrier or solution that they added until somebody has built on it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from actionplan.kinds import BARRIER, SOLUTION
from actionplan.models import Barrier, Solution
from actionplan.queries import tasks
from actionplan.services import comments, records
from tests import factories
from tests.actionplan.views.kinds import KINDS, url
from ulg.roles import Role
from ulg.writing import saving

pytestmark = pytest.mark.django_db
CONTRIBUTED = [kind for kind in KINDS if kind.model in (Barrier, Solution)]
each_contributed = pytest.mark.parametrize("kind", CONTRIBUTED, ids=lambda kind: kind.name)
MEMBER_FORMS = {Barrier: BARRIER.member_form, Solution: SOLUTION.member_form}


@pytest.fixture
def plan():
    return factories.PlanFactory()


@pytest.fixture
def member(plan):
    return factories.MembershipFactory(city=plan.city, role=Role.MEMBER)


@pytest.fixture
def editor(plan):
    return factories.MembershipFactory(city=plan.city, role=Role.EDITOR, user__name="Edit Andersson")


def make(kind, plan, by):
    links = {"barriers": [factories.BarrierFactory(plan=plan)]} if kind.model is Solution else {}
    return kind.make(plan=plan, by=by, **links)


def send(client, kind, record, **values):
    posted = kind.form(record.plan, **values)
    links = {"barriers": [each.pk for each in record.barriers.all()]} if kind.model is Solution else {}
    return client.post(url(record, "edit"), {**posted, **links, "revision": record.revision})


@each_contributed
def test_it_is_corrected_by_whoever_added_it(client, plan, member, kind):
    record = make(kind, plan, member)
    client.force_login(member.user)

    response = send(client, kind, record, title="What I meant")

    record.refresh_from_db()
    assert (response.status_code, record.title, record.updated_by) == (302, "What I meant", member)


@each_contributed
def test_its_page_offers_that_to_whoever_added_it_alone(client, plan, member, editor, kind):
    record = make(kind, plan, member)
    colleague = factories.MembershipFactory(city=plan.city, role=Role.MEMBER)
    offers = {}

    for seat in (member, colleague, editor):
        client.force_login(seat.user)
        offers[seat] = "Correct" in client.get(record.get_absolute_url()).content.decode()

    assert offers == {member: True, colleague: False, editor: False}


@each_contributed
def test_what_the_group_decides_is_not_asked_of_a_member(client, plan, member, kind):
    record = make(kind, plan, member)
    client.force_login(member.user)

    send(client, kind, record, title="What I meant", status="parked", parked_reason="No", rejected_reason="No")
    fields = client.get(url(record, "edit")).context["form"].fields

    record.refresh_from_db()
    assert record.status == kind.model._meta.get_field("status").default
    assert {*fields} - {"revision"} == {*MEMBER_FORMS[kind.model]._meta.fields}


def by_another(record, member, editor):
    comments.add(record, text="True.", by=editor)


def by_another_in_reply(record, member, editor):
    own = comments.add(record, text="More of it.", by=member)
    comments.reply(own, text="Thank you.", by=editor)


def moved_on(record, member, editor):
    status = {"barrier": "discussed", "solution": "assessed"}[record.kind]
    saving.save(record, {"status": status}, seen=record.revision, by=editor)


def taken_out(record, member, editor):
    records.remove(record, seen=record.revision, by=editor)


def demoted(record, member, editor):
    saving.save(member, {"role": Role.OBSERVER}, seen=member.revision, by=editor)


@each_contributed
@pytest.mark.parametrize(
    ("happened", "why"),
    [
        (by_another, "Somebody has commented on"),
        (by_another_in_reply, "Somebody has commented on"),
        (moved_on, "The group has continued to work on"),
        (taken_out, "has been removed from the plan, so only"),
        (demoted, "This page is for those who may add barriers, propose solutions and correct their own."),
    ],
)
def test_once_somebody_has_built_on_it_the_refusal_says_so(client, plan, member, editor, kind, happened, why):
    record = make(kind, plan, member)
    happened(record, member, editor)
    record.refresh_from_db()
    client.force_login(member.user)

    seen = client.get(url(record, "edit"))
    sent = send(client, kind, record, title="What I meant", description="A long thought")
    page = client.get(record.get_absolute_url()).content.decode()

    assert (seen.status_code, sent.status_code, "Correct" in page) == (403, 403, False)
    assert why in seen.content.decode()
    assert why in sent.content.decode()
    assert kind.model.objects.get(pk=record.pk).title == record.title


@each_contributed
def test_what_was_sent_too_late_can_be_copied_from_the_refusal(client, plan, member, editor, kind):
    record = make(kind, plan, member)
    by_another(record, member, editor)
    client.force_login(member.user)

    page = send(client, kind, record, title="What I <b>meant", description="A long thought").content.decode()

    assert "What I &lt;b&gt;meant" in page
    assert "A long thought" in page
    assert f"{record.get_absolute_url()}#write-comment" in page


@each_contributed
def test_ones_own_comment_and_a_withdrawn_one_do_not_stand_in_the_way(client, plan, member, editor, kind):
    record = make(kind, plan, member)
    comments.add(record, text="More of it.", by=member)
    gone = comments.add(record, text="True.", by=editor)
    comments.withdraw(gone, seen=1, by=editor)
    client.force_login(member.user)

    assert client.get(url(record, "edit")).status_code == 200


@each_contributed
def test_another_members_record_is_not_theirs_to_correct(client, plan, member, kind):
    record = make(kind, plan, factories.MembershipFactory(city=plan.city, role=Role.MEMBER))
    client.force_login(member.user)

    response = send(client, kind, record, title="Better")

    assert response.status_code == 403
    assert f"Only the person who added {record} and those who edit the plan may change it." in response.content.decode()


@each_contributed
def test_an_earlier_state_is_brought_back_by_those_who_edit_the_plan(client, plan, member, kind):
    record = make(kind, plan, member)
    saving.save(record, {"title": "Second"}, seen=1, by=member)
    client.force_login(member.user)

    response = client.post(f"/{plan.city.slug}/history/{kind.name}/{record.pk}/1/restore/", {"revision": 2})

    assert response.status_code == 403


@each_contributed
def test_its_author_is_told_what_an_editor_changed(plan, member, editor, kind):
    record = make(kind, plan, member)
    other = make(kind, plan, factories.MembershipFactory(city=plan.city))
    before = timezone.now() - timedelta(hours=1)
    saving.save(record, {"title": "Mine"}, seen=1, by=member)
    assert tasks.for_member(member, plan, before) == []

    saving.save(record, {"title": "Better"}, seen=2, by=editor)
    saving.save(record, {"description": "Longer"}, seen=3, by=editor)
    saving.save(other, {"title": "Not mine"}, seen=1, by=editor)

    [task] = tasks.for_member(member, plan, before)
    assert (task.words, task.url) == (
        "Read what Edit Andersson changed in “Better”, which you added",
        f"/{plan.city.slug}/history/{kind.name}/{record.pk}/",
    )
    assert tasks.for_member(member, plan, timezone.now()) == []
