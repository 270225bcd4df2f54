"""Umeå's plan in three stages: up to version 1, from there to version 2, and what is under way since.

A loader takes the stages in order. In each it fills in the `assessments`, adds what is `new`, writes what is `changed`,
adds the `comments` with their answers and the late `answers`, and publishes `version` if there is one. Kinds are the
plural names of records; a section is a record with key, status and text.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from genprocure.demo.umea import after, early_records, early_sections
from genprocure.demo.umea.actions import ACTIONS
from genprocure.demo.umea.assessments import FOLLOW_UP, START
from genprocure.demo.umea.barriers import BARRIERS
from genprocure.demo.umea.comments import COMMENTS
from genprocure.demo.umea.findings import FINDINGS
from genprocure.demo.umea.objectives import INDICATORS, OBJECTIVES
from genprocure.demo.umea.sections import SECTIONS
from genprocure.demo.umea.solutions import SOLUTIONS

Record = dict[str, Any]

VERSION_1: Record = {
    "published_at": datetime(2025, 5, 12, 10, 0),
    "published_by": "karin",
    "decision": {"body": "Kommunstyrelsen", "on": date(2025, 5, 6), "paragraph": "§ 97"},
    "reason": "Vi visar planen medan den växer. Det som fattas kommer i nästa version.",
}
VERSION_2: Record = {
    "published_at": datetime(2025, 11, 24, 9, 30),
    "published_by": "karin",
    "decision": {"body": "Kommunstyrelsen", "on": date(2025, 11, 18), "paragraph": "§ 214"},
    "reason": "Planen är beslutad. Några uppgifter fattas ännu, och vi säger det hellre öppet än väntar.",
}

# In the order in which they can be written: each kind refers only to those before it.
RECORDS: dict[str, list[Record]] = {
    "sections": [{"key": key, "status": "done", "text": text} for key, text in SECTIONS.items()],
    "findings": FINDINGS,
    "barriers": BARRIERS,
    "solutions": SOLUTIONS,
    "objectives": OBJECTIVES,
    "actions": ACTIONS,
    "indicators": INDICATORS,
}
EARLIER: dict[str, dict[str, Record]] = {
    "sections": {key: {"text": text} for key, text in early_sections.SECTIONS.items()},
    "barriers": early_records.BARRIERS,
    "solutions": early_records.SOLUTIONS,
    "objectives": early_records.OBJECTIVES,
    "actions": early_records.ACTIONS,
    "indicators": early_records.INDICATORS,
}


@dataclass(frozen=True)
class Stage:
    """What happens to the plan until `version` is published, or until today."""

    new: dict[str, list[Record]]
    changed: dict[str, dict[str, Record]] = field(default_factory=dict)
    comments: list[Record] = field(default_factory=list)
    answers: list[tuple[str, Record]] = field(default_factory=list)
    version: Record | None = None
    assessments: list[Record] = field(default_factory=list)


def _is_new_since_version_1(kind: str, record: Record) -> bool:
    return record["key"] in early_records.NEW_SINCE.get(kind, set())


def _as_in_version_1() -> dict[str, list[Record]]:
    return {
        kind: [
            record | EARLIER.get(kind, {}).get(record["key"], {})
            for record in records
            if not _is_new_since_version_1(kind, record)
        ]
        for kind, records in RECORDS.items()
    }


def _new_since_version_1() -> dict[str, list[Record]]:
    return {
        kind: [record for record in records if _is_new_since_version_1(kind, record)]
        for kind, records in RECORDS.items()
    }


def _changed_since_version_1() -> dict[str, dict[str, Record]]:
    """For every field that read otherwise in version 1, what it says now."""
    now = {kind: {record["key"]: record for record in records} for kind, records in RECORDS.items()}
    return {
        kind: {key: {name: now[kind][key][name] for name in fields} for key, fields in earlier.items()}
        for kind, earlier in EARLIER.items()
    }


def _comments(after: datetime, before: datetime) -> list[Record]:
    """The comments of a time, each with the answers that came in the same time."""
    return [
        comment | {"answers": [answer for answer in comment["answers"] if answer["at"] < before]}
        for comment in COMMENTS
        if after <= comment["at"] < before
    ]


def _late_answers(at: datetime) -> list[tuple[str, Record]]:
    """Answers given after `at` to comments written before it, with the comment's key."""
    return [
        (comment["key"], answer)
        for comment in COMMENTS
        for answer in comment["answers"]
        if comment["at"] < at <= answer["at"]
    ]


STAGE_1 = Stage(
    new=_as_in_version_1(),
    comments=_comments(datetime.min, VERSION_1["published_at"]),
    version=VERSION_1,
    assessments=[START],
)
STAGE_2 = Stage(
    new=_new_since_version_1(),
    changed=_changed_since_version_1(),
    comments=_comments(VERSION_1["published_at"], VERSION_2["published_at"]),
    answers=_late_answers(VERSION_1["published_at"]),
    version=VERSION_2,
)
STAGE_3 = Stage(
    new={"barriers": [after.BARRIER]},
    changed={"sections": {"vision": {"status": "review", "text": after.VISION}}},
    comments=after.COMMENTS,
    assessments=[FOLLOW_UP],
)
STAGES = [STAGE_1, STAGE_2, STAGE_3]
