"""What a kind of record can do as soon as it is listed in `actionplan.kinds`; `test_kinds.py` runs this."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from actionplan.document import snapshot
from actionplan.document.frozen import FrozenDocument
from actionplan.exports import web_document
from actionplan.models import Comment, Record
from actionplan.queries import activity, tasks, unprintable
from actionplan.services import comments, plans, records
from tests.factories import CityFactory, MembershipFactory
from tests.files import PDF
from tests.toy_kind.models import Risk
from ulg.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def member():
    return MembershipFactory(city=plans.open_plan(CityFactory(), by=None).city, user__name="Anna")


@pytest.fixture
def risk(member):
    return records.add(Risk(plan=member.city.plan, title="Nobody bids", description="Too late"), by=member)


def url(name, *keys):
    return reverse(name, args=keys)


def test_a_member_adds_one_and_corrects_it(client, member):
    client.force_login(member.user)

    client.post(url("actionplan:risk-add", member.city.slug), {"title": "Nobody bids"})
    risk = Risk.objects.get()
    client.post(url("actionplan:risk-edit", member.city.slug, risk.pk), {"title": "One bids", "revision": 1})

    risk.refresh_from_db()
    assert (risk.code, risk.title, risk.revision, risk.created_by) == ("R-01", "One bids", 2, member)


def test_it_is_read_on_its_page_and_commented_on_there(client, member, risk):
    client.force_login(member.user)

    client.post(url("actionplan:comment-add", member.city.slug, "risk", risk.pk), {"text": "Who says so?"})
    page = client.get(risk.get_absolute_url()).content.decode()

    assert Comment.objects.get().record == risk
    assert [words in page for words in ("Nobody bids", "Too late", "Who says so?")] == [True] * 3


def test_it_is_taken_out_and_brought_back(client, risk):
    editor = MembershipFactory(city=risk.plan.city, role="editor")
    client.force_login(editor.user)
    slug, found = risk.plan.city.slug, []
    for verb, seen in (("remove", 1), ("return", 2)):
        client.post(url(f"actionplan:risk-{verb}", slug, risk.pk), {"revision": seen})
        found.append(Record.objects.filter(pk=risk.pk).taken_out().exists())

    assert found == [True, False]


def test_it_is_found_by_its_words_and_by_its_code(client, member, risk):
    client.force_login(member.user)
    search = url("actionplan:search", member.city.slug)
    found = [client.get(search, {"q": words}).context["results"].groups for words in ("nobody late", "r-01")]

    assert [[(group.kind, group.title, len(group.hits)) for group in groups] for groups in found] == [
        [("risk", "Risks", 1)]
    ] * 2


def test_it_is_news_and_its_comments_wait_for_an_answer(member, risk):
    said = comments.add(risk, text="Who says so?", by=member)
    news = activity.since(member.city.plan, timezone.now() - timedelta(hours=1))
    waiting = tasks.unanswered(member.city.plan)

    assert [(line.words, line.record) for line in news] == [
        ("commented on", "R-01 Nobody bids"),
        ("added", "R-01 Nobody bids"),
    ]
    assert [(task.url, task.code) for task in waiting] == [
        (f"{risk.get_absolute_url()}?comment={said.pk}#comments", "R-01")
    ]


def test_its_history_is_told(client, member, risk):
    editor = MembershipFactory(city=member.city, role="editor")
    records.remove(risk, seen=1, by=editor)
    client.force_login(editor.user)

    page = client.get(url("ulg:history", member.city.slug, "risk", risk.pk))

    assert page.status_code == 200
    assert [*Event.objects.of(risk).values_list("deed", flat=True)] == ["added", "removed"]


def test_what_is_said_about_it_is_printed(member, risk):
    comments.add(risk, text="Who says so?", by=member)

    [shown] = web_document.read(FrozenDocument(snapshot.take(member.city.plan)), {})["comments"]

    assert (shown["kind"], shown["code"]) == ("Risk", "R-01")


def test_what_no_font_can_draw_in_it_is_named(member, risk):
    Risk.objects.update(description="\U0001f600")

    assert [each.url for each in unprintable.of_plan(member.city.plan)] == [
        url("actionplan:risk-edit", member.city.slug, risk.pk) + "#id_description"
    ]


def test_it_has_files(client, member, risk):
    client.force_login(member.user)

    client.post(
        url("actionplan:attachment-add", member.city.slug, "risk", risk.pk),
        {"title": "Tender statistics", "file": SimpleUploadedFile("report.pdf", PDF)},
    )
    page = client.get(risk.get_absolute_url()).content.decode()

    assert ("Tender statistics" in page, "(PDF, 1\u00a0kB)" in page) == (True, True)
