from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from actionplan.models import Section
from actionplan.services import comments, plans
from tests.factories import ActionFactory, BarrierFactory, CityFactory, MembershipFactory, SectionFactory
from tests.queries import queries_of
from ulg.models import Event, UnsentText, Visit
from ulg.roles import Role
from ulg.templatetags.portal import moment

pytestmark = pytest.mark.django_db


def open_overview(client, seat):
    client.force_login(seat.user)
    return client.get(reverse("actionplan:overview", args=[seat.city.slug]))


def tasks(response):
    return [task.words for task in response.context["tasks"]]


def city_with_work():
    """A city in which a comment waits, a section is in review and an action has no owner."""
    city = CityFactory()
    plan = plans.open_plan(city, by=None)
    barrier = BarrierFactory(plan=plan, title="Too large")
    comments.add(barrier, text="Why?", by=MembershipFactory(city=city))
    Section.objects.filter(plan=plan, code="vision").update(status="review")
    ActionFactory(plan=plan, title="Smaller lots")
    return city


@pytest.mark.parametrize(
    ("role", "waiting"),
    [
        (Role.OBSERVER, []),
        (Role.MEMBER, []),
        (
            Role.EDITOR,
            [
                "Answer a comment on “Too large”",
                "Read “Vision”, which is in review",
                "Enter who is responsible for “Smaller lots”",
            ],
        ),
    ],
)
def test_what_waits_depends_on_the_role(client, role, waiting):
    response = open_overview(client, MembershipFactory(city=city_with_work(), role=role))

    assert tasks(response) == waiting


def test_unsent_text_waits_for_its_author_only(client):
    city = city_with_work()
    author, other = MembershipFactory(city=city), MembershipFactory(city=city)
    UnsentText.objects.create(author=author, form_url="/a/", page="/a/", title="Comment on B-01")

    assert tasks(open_overview(client, author)) == ["Send or delete your unsent text: Comment on B-01"]
    assert tasks(open_overview(client, other)) == []


def test_an_answer_waits_to_be_read(client):
    barrier = BarrierFactory()
    city = barrier.plan.city
    member = MembershipFactory(city=city)
    editor = MembershipFactory(city=city, role=Role.EDITOR, user__name="Anna Lindqvist")
    Visit.objects.create(membership=member, seen_at=timezone.now() - timedelta(hours=2))
    comment = comments.add(barrier, text="Why?", by=member, at=timezone.now() - timedelta(hours=3))
    comments.reply(comment, text="Because", by=editor)

    assert tasks(open_overview(client, member)) == ["Read the answer from Anna Lindqvist"]


def test_news_begin_at_the_visit_before_this_one(client):
    barrier = BarrierFactory(title="Old")
    member = MembershipFactory(city=barrier.plan.city)
    Visit.objects.create(membership=member, seen_at=timezone.now() - timedelta(hours=1))
    Event.objects.of(barrier).update(at=timezone.now() - timedelta(hours=2))
    BarrierFactory(plan=barrier.plan, title="New")

    response = open_overview(client, member)

    assert [line.record for line in response.context["lines"]] == ["B-02 New"]


def test_reloading_does_not_make_news_old(client):
    barrier = BarrierFactory()
    member = MembershipFactory(city=barrier.plan.city)
    before = timezone.now() - timedelta(hours=1)
    Visit.objects.create(membership=member, seen_at=before)

    open_overview(client, member)
    response = open_overview(client, member)

    with timezone.override(member.city.time_zone):
        heading = f"Changes since {moment(before)}"
    assertContains(response, heading)


def test_a_city_without_a_plan_has_no_overview(client):
    assert open_overview(client, MembershipFactory()).status_code == 404


@pytest.mark.parametrize("role", [Role.MEMBER, Role.EDITOR])
def test_the_overview_asks_as_often_for_one_record_as_for_three(client, django_assert_max_num_queries, role):
    plan = SectionFactory().plan
    reader = MembershipFactory(city=plan.city, role=role)
    open_overview(client, reader)

    counts = []
    for _turn in range(2):
        barrier = BarrierFactory(plan=plan)
        comments.add(barrier, text="Why?", by=MembershipFactory(city=plan.city))
        ActionFactory(plan=plan)
        with django_assert_max_num_queries(12) as queries:
            client.get(reverse("actionplan:overview", args=[plan.city.slug]))
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_sections_in_review_are_named_in_as_many_queries_as_one(client):
    plan = plans.open_plan(CityFactory(), by=None)
    editor = MembershipFactory(city=plan.city, role="editor")
    counts = []
    for most in (1, 4):
        Section.objects.filter(plan=plan, number__lte=most).update(status="review")
        client.force_login(editor.user)
        counts.append(queries_of(client, reverse("actionplan:overview", args=[plan.city.slug])))

    assert counts[1] <= counts[0]
