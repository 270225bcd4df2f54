"""Opening an assessment with its statements, adding one more, answering, closing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from actionplan.models import Answer, Assessment, OwnScore, Plan
from actionplan.models.answer import OWN
from actionplan.models.assessment import IS_CLOSED
from actionplan.reference import questionnaire
from actionplan.reference.assessment import Dimension, Score
from actionplan.services import numbering
from ulg.caching import revisions
from ulg.models import Deed, Membership
from ulg.writing import locks, saving
from ulg.writing.transactions import atomic


@atomic
def open_assessment(
    plan: Plan, *, title: str, describes_on: date, by: Membership | None, at: datetime | None = None
) -> Assessment:
    """The plan's start with the statements of the questionnaire, or a follow-up with those of the last assessment."""
    number = numbering.take_next(plan, Assessment)  # whoever opens one too waits from here on
    last = plan.assessments.order_by("number").last()
    if last and last.is_open:
        raise ValidationError(_("“%(title)s” is still open. Close it before you open a follow-up.") % {"title": last})
    version = last.questionnaire if last else questionnaire.NEWEST
    opened = Assessment(plan=plan, number=number, title=title, describes_on=describes_on, questionnaire=version)
    saving.create(opened, by=by, at=at, deed=Deed.OPENED)
    answers = _copied(last) if last else _asked(version, plan.city.language)
    _store(opened, answers, Deed.OPENED, by=by, at=at)
    return opened


@atomic
def add_statement(
    assessment: Assessment, *, dimension: str, title: str, by: Membership, at: datetime | None = None
) -> Answer:
    """A statement of the city's own; follow-ups ask it as well."""
    lock_open(assessment)
    [added] = _store(assessment, [Answer(dimension=dimension, title=title)], Deed.ADDED, by=by, at=at)
    return added


@atomic
def answer(
    record: Answer, changes: dict[str, Any], *, seen: int | None, by: Membership, at: datetime | None = None
) -> saving.Saved | saving.Conflict:
    lock_open(record.assessment)
    return saving.save(record, changes, seen=seen, by=by, at=at)


@atomic
def change_assessment(
    assessment: Assessment, changes: dict[str, Any], *, seen: int | None, by: Membership, at: datetime | None = None
) -> saving.Saved | saving.Conflict:
    lock_open(assessment)
    return saving.save(assessment, changes, seen=seen, by=by, at=at)


@atomic
def give_own_score(record: Answer, score: Score | str, *, by: Membership, at: datetime | None = None) -> OwnScore:
    """How far this member finds the statement true; what they said before no longer counts."""
    lock_open(record.assessment)
    given = {"score": score, "given_at": at or timezone.now()}
    own, _is_first = OwnScore.objects.update_or_create(answer=record, by=by, defaults=given)
    revisions.renew(record)
    return own


@atomic
def close(
    assessment: Assessment, *, seen: int | None, by: Membership, at: datetime | None = None
) -> saving.Saved | saving.Conflict:
    """From now on nothing in it changes; what has no answer yet stays without one."""
    lock_open(assessment)
    changes = {"closed_at": at or timezone.now(), "closed_by": by.pk}
    return saving.advance(assessment, changes, seen=seen, by=by, deed=Deed.CLOSED, at=at)


def lock_open(assessment: Assessment) -> None:
    """Whoever wants to close it waits until this is written; a closed one refuses."""
    if not locks.locked(assessment).is_open:
        raise ValidationError(IS_CLOSED, code="closed")


def _asked(version: int, language: str) -> list[Answer]:
    """The statements of the questionnaire in the city's language, with nothing said to them."""
    with translation.override(language):
        return [
            Answer(statement=each.key, dimension=each.dimension, title=str(each.words))
            for each in questionnaire.QUESTIONNAIRES[version]
        ]


def _copied(last: Assessment) -> list[Answer]:
    """The statements of an assessment in the words they had, with what does not concern the city left out again."""
    kept = ("statement", "dimension", "title", "left_out_reason")
    return [Answer(**{name: getattr(each, name) for name in kept}) for each in last.answers.current()]


def _store(
    assessment: Assessment, answers: Iterable[Answer], deed: Deed, *, by: Membership | None, at: datetime | None
) -> list[Answer]:
    """Each with its number in the plan, and its place in the assessment as its code."""
    stored = list(answers)
    places = Counter(assessment.answers.values_list("dimension", flat=True))
    numbers = numbering.take_next_many(assessment.plan, Answer, len(stored))
    for each, number in zip(stored, numbers, strict=True):
        places[each.dimension] += 1
        each.plan, each.assessment, each.number = assessment.plan, assessment, number
        each.code = f"{assessment.number}/{Dimension(each.dimension).number}.{places[each.dimension]}"
        each.statement = each.statement or f"{OWN}{number}"
        each.created_by, each.created_at = by, at or timezone.now()
        saving.create(each, by=by, at=at, deed=deed)
    return stored
