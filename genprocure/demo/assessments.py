"""How an assessment is written down in the demo, and how its people fill it in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from actionplan.models import Answer, Plan
from actionplan.services import assessments
from ulg.models import Membership


def answered(score: str, evidence: str = "", source: str = "", on: date | None = None, **own: str) -> dict[str, Any]:
    """What is said to one statement; `own` has the scores of members by their keys."""
    said = {"score": score, "evidence": " ".join(evidence.split()), "source": source, "source_on": on}
    return {"said": said, "own": own}


def left_out(reason: str) -> dict[str, Any]:
    return {"said": {"left_out_reason": reason}, "own": {}}


def fill_in(
    plan: Plan, facts: Mapping[str, Any], seats: Mapping[str, Membership], at: Callable[[date], datetime]
) -> None:
    """Opened, answered in the order of the page a few minutes apart, and closed if it is."""
    by, moment = seats[facts["by"]], at(facts["opened_on"])
    opened = assessments.open_assessment(
        plan, title=facts["title"], describes_on=facts["describes_on"], by=by, at=moment
    )
    for dimension, title in facts.get("own", ()):
        assessments.add_statement(opened, dimension=dimension, title=title, by=by, at=moment)
    for answer in opened.answers.all():
        key = answer.title if answer.is_own else answer.statement
        if found := facts["answers"].get(key):
            moment += timedelta(minutes=7)
            _answer(answer, found, by, seats, moment)
    if facts.get("closed_on"):
        assessments.close(opened, seen=opened.revision, by=by, at=at(facts["closed_on"]))


def _answer(
    answer: Answer, found: Mapping[str, Any], by: Membership, seats: Mapping[str, Membership], at: datetime
) -> None:
    for key, score in found["own"].items():
        assessments.give_own_score(answer, score, by=seats[key], at=at)
    if found["said"].get("score") or found["said"].get("left_out_reason"):
        assessments.answer(answer, found["said"], seen=answer.revision, by=by, at=at)
