"""What the answers to some statements come to: how many there are of each sort, how much is done, and the mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

ONE_DECIMAL = Decimal("0.1")


class Answered(Protocol):
    """What is counted of an answer."""

    @property
    def is_left_out(self) -> bool: ...
    @property
    def is_missing(self) -> bool: ...
    @property
    def points(self) -> int | None: ...


@dataclass(frozen=True)
class Tally:
    """`points` are those of the answers that have any: "don't know" is an answer without points."""

    total: int
    left_out: int
    missing: int
    points: tuple[int, ...]

    @classmethod
    def of(cls, answers: Iterable[Answered]) -> Tally:
        every = list(answers)
        asked = [each for each in every if not each.is_left_out]
        given = [each.points for each in asked if each.points is not None]
        return cls(len(every), len(every) - len(asked), sum(each.is_missing for each in asked), tuple(given))

    @property
    def asked(self) -> int:
        return self.total - self.left_out

    @property
    def answered(self) -> int:
        return self.asked - self.missing

    @property
    def unknown(self) -> int:
        return self.answered - len(self.points)

    @property
    def completion(self) -> int:
        """Per cent of what is asked; 100 only if nothing is missing."""
        return 100 * self.answered // self.asked if self.asked else 100

    @property
    def mean(self) -> Decimal | None:
        """Over the answers that have points, with one decimal; none where there are no such answers."""
        if not self.points:
            return None
        return (Decimal(sum(self.points)) / len(self.points)).quantize(ONE_DECIMAL, ROUND_HALF_UP)


def change(before: Tally | None, now: Tally) -> Decimal | None:
    """How far the mean has moved, as both are written; none where one of them is not known."""
    if before is None or before.mean is None or now.mean is None:
        return None
    return now.mean - before.mean
