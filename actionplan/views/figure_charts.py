"""The figures drawn: stacked bars by year and by division, above the tables that have the same numbers."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from actionplan import figure_bars
from actionplan.bars import BarWords, StackedBar, stacked_bars
from actionplan.charts import Chart
from actionplan.queries.figures import CityFigures, Counts
from actionplan.queries.series import Point, Series
from actionplan.reference import cpv
from actionplan.reference.notice_words import AIMS
from actionplan.views.figure_tables import NOT_KNOWN, written

MOST_DIVISIONS = 12


def of_series(series: Series, title: str) -> Chart | None:
    bars = [_bar(series, point) for point in series.points]
    return _drawn(figure_bars.with_break(bars, series.first_after_break), title, series.is_money)


def by_division(found: CityFigures, year: int, title: str) -> Chart | None:
    bars = [
        _counted(str(cpv.title_of(division)), figures.lots)
        for (each, division), figures in found.by_year_and_division.items()
        if each == year and figures.lots.total
    ]
    return _drawn(figure_bars.shortened(bars, MOST_DIVISIONS, _("Other divisions")), title)


def _bar(series: Series, point: Point) -> StackedBar:
    if point.counts is not None:
        return _counted(str(point.year), point.counts, is_money=series.is_money)
    known = (point.total, point.social, point.gender, point.not_stated)
    shares = {"gender": written(point.gender, series.is_money), "total": written(point.total, series.is_money)}
    note = _("%(gender)s of %(total)s, entered by hand") % shares
    return figure_bars.entered(str(point.year), *known, note)


def _counted(name: str, counts: Counts, *, is_money: bool = False) -> StackedBar:
    shares = {"gender": written(counts.gender, is_money), "total": written(counts.could_state, is_money)}
    by_aim = {aim: number for aim, number in counts.by_aim.items() if aim}
    return figure_bars.counted(name, by_aim, _("%(gender)s of %(total)s") % shares)


def _drawn(bars: list[StackedBar], title: str, is_money: bool = False) -> Chart | None:
    classes = [*(str(words) for words in AIMS.values()), pgettext("part of a bar", "Not known")]

    def row(bar: StackedBar) -> str:
        parts = zip(classes, bar.counts, strict=True)
        known = ", ".join(f"{words} {written(count, is_money)}" for words, count in parts if count)
        return f"{bar.name}: {known or NOT_KNOWN}"

    alt = _("{rows}. The table has the same numbers.")
    return stacked_bars(
        bars, BarWords(title, alt, row, classes, _("The series breaks here"), _("Of all, with gender equality"))
    )
