"""The database itself refuses to change or delete a closed assessment, its answers and its members' scores."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from actionplan.models import Answer, Assessment, OwnScore, Record
from actionplan.services import assessments, comments
from tests.factories import AssessmentFactory, MembershipFactory, PlanFactory

REFUSAL = "A closed assessment never changes."


def answered() -> Answer:
    """One answer of an assessment, with a member's score."""
    plan = PlanFactory()
    by = MembershipFactory(city=plan.city)
    answer = AssessmentFactory(plan=plan, by=by).answers.first()
    assessments.give_own_score(answer, "2", by=by)
    return assessments.answer(answer, {"score": "1"}, seen=1, by=by).record


def close(answer: Answer) -> Answer:
    assessments.close(answer.assessment, seen=1, by=MembershipFactory(city=answer.plan.city))
    return Answer.objects.get(pk=answer.pk)


@pytest.fixture
def closed(db) -> Answer:
    return close(answered())


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def standing() -> list[object]:
    """Everything that may not change, as it stands."""
    models = (Assessment, Answer, OwnScore)
    return [list(model.objects.order_by("pk").values()) for model in models]


def more_of(answer: Answer) -> Answer:
    return Answer(
        plan=answer.plan, assessment=answer.assessment, statement="new", number=900, code="1/9.1", title="New",
        dimension="frame", created_at=timezone.now(),
    )  # fmt: skip


CHANGES = {
    "assessment saved": lambda closed: closed.assessment.save_without_historical_record(),
    "assessment updated": lambda closed: Assessment.objects.update(title="Another"),
    "assessment opened again": lambda closed: Assessment.objects.update(closed_at=None, closed_by=None),
    "assessment deleted in SQL": lambda closed: sql("DELETE FROM actionplan_assessment"),
    "answer saved": lambda closed: closed.save_without_historical_record(),
    "answer updated": lambda closed: Answer.objects.update(score="3"),
    "answer reworded": lambda closed: Record.objects.filter(pk=closed.pk).update(title="Other words"),
    "answer taken out": lambda closed: Record.objects.filter(pk=closed.pk).update(removed_at=timezone.now()),
    "answer deleted": lambda closed: closed.delete(),
    "answer added": lambda closed: more_of(closed).save_without_historical_record(),
    "answer deleted in SQL": lambda closed: sql("DELETE FROM actionplan_answer"),
    "record deleted in SQL": lambda closed: sql(f"DELETE FROM actionplan_record WHERE id = {closed.pk}"),
    "own score updated": lambda closed: OwnScore.objects.update(score="0"),
    "own score deleted": lambda closed: OwnScore.objects.all().delete(),
    "own score added": lambda closed: OwnScore.objects.create(
        answer=closed, by=MembershipFactory(city=closed.plan.city), score="1", given_at=timezone.now()
    ),
}
if connection.vendor == "postgresql":
    CHANGES |= {
        f"{table} truncated in SQL": lambda closed, table=table: sql(
            f"SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE actionplan_{table} CASCADE"
        )
        for table in ("assessment", "answer", "record", "ownscore")
    }
if connection.vendor == "sqlite":
    CHANGES |= {
        "assessment replaced in SQL": lambda closed: sql(
            "INSERT OR REPLACE INTO actionplan_assessment SELECT * FROM actionplan_assessment"
        ),
        "answer replaced in SQL": lambda closed: sql(
            "INSERT OR REPLACE INTO actionplan_answer SELECT * FROM actionplan_answer"
        ),
        "record replaced in SQL": lambda closed: sql(
            "INSERT OR REPLACE INTO actionplan_record SELECT * FROM actionplan_record"
        ),
        "own score replaced in SQL": lambda closed: sql(
            "INSERT OR REPLACE INTO actionplan_ownscore SELECT * FROM actionplan_ownscore"
        ),
    }


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_closed_assessment_is_refused_every_change(closed, change):
    before = standing()

    with pytest.raises(IntegrityError, match=REFUSAL), transaction.atomic():
        change(closed)

    assert standing() == before


def test_an_open_assessment_beside_a_closed_one_changes(closed):
    by = MembershipFactory(city=closed.plan.city)
    follow_up = AssessmentFactory(plan=closed.plan, by=by)
    answer = follow_up.answers.first()

    assessments.answer(answer, {"score": "3"}, seen=1, by=by)
    Assessment.objects.filter(pk=follow_up.pk).update(title="Another")

    assert Answer.objects.get(pk=answer.pk).score == "3"


def test_a_statement_of_a_closed_assessment_can_still_be_commented_on(closed):
    comments.add(closed, text="We know better now", by=MembershipFactory(city=closed.plan.city))

    assert closed.comments.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", [1, 2])
def test_the_tables_are_empty_and_guarded_again_after_each_flush(time):
    assert not Assessment.objects.exists()

    closed = close(answered())

    with pytest.raises(IntegrityError, match=REFUSAL):
        closed.delete()
