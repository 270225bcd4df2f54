from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from actionplan.models import Answer, OwnScore
from actionplan.services import assessments
from tests.actionplan.views.kinds import each_role, log_in
from tests.factories import AnswerFactory, AssessmentFactory, CityFactory, MembershipFactory, PlanFactory
from tests.queries import MOST, queries_of
from ulg.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return PlanFactory(city=CityFactory(slug="umea"))


@pytest.fixture
def answer(plan):
    return AssessmentFactory(plan=plan).answers.get(statement="frame-policy")


def url(name: str, answer: Answer, plan=None) -> str:
    return reverse(f"actionplan:{name}", args=[(plan or answer.plan).city.slug, answer.pk])


def stands(answer: Answer) -> Answer:
    return Answer.objects.get(pk=answer.pk)


def close(answer: Answer) -> None:
    assessments.close(answer.assessment, seen=1, by=MembershipFactory(city=answer.plan.city))


def test_an_editor_answers_with_evidence_source_and_day(client, plan, answer):
    log_in(client, plan.city)
    said = {
        "score": "2",
        "evidence": "Section 3 names it.",
        "source": "Procurement policy",
        "source_on": "2023-06-12",
        "links": "https://example.org/policy\nhttps://example.org/council",
    }

    response = client.post(url("answer-edit", answer), {**said, "left_out_reason": "", "revision": 1})

    found = stands(answer)
    assert response["Location"] == f"/umea/baseline/assessments/1/#statement-{answer.pk}"
    assert (found.score, found.source, found.source_on) == ("2", "Procurement policy", date(2023, 6, 12))
    assert found.addresses == ["https://example.org/policy", "https://example.org/council"]


def test_saving_leads_to_the_next_statement_without_an_answer(client, plan, answer):
    following, after = answer.assessment.answers.filter(number__gt=answer.number)[:2]
    assessments.answer(following, {"score": "unknown"}, seen=1, by=MembershipFactory(city=plan.city))
    log_in(client, plan.city)

    response = client.post(url("answer-edit", answer), {"score": "1", "revision": 1, "next": "1"})

    assert response["Location"] == f"{url('answer-edit', after)}#main"


def test_after_the_last_statement_it_begins_again_and_ends_at_the_assessment(client, plan, answer):
    *others, last = answer.assessment.answers.all()
    log_in(client, plan.city)

    again = client.post(url("answer-edit", last), {"score": "1", "revision": 1, "next": "1"})
    for each in others[1:]:
        assessments.answer(each, {"score": "0"}, seen=1, by=MembershipFactory(city=plan.city))
    ended = client.post(url("answer-edit", others[0]), {"score": "1", "revision": 1, "next": "1"})

    assert again["Location"] == f"{url('answer-edit', others[0])}#main"
    assert ended["Location"] == f"/umea/baseline/assessments/1/#statement-{others[0].pk}"


def test_nothing_has_to_be_answered(client, plan, answer):
    log_in(client, plan.city)

    response = client.post(url("answer-edit", answer), {"evidence": "We are looking for it", "revision": 1})

    assert (response.status_code, stands(answer).score, stands(answer).is_missing) == (302, "", True)


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"links": "https://example.org/\nnot an address"}, "links"),
        ({"links": "javascript:alert(1)"}, "links"),
        ({"score": "1", "left_out_reason": "Not ours"}, "left_out_reason"),
        ({"score": "7"}, "score"),
        ({"source_on": "yesterday"}, "source_on"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client, plan, answer, sent, field):
    log_in(client, plan.city)

    response = client.post(url("answer-edit", answer), {**sent, "revision": 1})

    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert f'href="#id_{field}' in response.content.decode()


def test_a_statement_that_is_left_out_says_why(client, plan, answer):
    log_in(client, plan.city, Role.MEMBER)
    by = MembershipFactory(city=plan.city)
    assessments.answer(answer, {"left_out_reason": "The county decides that."}, seen=1, by=by)

    page = client.get(url("answer", answer)).content.decode()

    assert ("Left out" in page, "The county decides that." in page) == (True, True)


def test_in_a_closed_assessment_the_form_says_why_not_and_hands_the_words_back(client, plan, answer):
    close(answer)
    log_in(client, plan.city)

    response = client.post(url("answer-edit", answer), {"evidence": "Written on a train", "revision": 1})
    page = response.content.decode()

    assert response.status_code == 403
    assert ("The assessment is closed" in page, "Written on a train" in page) == (True, True)
    assert url("answer-edit", answer) not in client.get(url("answer", answer)).content.decode()


def test_members_give_their_own_score_and_the_spread_is_shown(client, plan, answer):
    for score in ("0", "3", "3"):
        log_in(client, plan.city, Role.MEMBER)
        client.post(url("own-score", answer), {"score": "1"})
        client.post(url("own-score", answer), {"score": score})

    response = client.get(url("answer", answer))

    spread = response.context["spread"]
    assert [(score.value, count) for score, count in spread.parts if count] == [("0", 1), ("3", 2)]
    assert "Members differ by more than one step" in response.content.decode()
    assert stands(answer).score == ""


def test_a_score_that_nobody_chose_is_refused_at_its_field(client, plan, answer):
    log_in(client, plan.city, Role.MEMBER)

    response = client.post(url("own-score", answer), {})

    assert (response.status_code, "Choose a score" in response.content.decode()) == (422, True)


def test_no_own_score_is_taken_after_it_was_closed(client, plan, answer):
    close(answer)
    log_in(client, plan.city, Role.MEMBER)

    assert client.post(url("own-score", answer), {"score": "1"}).status_code == 403
    assert OwnScore.objects.count() == 0


@each_role
def test_members_score_and_only_editors_answer(client, plan, answer, role):
    log_in(client, plan.city, role)

    found = [client.post(url(name, answer), {"score": "1", "revision": 1}).status_code for name in FORMS]

    assert found == [302 if role in may else 403 for may in FORMS.values()]


FORMS = {"answer-edit": {Role.EDITOR, Role.COORDINATOR}, "own-score": {Role.MEMBER, Role.EDITOR, Role.COORDINATOR}}


@pytest.mark.parametrize("name", ["answer", "answer-edit", "own-score"])
def test_another_citys_statement_is_not_found(client, answer, name):
    other = PlanFactory()
    log_in(client, other.city)

    assert client.get(url(name, answer, other)).status_code == 404


@pytest.mark.parametrize("name", ["answer", "answer-edit"])
def test_the_page_takes_as_many_queries_for_many_scores_as_for_none(client, plan, answer, name):
    log_in(client, plan.city)
    client.get(url(name, answer))
    few = queries_of(client, url(name, answer))
    for _more in range(3):
        assessments.give_own_score(answer, "1", by=MembershipFactory(city=plan.city))
        AnswerFactory(plan=plan)

    assert queries_of(client, url(name, answer)) == few <= MOST
