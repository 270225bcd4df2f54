from __future__ import annotations

import pytest
from django.core.cache import caches
from django.urls import reverse
from lxml.html import fragments_fromstring

from actionplan.models import Comment
from actionplan.services import comments
from tests.factories import BarrierFactory, CommentFactory, MembershipFactory
from tests.sent_forms import confirm
from tests.unsent import opened_with
from ulg.caching.fragments import SMALL
from ulg.models import UnsentText
from ulg.roles import Role

pytestmark = pytest.mark.django_db


def add_url(barrier, city=None):
    return reverse("actionplan:comment-add", args=[(city or barrier.plan.city).slug, "barrier", barrier.pk])


def url(name, comment):
    return reverse(f"actionplan:comment-{name}", args=[comment.plan.city.slug, comment.pk])


@pytest.mark.parametrize("role", Role)
def test_everyone_with_a_seat_may_comment(client, role):
    barrier = BarrierFactory()
    seat = MembershipFactory(city=barrier.plan.city, role=role)
    client.force_login(seat.user)

    response = client.post(add_url(barrier), {"text": "Too large for us"})

    comment = Comment.objects.get()
    assert (response.status_code, response.url) == (302, comment.get_absolute_url())
    assert (comment.record, comment.author, comment.text) == (barrier, seat, "Too large for us")


def test_another_citys_member_finds_nothing_to_comment_on(client):
    barrier = BarrierFactory()
    stranger = MembershipFactory(role=Role.COORDINATOR)
    client.force_login(stranger.user)

    urls = [add_url(barrier), add_url(barrier, stranger.city)]
    answers = [client.post(url, {"text": "x"}).status_code for url in urls]

    assert answers == [404, 404]
    assert not Comment.objects.exists()


def test_htmx_gets_the_panel_with_the_new_comment(client):
    barrier = BarrierFactory()
    client.force_login(MembershipFactory(city=barrier.plan.city).user)

    response = client.post(add_url(barrier), {"text": "Too large for us"}, headers={"HX-Request": "true"})

    [panel] = fragments_fromstring(response.content.decode())
    said = panel.xpath("//*[@class='comment-text']/p/text()")
    assert (panel.get("id"), said) == ("comments", ["Too large for us"])


def test_an_empty_comment_is_refused_at_its_field(client):
    barrier = BarrierFactory()
    client.force_login(MembershipFactory(city=barrier.plan.city).user)

    response = client.post(add_url(barrier), {"text": "  "})

    assert response.status_code == 422
    assert response.context["form"].errors == {"text": ["Write the comment before you send it."]}


def test_a_comment_that_is_too_long_is_refused_and_not_lost(client):
    barrier = BarrierFactory()
    client.force_login(MembershipFactory(city=barrier.plan.city).user)

    response = client.post(add_url(barrier), {"text": "x" * 200_000})

    assert response.status_code == 422
    assert response.context["form"]["text"].value() == "x" * 200_000


def test_a_posted_comment_leaves_no_unsent_text(client):
    barrier = BarrierFactory()
    seat = MembershipFactory(city=barrier.plan.city)
    unsent = UnsentText.objects.create(author=seat, form_url=add_url(barrier), page="/", fields={"text": ["Half a"]})
    client.force_login(seat.user)

    client.post(add_url(barrier), {"text": "Half a sentence is whole now", **opened_with(unsent)})

    assert not UnsentText.objects.exists()


def test_an_unsent_comment_is_back_in_the_form(client):
    barrier = BarrierFactory()
    seat = MembershipFactory(city=barrier.plan.city)
    UnsentText.objects.create(author=seat, form_url=add_url(barrier), page="/", fields={"text": ["Half a"]})
    client.force_login(seat.user)

    response = client.get(barrier.get_absolute_url())

    assert response.context["form"]["text"].value() == "Half a"


def test_an_edit_keeps_the_old_text(client):
    comment = CommentFactory(text="Before")
    client.force_login(comment.author.user)

    client.post(url("edit", comment), {"text": "After", "revision": 1})

    comment.refresh_from_db()
    assert comment.text == "After"
    assert list(comment.history.values_list("text", flat=True)) == ["After", "Before"]


@pytest.mark.parametrize("name", ["edit", "withdraw"])
def test_nobody_touches_anothers_words(client, name):
    comment = CommentFactory(text="Mine")
    other = MembershipFactory(city=comment.plan.city, role=Role.EDITOR)
    client.force_login(other.user)

    response = client.post(url(name, comment), {"text": "Yours", "revision": 1})

    comment.refresh_from_db()
    assert (response.status_code, comment.text, comment.withdrawn_at) == (403, "Mine", None)


def test_the_coordinator_may_withdraw_a_comment(client):
    comment = CommentFactory()
    coordinator = MembershipFactory(city=comment.plan.city, role=Role.COORDINATOR)
    client.force_login(coordinator.user)

    confirm(client, client.get(url("withdraw", comment)))

    comment.refresh_from_db()
    assert comment.withdrawn_at is not None


@pytest.mark.parametrize("sent", [{}, {"revision": 1}, {"revision": 1, "confirmation": "yes"}])
def test_a_comment_is_withdrawn_by_the_page_that_asks_only(client, sent):
    comment = CommentFactory()
    client.force_login(comment.author.user)

    response = client.post(url("withdraw", comment), sent)

    comment.refresh_from_db()
    assert (response.status_code, comment.withdrawn_at) == (422, None)
    assert "Withdraw this comment?" in response.content.decode()


def test_a_withdrawn_comment_leaves_a_stub_without_its_words(client):
    comment = CommentFactory(text="What I regret")
    comments.withdraw(comment, seen=1, by=comment.author)
    client.force_login(comment.author.user)

    page = client.get(comment.record.get_absolute_url()).content.decode()

    assert "Withdrawn comment" in page
    assert "What I regret" not in page


def test_a_comment_changed_meanwhile_is_read_again_before_it_is_withdrawn(client):
    comment = CommentFactory()
    client.force_login(comment.author.user)
    asked = client.get(url("withdraw", comment))
    client.post(url("edit", comment), {"text": "Changed", "revision": 1})

    response = confirm(client, asked)

    comment.refresh_from_db()
    assert (response.status_code, comment.withdrawn_at) == (302, None)


def test_the_panel_asks_as_often_for_one_comment_as_for_three(client, django_assert_max_num_queries):
    barrier = BarrierFactory()
    seat = MembershipFactory(city=barrier.plan.city)
    client.force_login(seat.user)

    counts = []
    for _turn in range(2):
        comment = comments.add(barrier, text="Comment", by=MembershipFactory(city=barrier.plan.city))
        comments.reply(comment, text="Reply", by=MembershipFactory(city=barrier.plan.city))
        caches[SMALL].clear()
        with django_assert_max_num_queries(12) as queries:
            client.get(barrier.get_absolute_url())
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_a_record_that_nobody_has_commented_on_asks_for_the_first_comment(client):
    barrier = BarrierFactory()
    client.force_login(MembershipFactory(city=barrier.plan.city).user)

    page = client.get(barrier.get_absolute_url()).content.decode()

    assert "No comments yet" in page
    assert f'action="{add_url(barrier)}"' in page
