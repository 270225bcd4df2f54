from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from actionplan.queries import tasks
from actionplan.services import assessments, comments, records
from tests.factories import AssessmentFactory, BarrierFactory, MembershipFactory
from ulg.roles import Role

pytestmark = pytest.mark.django_db
LATELY = timezone.now() - timedelta(hours=1)


@pytest.fixture
def barrier():
    return BarrierFactory()


@pytest.fixture
def editor(barrier):
    return MembershipFactory(city=barrier.plan.city, role=Role.EDITOR)


@pytest.fixture
def member(barrier):
    return MembershipFactory(city=barrier.plan.city)


def urls(tasks):
    return [task.url for task in tasks]


def test_members_are_told_of_answers_to_themselves_alone(barrier, editor, member):
    other = MembershipFactory(city=barrier.plan.city)
    mine = comments.add(barrier, text="One lot.", by=member)
    theirs = comments.add(barrier, text="Too large.", by=other)
    answers = {said.author: comments.reply(said, text="We divide it.", by=editor) for said in (mine, theirs)}

    told = {seat: urls(tasks.for_member(seat, barrier.plan, LATELY)) for seat in (member, other, editor)}

    assert told == {
        member: [answers[member].get_absolute_url()],
        other: [answers[other].get_absolute_url()],
        editor: [],
    }


def test_nobody_is_told_of_a_reply_that_is_no_answer_or_was_withdrawn_or_read(barrier, editor, member):
    mine = comments.add(barrier, text="One lot.", by=member)
    comments.reply(mine, text="So it is.", by=MembershipFactory(city=barrier.plan.city))
    gone = comments.reply(mine, text="We divide it.", by=editor)
    comments.withdraw(gone, seen=1, by=editor)
    comments.reply(mine, text="We divided it.", by=editor, at=LATELY - timedelta(hours=1))

    assert tasks.for_member(member, barrier.plan, LATELY) == []


def test_somebody_here_for_the_first_time_is_told_of_nothing(barrier, editor, member):
    comments.reply(comments.add(barrier, text="One lot.", by=member), text="We divide it.", by=editor)

    assert tasks.for_member(member, barrier.plan, None) == []


def test_the_longest_wait_stands_first_and_what_is_answered_nowhere(barrier, editor, member):
    other = BarrierFactory(plan=barrier.plan)
    late = comments.add(barrier, text="One lot.", by=member)
    early = comments.add(other, text="Too large.", by=member, at=LATELY)
    comments.reply(comments.add(other, text="Answered.", by=member), text="We divide it.", by=editor)
    withdrawn = comments.add(other, text="Said too much.", by=member)
    comments.withdraw(withdrawn, seen=1, by=member)

    assert urls(tasks.unanswered(barrier.plan)) == [
        f"{other.get_absolute_url()}?comment={early.pk}#comments",
        f"{barrier.get_absolute_url()}?comment={late.pk}#comments",
    ]


def test_what_waits_on_records_taken_out_of_the_plan_keeps_nothing_else_off_the_list(barrier, editor, member):
    for number in range(12):
        gone = BarrierFactory(plan=barrier.plan)
        comments.add(gone, text="Too large.", by=member, at=LATELY + timedelta(seconds=number))
        records.remove(gone, seen=1, by=editor)
    waits = comments.add(barrier, text="One lot.", by=member)

    assert urls(tasks.unanswered(barrier.plan)) == [f"{barrier.get_absolute_url()}?comment={waits.pk}#comments"]


def test_whoever_edits_the_plan_is_told_of_the_statements_without_an_answer():
    start = AssessmentFactory(title="Start")
    by = MembershipFactory(city=start.plan.city)
    first, left_out, *others = start.answers.all()
    assessments.answer(first, {"score": "unknown"}, seen=1, by=by)
    assessments.answer(left_out, {"left_out_reason": "The county decides that."}, seen=1, by=by)

    before = tasks.in_plan(start.plan, [])
    assessments.close(start, seen=1, by=by)

    assert [(task.words, task.url) for task in before] == [
        (f"Answer {len(others)} statements of “Start”", start.get_absolute_url())
    ]
    assert tasks.in_plan(start.plan, []) == []
