"""An assessment as its page shows it, beside the start of the plan. Four queries, however many answers there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from django.db.models import Count

from actionplan import tally
from actionplan.models import Answer, Assessment, OwnScore
from actionplan.queries import comments
from actionplan.reference.assessment import Dimension, Score
from actionplan.reference.questionnaire import ASPECTS, CRITERIA, criteria_key
from actionplan.tally import Tally
from ulg.reference.words import Words


@dataclass(frozen=True)
class Spread:
    """How many members gave each score of their own."""

    counts: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return self.counts.total()

    @property
    def parts(self) -> list[tuple[Score, int]]:
        return [(score, self.counts[score]) for score in Score]

    @property
    def is_wide(self) -> bool:
        """Whether those who know are more than one step apart."""
        points = [score.points for score, count in self.parts if count and score.points is not None]
        return bool(points) and max(points) - min(points) > 1


@dataclass(frozen=True)
class Row:
    """A statement with its answer, what was answered at the start, and what members say."""

    answer: Answer
    before: Answer | None
    spread: Spread
    comment_count: int


@dataclass(frozen=True)
class Part:
    """A dimension with its statements."""

    dimension: Dimension
    rows: tuple[Row, ...]
    has_before: bool

    @cached_property
    def now(self) -> Tally:
        return Tally.of(row.answer for row in self.rows)

    @cached_property
    def before(self) -> Tally | None:
        return Tally.of(row.before for row in self.rows if row.before) if self.has_before else None

    @property
    def change(self) -> Decimal | None:
        return tally.change(self.before, self.now)


@dataclass(frozen=True)
class Criteria:
    """What is asked of every kind of criteria: one line of the table in which they stand side by side."""

    title: Words
    rows: tuple[tuple[Words, Row | None], ...]


@dataclass(frozen=True)
class Sheet:
    """All of it: `start` is the plan's first assessment, where this is a later one."""

    assessment: Assessment
    start: Assessment | None
    parts: tuple[Part, ...]

    @property
    def rows(self) -> list[Row]:
        return [row for part in self.parts for row in part.rows]

    @cached_property
    def now(self) -> Tally:
        return Tally.of(row.answer for row in self.rows)

    @property
    def first_missing(self) -> Answer | None:
        return next((row.answer for row in self.rows if row.answer.is_missing), None)

    @property
    def has_means(self) -> bool:
        return any(tally.mean is not None for part in self.parts for tally in (part.now, part.before) if tally)

    @property
    def criteria(self) -> list[Criteria]:
        """The statements on existing criteria, a column for each kind; no lines where a city is asked for none."""
        found = {row.answer.statement: row for row in self.rows}
        table = [
            Criteria(title, tuple((words, found.get(criteria_key(kind, aspect))) for kind, words in CRITERIA.items()))
            for aspect, title in ASPECTS.items()
        ]
        return [line for line in table if any(row for _words, row in line.rows)]


def read(assessment: Assessment, start: Assessment | None) -> Sheet:
    """The assessment beside the plan's start; a start has none beside it."""
    start = None if start == assessment else start
    answers = _answers([each for each in (assessment, start) if each])
    mine = [each for each in answers if each.assessment_id == assessment.pk]
    earlier = {each.statement: each for each in answers if each.assessment_id != assessment.pk}
    keys = [each.pk for each in mine]
    spreads, said = spreads_of(keys), comments.counted(keys)
    rows = [Row(each, earlier.get(each.statement), spreads.get(each.pk, Spread()), said[each.pk]) for each in mine]
    parts = (Part(each, tuple(_within(each, rows)), start is not None) for each in Dimension)
    return Sheet(assessment, start, tuple(part for part in parts if part.rows))


def spreads_of(keys: Iterable[int]) -> dict[int, Spread]:
    """What members say to each of these statements, where anybody says anything."""
    rows = OwnScore.objects.filter(answer__in=keys).values_list("answer", "score").annotate(count=Count("pk"))
    found: dict[int, Spread] = {}
    for key, score, count in rows:
        found.setdefault(key, Spread()).counts[score] = count
    return found


def next_missing(after: Answer) -> Answer | None:
    """The next statement without an answer in the order of the page, which begins again after its end."""
    rows = [each for each in _answers([after.assessment]) if each.is_missing or each.pk == after.pk]
    rows.sort(key=lambda each: (Dimension(each.dimension).number, each.number))
    place = next(number for number, each in enumerate(rows) if each.pk == after.pk)
    return next((each for each in [*rows[place + 1 :], *rows[:place]] if each.is_missing), None)


def _answers(assessments: list[Assessment]) -> list[Answer]:
    found = list(Answer.objects.current().filter(assessment__in=assessments).select_related("updated_by__user"))
    for each in found:
        each.plan = assessments[0].plan
    return found


def _within(dimension: Dimension, rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.answer.dimension == dimension]
