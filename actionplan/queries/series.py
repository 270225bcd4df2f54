"""Each measure of the figures year by year: what people entered beside what notices give, never added to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from actionplan.models import EnteredFigure
from actionplan.notices.rules import Aim, Measure
from actionplan.notices.stored import CENTS
from actionplan.queries.figures import CityFigures, Counts, Figures
from actionplan.reference.entered_figures import EnteredMeasure

FRAMEWORK = Measure.FRAMEWORK.value
# As the page shows them; ceilings of frameworks are counted only, the spend of a ledger is entered only
ORDER = [
    *(each.value for each in (EnteredMeasure.PROCEDURES, EnteredMeasure.LOTS)),
    *(each.value for each in (EnteredMeasure.ESTIMATED, EnteredMeasure.AWARDED)),
    FRAMEWORK,
    EnteredMeasure.SPEND.value,
]


@dataclass(frozen=True)
class Point:
    """The numbers of one year, made in one way; values are in hundredths, and what is not known is None."""

    year: int
    total: int | None
    social: int | None  # with any social aim; gender equality is one
    gender: int | None
    not_stated: int | None
    counts: Counts | None = None  # where it was counted from notices
    entered: EnteredFigure | None = None  # where it was entered by hand

    @property
    def other_social(self) -> int | None:
        """With a social aim that is not gender equality."""
        return None if self.social is None or self.gender is None else self.social - self.gender

    @property
    def no_aim(self) -> int | None:
        """The rest of an entered total; what notices could not carry is no part of a counted one."""
        if self.counts:
            return self.counts.by_aim.get(Aim.NO, 0)
        if self.total is None or self.social is None or self.not_stated is None:
            return None
        return self.total - self.social - self.not_stated


@dataclass(frozen=True)
class Break:
    """Between these two years another method begins: what stands before it is not compared with what comes after.

    They are one year where that was entered and counted.
    """

    before: int
    after: int


@dataclass(frozen=True)
class Series:
    """One measure over the years, in the order of its rows; of one division of the CPV where it names one."""

    measure: str
    currency: str
    division: str
    points: tuple[Point, ...]

    @property
    def is_money(self) -> bool:
        return bool(self.currency)

    @property
    def has_entered(self) -> bool:
        return any(point.entered for point in self.points)

    @property
    def broken(self) -> Break | None:
        """Where the years that were entered end and those that are counted begin."""
        last, first = self._last_entered, self._first_counted
        return Break(last, first) if last is not None and first is not None and last <= first else None

    @property
    def first_after_break(self) -> int | None:
        """The place of the first point that is counted, where the series breaks."""
        return next((place for place, point in enumerate(self.points) if point.counts), None) if self.broken else None

    @property
    def is_mixed(self) -> bool:
        """Entered and counted years lie among each other, so that no one place divides them."""
        return self.has_entered and self._first_counted is not None and self.broken is None

    @property
    def _last_entered(self) -> int | None:
        return max((point.year for point in self.points if point.entered), default=None)

    @property
    def _first_counted(self) -> int | None:
        return min((point.year for point in self.points if point.counts), default=None)


def series(found: CityFigures, entered: Iterable[EnteredFigure]) -> list[Series]:
    """Every measure of a city, first of all purchases, then of the divisions that figures were entered of."""
    given: dict[tuple[str, str, str], list[Point]] = {}
    for measure, currency in _measures(found.whole):
        years = sorted(found.by_year)
        given[measure, currency, ""] = [_counted(year, found.by_year[year], measure, currency) for year in years]
    for figure in entered:
        key = figure.measure, figure.currency, figure.division
        if key not in given:
            given[key] = list(_of_division(found, *key))
        given[key].append(_entered(figure))
    ordered = sorted(given, key=lambda key: (key[2], ORDER.index(key[0]), key[1]))
    return [Series(*key, tuple(sorted(given[key], key=_place))) for key in ordered]


def _place(point: Point) -> tuple[int, bool]:
    """By year; what was entered stands before what was counted."""
    return point.year, point.counts is not None


def _measures(whole: Figures) -> Iterator[tuple[str, str]]:
    if whole.procedures.total or whole.lots.total:
        yield from ((EnteredMeasure.PROCEDURES.value, ""), (EnteredMeasure.LOTS.value, ""))
    yield from ((measure.value, currency) for measure, currency in whole.values)


def _of_division(found: CityFigures, measure: str, currency: str, division: str) -> Iterator[Point]:
    """The counted years of a division; of all purchases they stand in the series already, if there are any."""
    for (year, each), figures in sorted(found.by_year_and_division.items()):
        if division and each == division and (measure, currency) in _measures(figures):
            yield _counted(year, figures, measure, currency)


def _counted(year: int, figures: Figures, measure: str, currency: str) -> Point:
    if measure == EnteredMeasure.PROCEDURES:
        counts = figures.procedures
    elif measure == EnteredMeasure.LOTS:
        counts = figures.lots
    else:
        counts = figures.values.get((Measure(measure), currency), Counts())
    not_stated = counts.by_aim.get(Aim.NOT_STATED, 0)
    return Point(year, counts.total, counts.social, counts.gender, not_stated, counts=counts)


def _entered(figure: EnteredFigure) -> Point:
    return Point(
        figure.year,
        total=_whole(figure, figure.total),
        social=_whole(figure, figure.social),
        gender=_whole(figure, figure.gender),
        not_stated=_whole(figure, figure.not_stated),
        entered=figure,
    )


def _whole(figure: EnteredFigure, number: Decimal | None) -> int | None:
    """A count as it is, a value in hundredths, as notices give theirs."""
    return None if number is None else int(number * CENTS) if figure.is_money else int(number)
