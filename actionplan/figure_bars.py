"""The bars of the figures, for page and document alike: classes in one order, what was entered beside what was counted.

Pure, as `bars`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from actionplan.bars import StackedBar
from actionplan.notices.rules import Aim

N = TypeVar("N", int, Decimal)
CLASSES = (*(aim.value for aim in Aim), "not_known")


def counted(name: str, by_aim: Mapping[Aim, int] | Mapping[str, int], note: str = "") -> StackedBar:
    """What notices say: a class for each aim."""
    numbers: dict[str, int] = {str(aim): number for aim, number in by_aim.items()}
    return StackedBar(name, (*(numbers.get(aim.value, 0) for aim in Aim), 0), note)


def entered(
    name: str, total: int | None, social: int | None, gender: int | None, not_stated: int | None, note: str = ""
) -> StackedBar:
    """What was entered by hand, and what is left of the total."""
    parts = parted(total, social, gender, not_stated)
    rest = max((total or 0) - sum(filter(None, parts)), 0)
    return StackedBar(name, (*parts, 0, rest), note)


def parted(
    total: N | None, social: N | None, gender: N | None, not_stated: N | None
) -> tuple[N | None, N | None, N | None, N | None]:
    """With gender equality, with another social aim, with none, not stated; None where it is not known.

    The social aims are one class where nobody knows which of them are gender equality.
    """
    other_social = social if gender is None or social is None else social - gender
    if total is None or social is None or not_stated is None:
        return gender, other_social, None, not_stated
    return gender, other_social, total - social - not_stated, not_stated


def with_break(bars: Sequence[StackedBar], first_after: int | None) -> list[StackedBar]:
    """The same bars; the one at this place is the first that was made in another way."""
    return [replace(bar, is_after_break=place == first_after) for place, bar in enumerate(bars)]


def shortened(bars: Iterable[StackedBar], most: int, others: str) -> list[StackedBar]:
    """The longest ones, and those that are left as one."""
    ordered = sorted(bars, key=lambda bar: -bar.total)
    shown, rest = ordered[:most], ordered[most:]
    if rest:
        columns = zip(*(bar.counts for bar in rest), strict=True)
        shown.append(StackedBar(others, tuple(sum(filter(None, column)) for column in columns)))
    return shown
