from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.reference.assessment import Score
from actionplan.tally import Tally, change


@dataclass(frozen=True)
class One:
    """An answer as far as it is counted."""

    score: str = ""
    is_left_out: bool = False

    @property
    def is_missing(self) -> bool:
        return not self.score and not self.is_left_out

    @property
    def points(self) -> int | None:
        return Score(self.score).points if self.score else None


def tally(*scores: str) -> Tally:
    return Tally.of(One(score) for score in scores)


answers = st.builds(One, st.sampled_from(["", *Score])) | st.just(One(is_left_out=True))
every_assessment = given(st.lists(answers, max_size=60))


@every_assessment
def test_completion_is_a_percentage_whatever_is_added_or_left_out(rows):
    found = Tally.of(rows)

    assert 0 <= found.completion <= 100
    assert (found.completion == 100) is (found.missing == 0)


@every_assessment
def test_the_counts_add_up(rows):
    found = Tally.of(rows)

    assert found.total == found.left_out + found.missing + found.unknown + len(found.points) == len(rows)


@given(st.lists(answers, max_size=60), answers)
def test_one_more_answer_never_lowers_completion_and_one_more_question_never_raises_it(rows, more):
    before, after = Tally.of(rows).completion, Tally.of([*rows, more]).completion

    assert after <= before if more.is_missing else after >= before


@every_assessment
def test_the_mean_lies_between_the_lowest_and_the_highest_score(rows):
    found = Tally.of(rows)
    points = [int(row.score) for row in rows if row.score in Score.known()]

    assert (found.mean is None) is (not points)
    if points:
        assert min(points) <= found.mean <= max(points)


@every_assessment
def test_what_is_not_known_missing_or_left_out_moves_no_mean(rows):
    found = Tally.of([*rows, One(Score.UNKNOWN), One(), One(is_left_out=True)])

    assert found.mean == Tally.of(rows).mean


@pytest.mark.parametrize(
    ("scores", "mean"),
    [
        (["0", "1"], "0.5"),
        (["1", "2", "2"], "1.7"),
        (["0", "0", "0", "1"], "0.3"),  # a half is rounded up
        (["3", "unknown", ""], "3.0"),
    ],
)
def test_the_mean_has_one_decimal(scores, mean):
    assert str(tally(*scores).mean) == mean


def test_the_change_is_that_of_the_means_as_they_are_written():
    assert change(tally("1", "1", "2"), tally("2", "2", "3")) == Decimal("1.0")


@pytest.mark.parametrize(("before", "now"), [(None, tally("1")), (tally(""), tally("1")), (tally("1"), tally(""))])
def test_there_is_no_change_where_one_of_both_is_not_known(before, now):
    assert change(before, now) is None
