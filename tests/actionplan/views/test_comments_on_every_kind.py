"""Whatever stands in the plan can be commented on, and what is said about it shows everywhere alike."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from actionplan.document import snapshot
from actionplan.document.frozen import FrozenDocument
from actionplan.exports import web_document as exported
from actionplan.kinds import KINDS as EVERY_KIND
from actionplan.kinds import find, printed
from actionplan.models import Comment, Section
from actionplan.queries import activity, plan_document, tasks
from actionplan.services import comments, plans
from tests import factories
from tests.actionplan.views.kinds import KINDS
from ulg.roles import Role

pytestmark = pytest.mark.django_db
each_kind_of_record = pytest.mark.parametrize("kind", [kind.name for kind in EVERY_KIND])
each_printed_kind = pytest.mark.parametrize("kind", [kind.name for kind in printed()])
LISTS = {kind.name: kind.list_name for kind in KINDS}
each_record = pytest.mark.parametrize("kind", LISTS)
COUNTS = re.compile(r'(?:class="num">|"meta">|<span>)([0-9]+)(?:</td>| comments?</span>)')


@pytest.fixture
def plan():
    return plans.open_plan(factories.CityFactory(), by=None)


@pytest.fixture
def editor(plan):
    return factories.MembershipFactory(city=plan.city, role=Role.EDITOR)


@pytest.fixture
def member(plan):
    return factories.MembershipFactory(city=plan.city, role=Role.MEMBER)


def record_of(plan: Any, kind: str) -> Any:
    if kind == "section":
        Section.objects.filter(plan=plan, code="vision").update(text="<p>By 2030.</p>")
        return Section.objects.get(plan=plan, code="vision")
    return getattr(factories, f"{kind.title()}Factory")(plan=plan)


@each_kind_of_record
def test_a_member_comments_on_its_page_and_reads_the_comment_there(client, plan, member, kind):
    record = record_of(plan, kind)
    client.force_login(member.user)

    client.post(f"/{plan.city.slug}/comments/{kind}/{record.pk}/add/", {"text": "Who counts this?"})

    said = Comment.objects.get()
    assert (said.record, said.author, said.text) == (record, member, "Who counts this?")
    assert "Who counts this?" in client.get(record.get_absolute_url()).content.decode()


@pytest.mark.parametrize("query", ["", "?q=Title"])
@each_record
def test_the_list_says_how_much_has_been_said(client, plan, member, kind, query):
    record = record_of(plan, kind)
    for text in ("Who counts this?", "And when?", "Never mind"):
        said = comments.add(record, text=text, by=member)
    comments.reply(said, text="Fine", by=member)
    comments.withdraw(said, seen=1, by=member)
    client.force_login(member.user)

    page = client.get(reverse(f"actionplan:{LISTS[kind]}", args=[plan.city.slug]) + query).content.decode()

    assert COUNTS.findall(page) == ["3"]


def test_an_objective_says_it_beside_its_actions_and_on_its_page(client, plan, member):
    objective = record_of(plan, "objective")
    action = factories.ActionFactory(plan=plan, objective=objective)
    for record in (objective, objective, action):
        comments.add(record, text="Who counts this?", by=member)
    client.force_login(member.user)

    listed = client.get(reverse("actionplan:actions", args=[plan.city.slug])).content.decode()
    page = client.get(objective.get_absolute_url()).content.decode()

    assert (COUNTS.findall(listed), COUNTS.findall(page)) == (["2", "1"], ["1"])


@each_kind_of_record
def test_it_is_news_and_waits_for_an_answer(plan, member, kind):
    record = record_of(plan, kind)
    said = comments.add(record, text="Who counts this?", by=member)

    news = activity.since(plan, timezone.now() - timedelta(hours=1))
    found = tasks.unanswered(plan)

    assert [(event.record, event.url) for event in news if event.words == "commented on"] == [
        (str(record), record.get_absolute_url())
    ]
    assert [task.url for task in found] == [f"{record.get_absolute_url()}?comment={said.pk}#comments"]
    counted = plan_document.plan_of(plan.city)
    assert (counted.comment_count, counted.waiting_count) == ((1, 1) if find(kind).is_printed else (0, 0))


@each_kind_of_record
def test_its_author_is_told_of_the_answer(plan, editor, member, kind):
    record = record_of(plan, kind)
    said = comments.add(record, text="Who counts this?", by=member)
    answer = comments.reply(said, text="The office does.", by=editor)

    found = tasks.for_member(member, plan, timezone.now() - timedelta(hours=1))

    assert [task.url for task in found] == [answer.get_absolute_url()]
    assert plan_document.plan_of(plan.city).waiting_count == 0


@each_printed_kind
def test_the_document_and_what_is_made_of_it_say_what_it_is_about(plan, member, kind):
    record = record_of(plan, kind)
    comments.add(record, text="Who counts this?", by=member)

    document = snapshot.take(plan)
    [shown] = exported.read(FrozenDocument(document), {})["comments"]

    code = record.code
    assert [each["on"] for each in document["comments"]] == [{"kind": kind, "code": code}]
    assert (shown["kind"], shown["title"]) == (kind.title(), record.heading)
    assert shown["anchor"] == (f"part-{code}" if kind == "section" else code)


def test_what_is_said_about_a_kind_that_is_not_printed_stands_in_no_document(plan, member):
    comments.add(record_of(plan, "answer"), text="Who counts this?", by=member)

    document = snapshot.take(plan)

    assert document["comments"] == []
