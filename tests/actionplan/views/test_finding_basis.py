"""A finding made of an answer of the assessment or of a number of the figures, and what no finding leads to yet."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from actionplan.models import Finding
from actionplan.notices.archives import File
from actionplan.services.notices import import_files
from tests import notices
from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    BarrierFactory,
    FindingFactory,
    MembershipFactory,
    PlanFactory,
)
from tests.sent_forms import forms_of
from ulg.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    seat = MembershipFactory(role=Role.EDITOR)
    PlanFactory(city=seat.city)
    client.force_login(seat.user)
    return seat


def add_url(city, **asked) -> str:
    return reverse("actionplan:finding-add", args=[city.slug], query=asked)


def send(client, url: str, **changes) -> None:
    """The form as the page gives it, with these changes."""
    sent = next(form for form in forms_of(client.get(url).content, url) if "title" in form.fields)
    client.post(url, {**sent.fields, **changes})


def begun(client, city, **asked) -> dict:
    form = client.get(add_url(city, **asked)).context["form"]
    return {name: form.get_initial_for_field(form.fields[name], name) for name in form.fields}


def an_answer(city, **said):
    return AnswerFactory(plan=city.plan, title="The policy names equality.", dimension="frame", **said)


def import_lots(city, *aims: str) -> None:
    lots = [
        notices.Lot(f"LOT-{place:04}", codes={"social-objective": [aim]} if aim else {})
        for place, aim in enumerate(aims, 1)
    ]
    list(import_files(city, [File("notice.xml", notices.Notice(lots, day="2024-03-19+01:00").xml())], by=None))


def test_a_finding_begins_with_the_answer_that_it_is_made_of(client, editor):
    answer = an_answer(editor.city, score="1", evidence="One line.", source="The policy", source_on=date(2024, 5, 2))

    found = begun(client, editor.city, answer=answer.pk)

    assert {name: found[name] for name in ("title", "text", "source", "year", "answer")} == {
        "title": "The policy names equality. Answer: to a small extent.",
        "text": "One line.",
        "source": "The policy",
        "year": 2024,
        "answer": str(answer.pk),
    }


def test_a_finding_made_of_an_answer_leads_to_it_and_back(client, editor):
    answer = an_answer(editor.city, score="1")
    url = add_url(editor.city, answer=answer.pk)
    send(client, url, title="It does not")

    finding = Finding.objects.get()
    assert finding.answer == answer
    assert answer.get_absolute_url() in client.get(finding.get_absolute_url()).content.decode()
    assert finding.get_absolute_url() in client.get(answer.get_absolute_url()).content.decode()


def test_a_finding_begins_with_the_number_that_it_is_made_of(client, editor):
    import_lots(editor.city, "gen-eq", "opp", "")

    found = begun(client, editor.city, figure="what=lots&year=2024&aim=gender")

    assert {name: found[name] for name in ("title", "source", "year", "figure")} == {
        "title": "1 of 3 lots in 2024: Gender equality",
        "source": "The city's notices up to 19 March 2024",
        "year": 2024,
        "figure": "what=lots&year=2024&aim=gender",
    }


def test_a_finding_made_of_a_number_leads_to_what_it_counts(client, editor):
    import_lots(editor.city, "gen-eq", "")
    counted = reverse("actionplan:counted", args=[editor.city.slug], query={"year": 2024, "aim": "gender"})
    page = client.get(counted)
    assert f"figure={page.context['figure'].replace('=', '%3D').replace('&', '%26')}" in page.content.decode()
    url = add_url(editor.city, figure=page.context["figure"])
    send(client, url, title="One of two")

    finding = Finding.objects.get()
    assert finding.figure == "what=lots&year=2024&aim=gender"
    assert "?what=lots&amp;year=2024&amp;aim=gender" in client.get(finding.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "asked", ["", "x", "what=lots", "year=20240", "//evil.example", "aim=gender&year=1700", "\x00"]
)
def test_a_figure_that_counts_nothing_is_none(client, editor, asked):
    url = add_url(editor.city)
    send(client, url, title="One", figure=asked)

    assert [finding.figure for finding in Finding.objects.all()] in ([""], ["what=lots&aim=gender"], [])
    assert client.get(add_url(editor.city, figure=asked)).status_code == 200


@pytest.mark.parametrize("key", ["999999", "x", "-1", "9" * 30])
def test_an_answer_that_is_not_there_begins_nothing(client, editor, key):
    an_answer(editor.city, score="1")

    assert begun(client, editor.city, answer=key)["title"] in (None, "")


def test_an_answer_of_another_city_begins_nothing(client, editor):
    other = an_answer(PlanFactory().city, score="1", evidence="Secret")

    assert "Secret" not in client.get(add_url(editor.city, answer=other.pk)).content.decode()


def test_the_list_names_findings_without_a_barrier_and_dimensions_without_a_finding(client, editor):
    AssessmentFactory(plan=editor.city.plan)
    about = FindingFactory(plan=editor.city.plan, answer=an_answer(editor.city, score="1"))
    alone = FindingFactory(plan=editor.city.plan)
    BarrierFactory(plan=editor.city.plan, findings=[about])

    context = client.get(reverse("actionplan:findings", args=[editor.city.slug])).context

    assert list(context["without_barrier"]) == [alone]
    assert [str(each) for each in context["dimensions"]] == [
        "organisation", "strategy", "skills", "practice", "data", "market", "criteria",
    ]  # fmt: skip


def test_what_is_lacking_is_not_said_of_a_search(client, editor):
    FindingFactory(plan=editor.city.plan)

    page = client.get(reverse("actionplan:findings", args=[editor.city.slug], query={"q": "nothing"}))

    assert "without_barrier" not in page.context
