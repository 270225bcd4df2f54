from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from actionplan.models import Answer, Assessment, OwnScore
from actionplan.models.assessment import IS_CLOSED
from actionplan.reference import questionnaire
from actionplan.reference.questionnaire import QUESTIONNAIRES, Statement
from actionplan.services import assessments
from tests.factories import AssessmentFactory, CityFactory, MembershipFactory, PlanFactory
from ulg.models import Event
from ulg.roles import Role
from ulg.writing import history, saving

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return MembershipFactory(role=Role.EDITOR)


@pytest.fixture
def start(editor):
    return AssessmentFactory(plan=PlanFactory(city=editor.city), by=editor, title="Start")


def follow_up(start: Assessment, editor) -> Assessment:
    if Assessment.objects.get(pk=start.pk).is_open:
        assessments.close(start, seen=1, by=editor)
    on = date(2025, 6, 1)
    return assessments.open_assessment(start.plan, title="Follow-up", describes_on=on, by=editor)


def words(assessment: Assessment) -> list[tuple[str, str]]:
    return [(each.statement, each.title) for each in assessment.answers.all()]


def test_the_first_assessment_asks_the_newest_questionnaire(start):
    asked = QUESTIONNAIRES[questionnaire.NEWEST]

    assert (start.number, start.is_start, start.is_open, start.questionnaire) == (1, True, True, questionnaire.NEWEST)
    assert words(start) == [(each.key, str(each.words)) for each in asked]
    assert {each.score for each in start.answers.all()} == {""}


def test_statements_are_asked_in_the_language_of_the_city():
    start = AssessmentFactory(plan=PlanFactory(city=CityFactory(language="sv")))

    assert "Upphandlingspolicyn nämner jämställdhet som ett mål." in dict(words(start)).values()


def test_each_statement_has_the_number_of_its_place(start):
    codes = [(each.code, each.shown_code) for each in start.answers.filter(dimension="organisation")]

    assert codes == [("1/2.1", "2.1"), ("1/2.2", "2.2"), ("1/2.3", "2.3")]


def test_a_second_one_is_refused_while_the_first_is_open(start, editor):
    with pytest.raises(ValidationError, match="“Start” is still open"):
        assessments.open_assessment(start.plan, title="Again", describes_on=date(2025, 6, 1), by=editor)

    assert Assessment.objects.count() == 1


def test_a_follow_up_asks_the_same_without_the_answers(start, editor):
    own = assessments.add_statement(start, dimension="data", title="We count the children.", by=editor)
    gone, answered = start.answers.all()[:2]
    assessments.answer(gone, {"left_out_reason": "We have no such policy."}, seen=1, by=editor)
    assessments.answer(answered, {"score": "2", "evidence": "Counted"}, seen=1, by=editor)

    found = follow_up(start, editor)

    assert (found.number, found.is_start) == (2, False)
    assert words(found) == words(start)
    assert (own.statement, own.is_own) == (f"own-{own.number}", True)
    assert {(each.score, each.evidence) for each in found.answers.all()} == {("", "")}
    assert [each.statement for each in found.answers.all() if each.is_left_out] == [gone.statement]


def test_rewording_the_questionnaire_relabels_no_answer(start, editor, monkeypatch):
    before = words(start)
    reworded = tuple(Statement(each.key, each.dimension, "Other words") for each in QUESTIONNAIRES[1])
    monkeypatch.setitem(QUESTIONNAIRES, 1, reworded)

    assert words(start) == words(follow_up(start, editor)) == before


def test_a_statement_of_the_citys_own_takes_the_next_place_in_its_dimension(start, editor):
    added = [assessments.add_statement(start, dimension="strategy", title=f"Own {n}", by=editor) for n in (1, 2)]

    assert [(each.code, each.dimension, each.is_own) for each in added] == [
        ("1/3.3", "strategy", True),
        ("1/3.4", "strategy", True),
    ]


def test_answering_makes_a_revision_and_an_event(start, editor):
    answer = start.answers.first()

    saved = assessments.answer(answer, {"score": "2", "source": "Policy"}, seen=1, by=editor)

    assert (saved.record.score, saved.record.revision, saved.record.updated_by) == ("2", 2, editor)
    assert [*Event.objects.of(answer).values_list("deed", flat=True)] == ["opened", "changed"]


def test_two_who_answer_different_fields_are_joined(start, editor):
    answer = start.answers.first()
    assessments.answer(answer, {"score": "2", "source": ""}, seen=1, by=editor)

    joined = assessments.answer(answer, {"score": "", "source": "Policy"}, seen=1, by=editor)

    assert (joined.record.score, joined.record.source) == ("2", "Policy")


def test_a_score_and_a_reason_to_leave_it_out_do_not_join(start, editor):
    answer = start.answers.first()
    assessments.answer(answer, {"score": "2", "left_out_reason": ""}, seen=1, by=editor)

    refused = assessments.answer(answer, {"score": "", "left_out_reason": "Not ours"}, seen=1, by=editor)

    assert isinstance(refused, saving.Conflict)
    assert refused.faults == ("A statement that is left out has no score. Remove the score or the reason.",)


def test_the_last_score_of_a_member_counts(start, editor):
    answer = start.answers.first()

    for score in ("1", "unknown", "3"):
        assessments.give_own_score(answer, score, by=editor)
    assessments.give_own_score(answer, "0", by=MembershipFactory(city=editor.city))

    assert sorted(OwnScore.objects.values_list("score", flat=True)) == ["0", "3"]


def test_closing_says_by_whom_and_when(start, editor):
    closed = assessments.close(start, seen=1, by=editor).record

    assert (closed.is_open, closed.closed_by, closed.closed_at is None) == (False, editor, False)
    assert [*Event.objects.of(start).values_list("deed", flat=True)] == ["opened", "closed"]


VERBS = {
    "answer": lambda answer, by: assessments.answer(answer, {"score": "1"}, seen=1, by=by),
    "give a score": lambda answer, by: assessments.give_own_score(answer, "1", by=by),
    "add a statement": lambda answer, by: assessments.add_statement(
        answer.assessment, dimension="data", title="One more", by=by
    ),
    "close": lambda answer, by: assessments.close(answer.assessment, seen=2, by=by),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_in_a_closed_assessment_nobody_can(start, editor, verb):
    answer = start.answers.first()
    assessments.close(start, seen=1, by=editor)

    with pytest.raises(ValidationError) as refusal:
        verb(answer, editor)

    assert refusal.value.messages == [str(IS_CLOSED)]


def test_an_earlier_answer_of_a_closed_assessment_is_not_restored(start, editor):
    answer = start.answers.first()
    assessments.answer(answer, {"score": "1"}, seen=1, by=editor)
    assessments.close(start, seen=1, by=editor)

    with pytest.raises(history.RestoreRefused, match="The assessment is closed"):
        history.restore(Answer.objects.get(pk=answer.pk), 1, seen=2, by=editor)


def test_a_follow_up_does_not_describe_a_day_before_the_start(start, editor):
    later = follow_up(start, editor)
    later.describes_on = date(2020, 1, 1)

    with pytest.raises(ValidationError, match="An earlier assessment describes a later date"):
        later.full_clean()
