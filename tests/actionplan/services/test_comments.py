from __future__ import annotations

import pytest

from actionplan.models import Comment
from actionplan.services import comments
from actionplan.services.comments import Topic
from tests.factories import BarrierFactory, CommentFactory, MembershipFactory, SectionFactory
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

    reply = comments.reply(comment, text="We do now", by=member_of(comment.barrier, role))

    assert reply.is_answer is is_answer


def test_staff_who_reply_to_themselves_do_not_answer():
    barrier = BarrierFactory()
    editor = member_of(barrier, Role.EDITOR)
    comment = comments.add(barrier, text="Is this so?", by=editor)

    reply = comments.reply(comment, text="I think it is", by=editor)

    assert reply.is_answer is False


def test_a_reply_to_a_reply_stands_below_the_comment():
    comment = CommentFactory()
    member = member_of(comment.barrier)
    first = comments.reply(comment, text="One", by=member)

    second = comments.reply(first, text="Two", by=member)

    assert (second.parent, second.barrier) == (comment, comment.barrier)


def test_a_comment_waits_until_the_city_has_answered():
    answered, unanswered, withdrawn = CommentFactory(), CommentFactory(), CommentFactory()
    comments.reply(answered, text="Yes", by=member_of(answered.barrier, Role.EDITOR))
    comments.reply(unanswered, text="I agree", by=member_of(unanswered.barrier))
    comments.withdraw(withdrawn, seen=withdrawn.revision, by=withdrawn.author)

    assert list(Comment.objects.waiting()) == [unanswered]


def test_a_withdrawn_answer_leaves_the_comment_waiting_again():
    comment = CommentFactory()
    editor = member_of(comment.barrier, Role.EDITOR)
    answer = comments.reply(comment, text="Yes", by=editor)

    comments.withdraw(answer, seen=1, by=editor)

    assert list(Comment.objects.waiting()) == [comment]


def test_a_withdrawn_comment_keeps_its_words_in_the_history():
    comment = CommentFactory(text="What I regret")

    comments.withdraw(comment, seen=1, by=comment.author)

    comment.refresh_from_db()
    assert comment.withdrawn_at is not None
    assert comment.history.first().text == "What I regret"


def test_a_link_to_a_comment_opens_the_page_that_holds_it(monkeypatch):
    monkeypatch.setattr(comments, "A_PAGE", 2)
    section = SectionFactory()
    member = MembershipFactory(city=section.plan.city)
    said = [comments.add(section, text=f"Comment {number}", by=member) for number in range(5)]
    reply = comments.reply(said[2], text="Reply", by=member)

    def pages(comment):
        return comments.page_of(Topic.of(section), page=None, comment_id=comment.pk).number

    assert [pages(comment) for comment in (*said, reply)] == [1, 1, 2, 2, 3, 2]


def test_the_newest_comments_come_first_to_hand(monkeypatch):
    monkeypatch.setattr(comments, "A_PAGE", 2)
    section = SectionFactory()
    member = MembershipFactory(city=section.plan.city)
    said = [comments.add(section, text=f"Comment {number}", by=member) for number in range(3)]

    [thread] = comments.page_of(Topic.of(section), page=None, comment_id=None)

    assert thread.pk == said[2].pk


@pytest.mark.parametrize("made_by", [CommentFactory, lambda: Comment(pk=1_000_000)])
def test_a_link_to_a_comment_that_stands_elsewhere_opens_the_last_page(monkeypatch, made_by):
    monkeypatch.setattr(comments, "A_PAGE", 2)
    section, elsewhere = SectionFactory(), made_by()
    member = MembershipFactory(city=section.plan.city)
    for number in range(3):
        comments.add(section, text=f"Comment {number}", by=member)

    assert comments.page_of(Topic.of(section), page=None, comment_id=elsewhere.pk).number == 2


def test_one_query_finds_a_page_of_comments_and_one_more_reads_it(django_assert_num_queries):
    comment = CommentFactory()
    reply = comments.reply(comment, text="Reply", by=comment.author)
    topic = Topic.of(comment.barrier)

    with django_assert_num_queries(1):
        [thread] = comments.page_of(topic, page=None, comment_id=reply.pk)
    with django_assert_num_queries(1):
        found = comments.read([thread])
        said = [(found[pk].text, str(found[pk].author)) for pk, _revision, _author in thread.said]

    assert said == [(comment.text, str(comment.author)), ("Reply", str(comment.author))]


def test_a_thread_says_what_somebody_said_in_it():
    comment = CommentFactory()
    mine = comments.reply(comment, text="Mine", by=member_of(comment.barrier))
    comments.reply(comment, text="Hers", by=member_of(comment.barrier))

    [thread] = comments.page_of(Topic.of(comment.barrier), page=None, comment_id=None)

    assert thread.by(mine.author) == {mine.pk}
