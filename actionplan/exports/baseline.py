"""The assessment of a plan as the pages show it: the newest one beside the start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from actionplan import tally
from actionplan.exports.actions import drawn
from actionplan.exports.blocks import paragraphs
from actionplan.exports.characters import clean_text
from actionplan.exports.records import Index, Plan, Record, is_long
from actionplan.exports.wording import Wording
from actionplan.radar import Axis, RadarWords, radar
from actionplan.reference.assessment import MOST_POINTS, Dimension, Score
from actionplan.reference.questionnaire import ASPECTS, CRITERIA, criteria_key
from actionplan.tally import Tally


@dataclass(frozen=True)
class Answered:
    """What a tally counts of a frozen answer."""

    record: Record

    @property
    def is_left_out(self) -> bool:
        return bool(self.record["left_out_reason"])

    @property
    def is_missing(self) -> bool:
        return not self.record["score"] and not self.is_left_out

    @property
    def points(self) -> int | None:
        score = self.record["score"]
        return int(score) if score in Score.known() else None


class Sheet:
    """The newest assessment, the start beside it where there is a later one, and both parted by dimension."""

    def __init__(self, plan: Plan) -> None:
        found = plan["assessments"]
        self.newest: Record | None = found[-1] if found else None
        self.start: Record | None = found[0] if len(found) > 1 else None
        known = [each["dimension"] for each in self.statements]
        self.dimensions = [each for each in dict.fromkeys((*Dimension.values, *known)) if each in known]

    @property
    def statements(self) -> list[Record]:
        return self.newest["statements"] if self.newest else []

    def before(self, key: str) -> Record | None:
        """The same statement at the start."""
        found = self.start["statements"] if self.start else []
        return next((each for each in found if each["key"] == key), None)

    def now_of(self, dimension: str) -> Tally:
        return Tally.of(Answered(each) for each in self.statements if each["dimension"] == dimension)

    def before_of(self, dimension: str) -> Tally | None:
        """Over the statements that are asked now: progress is read on the same ones."""
        if self.start is None:
            return None
        found = [self.before(each["key"]) for each in self.statements if each["dimension"] == dimension]
        return Tally.of(Answered(each) for each in found if each)


def assessment(plan: Plan, words: Wording, index: Index) -> Record | None:
    sheet = Sheet(plan)
    if sheet.newest is None:
        return None
    return {
        **_headed(sheet.newest, words),
        "note": "" if sheet.newest["closed_on"] else words.say("not_closed"),
        "counts": _counts(Tally.of(map(Answered, sheet.statements)), words),
        "has_start": sheet.start is not None,
        "rows": [_mean_row(each, sheet, words) for each in sheet.dimensions],
        "charts": _charts(sheet, words),
        "criteria": _criteria(sheet, words),
    }


def statements(plan: Plan, words: Wording, index: Index) -> list[Record]:
    """Every statement of the newest assessment, by dimension."""
    sheet = Sheet(plan)
    return [
        {
            "title": words.code("dimension", dimension),
            "rows": [
                _statement(each, sheet.before(each["key"]), words)
                for each in sheet.statements
                if each["dimension"] == dimension
            ],
        }
        for dimension in sheet.dimensions
    ]


def _headed(found: Record, words: Wording) -> Record:
    return {"title": found["title"].strip(), "as_of": words.say("as_of", day=words.day(found["describes_on"]))}


def _counts(counted: Tally, words: Wording) -> list[str]:
    said = [words.say("answered_of", answered=counted.answered, asked=counted.asked, unknown=counted.unknown)]
    return said + ([words.say("left_out_statements", number=counted.left_out)] if counted.left_out else [])


def _mean_row(dimension: str, sheet: Sheet, words: Wording) -> Record:
    now, before = sheet.now_of(dimension), sheet.before_of(dimension)
    moved = tally.change(before, now)
    return {
        "dimension": words.code("dimension", dimension),
        "answered": words.say("of", number=now.answered, total=now.asked),
        "before": _mean(before.mean if before else None, words),
        "now": _mean(now.mean, words),
        "change": "–" if moved is None else ("+" if moved > 0 else "") + words.mean(moved),
    }


def _mean(value: Any, words: Wording) -> str:
    return "–" if value is None else words.mean(value)


def _charts(sheet: Sheet, words: Wording) -> list[Record]:
    """Nothing where no mean is known, or where there are too few dimensions for a surface."""
    axes = [_axis(each, sheet, words) for each in sheet.dimensions]
    if len(axes) <= 2 or all(axis.now is None and axis.before is None for axis in axes):
        return []
    key = "radar_row_of_two" if sheet.start else "radar_row"
    said = RadarWords(
        title=words.say("radar"),
        alt=words.say("radar_alt", rows="{rows}"),
        row=lambda axis: words.say(
            key, dimension=axis.name, before=_mean(axis.before, words), now=_mean(axis.now, words)
        ),
        now=_called(sheet.newest, "follow_up" if sheet.start else "start", words),
        before=_called(sheet.start, "start", words),
    )
    return [drawn(radar(axes, MOST_POINTS, said))]


def _axis(dimension: str, sheet: Sheet, words: Wording) -> Axis:
    before = sheet.before_of(dimension)
    name = clean_text(words.code("dimension_short", dimension))
    return Axis(name, sheet.now_of(dimension).mean, before.mean if before else None)


def _called(found: Record | None, occasion: str, words: Wording) -> str:
    return f"{words.labels[occasion]}, {words.month(found['describes_on'])}" if found else ""


def _criteria(sheet: Sheet, words: Wording) -> list[Record]:
    """What is asked of every kind of criteria: a line for each, a score for each kind; none where nothing is asked."""
    found = {each["key"]: each for each in sheet.statements}
    return [
        {
            "title": words.code("aspect", aspect),
            "cells": [
                {"kind": words.code("criteria", kind), **_scored(found.get(criteria_key(kind, aspect)), words)}
                for kind in CRITERIA
            ],
        }
        for aspect in ASPECTS
        if any(criteria_key(kind, aspect) in found for kind in CRITERIA)
    ]


def _statement(record: Record, before: Record | None, words: Wording) -> Record:
    return {
        "code": record["code"],
        "title": record["title"],
        **_scored(record, words),
        "before": words.say("at_start", score=_scored(before, words)["score"]) if before else "",
        "evidence": paragraphs(record["evidence"]),
        "source": record["source"],
        "source_day": words.day(record["source_on"]),
        "links": record["links"],
        "is_long": is_long(record["evidence"], *record["links"]),
    }


def _scored(record: Record | None, words: Wording) -> Record:
    """The score in words, with its points where it has any; `reason` is why a statement is left out."""
    if record is None:
        return {"score": "–", "points": "", "reason": ""}
    if record["left_out_reason"]:
        return {"score": words.say("statement_left_out"), "points": "", "reason": record["left_out_reason"]}
    if not record["score"]:
        return {"score": words.say("no_answer"), "points": "", "reason": ""}
    points = record["score"] if record["score"] in Score.known() else ""
    return {"score": words.code("score", record["score"]), "points": points, "reason": ""}
