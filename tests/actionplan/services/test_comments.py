from __future__ import annotations

import pytest

from actionplan.models import Comment
from actionplan.services import comments
from tests.factories import BarrierFactory, CommentFactory, MembershipFactory
from ulg.roles import Role

pytestmark = pytest.mark.django_db


def member_of(barrier, role=Role.MEMBER):
    return MembershipFactory(city=barrier.plan.city, role=role)


@pytest.mark.parametrize(
    ("role", "is_answer"),
    [(Role.OBSERVER, False), (Role.MEMBER, False), (Role.EDITOR, True), (Role.COORDINATOR, True)],
)
def test_a_reply_of_staff_is_the_citys_answer(role, is_answer):
    comment = CommentFactory()

    reply = comments.reply(comment, text="We do now", by=member_of(comment.record, role))

    assert reply.is_answer is is_answer


def test_staff_who_reply_to_themselves_do_not_answer():
    barrier = BarrierFactory()
    editor = member_of(barrier, Role.EDITOR)
    comment = comments.add(barrier, text="Is this so?", by=editor)

    reply = comments.reply(comment, text="I think it is", by=editor)

    assert reply.is_answer is False


def test_a_reply_to_a_reply_stands_below_the_comment():
    comment = CommentFactory()
    member = member_of(comment.record)
    first = comments.reply(comment, text="One", by=member)

    second = comments.reply(first, text="Two", by=member)

    assert (second.parent, second.record) == (comment, comment.record)


def test_a_comment_waits_until_the_city_has_answered():
    answered, unanswered, withdrawn = CommentFactory(), CommentFactory(), CommentFactory()
    comments.reply(answered, text="Yes", by=member_of(answered.record, Role.EDITOR))
    comments.reply(unanswered, text="I agree", by=member_of(unanswered.record))
    comments.withdraw(withdrawn, seen=withdrawn.revision, by=withdrawn.author)

    assert list(Comment.objects.waiting()) == [unanswered]


def test_a_withdrawn_answer_leaves_the_comment_waiting_again():
    comment = CommentFactory()
    editor = member_of(comment.record, Role.EDITOR)
    answer = comments.reply(comment, text="Yes", by=editor)

    comments.withdraw(answer, seen=1, by=editor)

    assert list(Comment.objects.waiting()) == [comment]


def test_a_withdrawn_comment_keeps_its_words_in_the_history():
    comment = CommentFactory(text="What I regret")

    comments.withdraw(comment, seen=1, by=comment.author)

    comment.refresh_from_db()
    assert comment.withdrawn_at is not None
    assert comment.history.first().text == "What I regret"
