from __future__ import annotations

import pytest

from actionplan.models import Comment
from actionplan.queries import comments as queries
from actionplan.queries.comments import Topic
from actionplan.services import comments
from tests.factories import CommentFactory, MembershipFactory, SectionFactory

pytestmark = pytest.mark.django_db


def test_a_link_to_a_comment_opens_the_page_that_holds_it(monkeypatch):
    monkeypatch.setattr(queries, "A_PAGE", 2)
    section = SectionFactory()
    member = MembershipFactory(city=section.plan.city)
    said = [comments.add(section, text=f"Comment {number}", by=member) for number in range(5)]
    reply = comments.reply(said[2], text="Reply", by=member)

    def pages(comment):
        return queries.page_of(Topic.of(section), page=None, comment_id=comment.pk).number

    assert [pages(comment) for comment in (*said, reply)] == [1, 1, 2, 2, 3, 2]


def test_the_newest_comments_come_first_to_hand(monkeypatch):
    monkeypatch.setattr(queries, "A_PAGE", 2)
    section = SectionFactory()
    member = MembershipFactory(city=section.plan.city)
    said = [comments.add(section, text=f"Comment {number}", by=member) for number in range(3)]

    [thread] = queries.page_of(Topic.of(section), page=None, comment_id=None)

    assert thread.pk == said[2].pk


@pytest.mark.parametrize("made_by", [CommentFactory, lambda: Comment(pk=1_000_000)])
def test_a_link_to_a_comment_that_stands_elsewhere_opens_the_last_page(monkeypatch, made_by):
    monkeypatch.setattr(queries, "A_PAGE", 2)
    section, elsewhere = SectionFactory(), made_by()
    member = MembershipFactory(city=section.plan.city)
    for number in range(3):
        comments.add(section, text=f"Comment {number}", by=member)

    assert queries.page_of(Topic.of(section), page=None, comment_id=elsewhere.pk).number == 2


def test_one_query_finds_a_page_of_comments_and_one_more_reads_it(django_assert_num_queries):
    comment = CommentFactory()
    reply = comments.reply(comment, text="Reply", by=comment.author)
    topic = Topic.of(comment.record)

    with django_assert_num_queries(1):
        [thread] = queries.page_of(topic, page=None, comment_id=reply.pk)
    with django_assert_num_queries(1):
        found = queries.read([thread])
        said = [(found[pk].text, str(found[pk].author)) for pk, _revision, _author in thread.said]

    assert said == [(comment.text, str(comment.author)), ("Reply", str(comment.author))]


def test_a_thread_says_what_somebody_said_in_it():
    comment = CommentFactory()
    mine = comments.reply(comment, text="Mine", by=MembershipFactory(city=comment.plan.city))
    comments.reply(comment, text="Hers", by=MembershipFactory(city=comment.plan.city))

    [thread] = queries.page_of(Topic.of(comment.record), page=None, comment_id=None)

    assert thread.by(mine.author) == {mine.pk}
