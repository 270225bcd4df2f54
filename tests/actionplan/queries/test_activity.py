from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from actionplan.models import Section
from actionplan.queries import activity
from actionplan.services import assessments, attachments, comments, plans, records
from tests.factories import (
    AssessmentFactory,
    AttachmentFactory,
    BarrierFactory,
    CityFactory,
    MembershipFactory,
    PlanFactory,
)
from ulg.writing import saving

pytestmark = pytest.mark.django_db

LONG_AGO = timezone.now() - timedelta(days=9)


def news(plan, since=LONG_AGO):
    return [(event.who, event.words, event.record, event.times) for event in activity.since(plan, since)]


def test_news_say_who_did_what_to_which_record():
    city = CityFactory()
    anna, yusuf = MembershipFactory(city=city, user__name="Anna"), MembershipFactory(city=city, user__name="Yusuf")
    plan = plans.open_plan(city, by=None)
    barrier = BarrierFactory(plan=plan, title="Too large", by=yusuf)
    saving.save(barrier, {"status": "agreed"}, seen=1, by=anna)
    saving.save(barrier, {"status": "resolved"}, seen=2, by=anna)
    saving.save(Section.objects.get(plan=plan, code="vision"), {"text": "<p>By 2030</p>"}, seen=1, by=anna)
    comments.add(barrier, text="So it is", by=yusuf)

    assert news(plan) == [
        ("Yusuf", "commented on", "B-01 Too large", 1),
        ("Anna", "changed", "1.5 Vision", 1),
        ("Anna", "changed", "B-01 Too large", 2),
        ("Yusuf", "added", "B-01 Too large", 1),
    ]


def test_news_tell_an_answer_from_a_comment_and_a_removal_from_a_change():
    city = CityFactory()
    editor = MembershipFactory(city=city, role="editor", user__name="Anna")
    member = MembershipFactory(city=city, user__name="Yusuf")
    barrier = BarrierFactory(plan=plans.open_plan(city, by=None), title="Too large", by=editor)
    comment = comments.add(barrier, text="Is it?", by=member)
    since = timezone.now()
    comments.reply(comment, text="It is", by=editor)
    records.remove(barrier, seen=1, by=editor)

    assert news(barrier.plan, since) == [
        ("Anna", "removed", "B-01 Too large", 1),
        ("Anna", "answered a comment on", "B-01 Too large", 1),
    ]


def test_news_leave_out_what_came_before_and_what_happened_elsewhere():
    barrier = BarrierFactory()
    since = timezone.now()
    BarrierFactory()

    assert news(barrier.plan, since) == []


def test_a_withdrawn_comment_is_no_news():
    barrier = BarrierFactory()
    member = MembershipFactory(city=barrier.plan.city, user__name="Yusuf")
    gone = comments.add(barrier, text="Said too much", by=member)
    stands = comments.add(BarrierFactory(plan=barrier.plan, title="Lots"), text="So it is", by=member)
    comments.withdraw(gone, seen=1, by=member)

    said = [event for event in activity.since(barrier.plan, LONG_AGO) if event.words == "commented on"]

    assert [(event.record, event.times) for event in said] == [(str(stands.record), 1)]


def test_an_answer_that_was_withdrawn_is_no_news():
    barrier = BarrierFactory()
    member, editor = (MembershipFactory(city=barrier.plan.city, role=role) for role in ("member", "editor"))
    said = comments.add(barrier, text="So it is", by=member)
    comments.withdraw(comments.reply(said, text="No", by=editor), seen=1, by=editor)

    assert [event.words for event in activity.since(barrier.plan, LONG_AGO)] == ["commented on", "added"]


def test_what_is_done_with_files_is_news_beside_what_is_done_to_their_record():
    editor = MembershipFactory(role="editor", user__name="Anna")
    barrier = BarrierFactory(plan__city=editor.city, title="Too large", by=editor)
    file, _other = (AttachmentFactory(record=barrier, by=editor) for _each in range(2))
    attachments.remove(file, seen=1, by=editor)
    attachments.bring_back(file, seen=2, by=editor)

    assert news(barrier.plan) == [
        ("Anna", "restored a file of", "B-01 Too large", 1),
        ("Anna", "removed a file from", "B-01 Too large", 1),
        ("Anna", "added a file to", "B-01 Too large", 2),
        ("Anna", "added", "B-01 Too large", 1),
    ]


def test_an_assessment_that_is_opened_is_no_news_of_each_statement_but_answers_and_added_ones_are():
    anna = MembershipFactory(user__name="Anna")
    start = AssessmentFactory(plan=PlanFactory(city=anna.city), by=anna)

    assessments.add_statement(start, dimension="data", title="We count the children", by=anna)
    assessments.answer(start.answers.first(), {"score": "2"}, seen=1, by=anna)

    assert [(who, words) for who, words, _record, _times in news(start.plan)] == [
        ("Anna", "changed"),
        ("Anna", "added"),
    ]
