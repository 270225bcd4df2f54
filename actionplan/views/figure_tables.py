"""The tables of the figures: each number as it is written, with the address of what it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _

from actionplan.models import EnteredFigure
from actionplan.notices.rules import Aim, Measure
from actionplan.notices.stored import CENTS
from actionplan.queries.figures import CityFigures, Counts
from actionplan.queries.series import Break, Point, Series
from actionplan.reference import cpv
from actionplan.reference.entered_figures import EnteredMeasure
from actionplan.reference.figure_words import ALL, LOTS, MEASURES, NOT_DIVIDED
from actionplan.reference.notice_words import AIMS
from ulg import numbers
from ulg.access import CityRequest
from ulg.reference.words import Words
from ulg.templatetags.portal import listed

TITLES: dict[str, Words] = {
    **{each.value: each.label for each in EnteredMeasure},
    **{each.value: words for each, words in MEASURES.items()},
}
RULES_OF = {"procedures": "procedure", "lots": "lot", **{measure.value: measure.value for measure in Measure}}
NOT_KNOWN = gettext_lazy("not known")
SOCIAL_OR_GENDER = gettext_lazy("Social aim, gender equality not known")
Columns = list[Aim | None]


@dataclass(frozen=True)
class Cell:
    """A number as it is written, with the address of what it counts; it may stand in several columns at once."""

    number: str
    title: str
    url: str = ""
    columns: int = 1


@dataclass(frozen=True)
class Row:
    """A year or a division: its name, what stands below that, and its numbers."""

    name: str
    under: str
    cells: tuple[Cell, ...]
    entered: EnteredFigure | None = None
    is_after_break: bool = False


@dataclass(frozen=True)
class Table:
    """One measure, a row for each year or division."""

    title: str
    rule: str  # the name of its rule, as `notices.rules.RULES` has it; none of what is entered only
    columns: tuple[tuple[str, str], ...]  # the title of each, and the name of its rule
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        return len(self.columns) + 1


@dataclass(frozen=True)
class Caution:
    """Where rows of some tables are not to be compared; without a break they lie among each other."""

    tables: str
    broken: Break | None


def of_series(request: CityRequest, series: Series) -> Table:
    """The rows of every year, counted or entered."""
    counted = [point.counts for point in series.points if point.counts]
    shown = _columns(counted)
    rows = [
        _row(request, series, point, shown, place == series.first_after_break)
        for place, point in enumerate(series.points)
    ]
    return Table(title_of(series), RULES_OF.get(series.measure, ""), _titles(shown), tuple(rows))


def title_of(series: Series) -> str:
    division = f"CPV {series.division} {cpv.title_of(series.division)}" if series.division else ""
    return ", ".join(filter(None, [str(TITLES[series.measure]), series.currency, division]))


def by_division(request: CityRequest, found: CityFigures, year: int) -> Table:
    """The lots of one year by the division of their code, the largest first."""
    divisions = sorted(division for each, division in found.by_year_and_division if each == year)
    rows = [(division, found.by_year_and_division[year, division].lots) for division in divisions]
    rows.sort(key=lambda row: -row[1].total)
    shown = _columns([counts for _division, counts in rows])
    lines = tuple(
        Row(
            str(cpv.title_of(division)),
            f"CPV {division}" if division else "",
            tuple(_cells(request, counts, shown, {"what": "lots", "year": year, "division": division or "none"})),
        )
        for division, counts in rows
        if counts.total
    )
    return Table(str(LOTS), "lot", _titles(shown), lines)


def cautions(every: Iterable[Series]) -> list[Caution]:
    """Where the series break, and which; each break is said once."""
    together: dict[Break | None, list[str]] = {}
    for series in every:
        if series.broken or series.is_mixed:
            together.setdefault(series.broken, []).append(title_of(series))
    quoted = pgettext("title of a table", "“%(title)s”")
    return [
        Caution(listed(quoted % {"title": title} for title in titles), broken) for broken, titles in together.items()
    ]


def _titles(shown: Columns) -> tuple[tuple[str, str], ...]:
    """Of each column, with the name of its rule; the last one is the sum of the others."""
    titles = ((str(AIMS[aim] if aim else NOT_DIVIDED), aim.value if aim else "estimated") for aim in shown)
    return (*titles, (str(ALL), ""))


def _columns(counted: Iterable[Counts]) -> Columns:
    """Whatever no row has is no column."""
    given = {aim for counts in counted for aim, number in counts.by_aim.items() if number}
    shown: Columns = [aim for aim in Aim if aim != Aim.NOT_APPLICABLE or aim in given]
    return [*shown, None] if None in given else shown


def _row(request: CityRequest, series: Series, point: Point, shown: Columns, is_after_break: bool) -> Row:
    if point.counts is None:
        return Row(str(point.year), "", tuple(_entered_cells(series, point, shown)), point.entered)
    asked = {} if series.is_money else {"what": series.measure, "year": point.year}
    asked |= {"division": series.division} if asked and series.division else {}
    cells = tuple(_cells(request, point.counts, shown, asked, series.is_money))
    under = _("counted from notices") if series.has_entered else ""
    return Row(str(point.year), under, cells, is_after_break=is_after_break)


def _cells(
    request: CityRequest, counts: Counts, shown: Columns, asked: dict[str, object], is_money: bool = False
) -> Iterator[Cell]:
    list_url = reverse("actionplan:counted", args=[request.city.slug])

    def cell(number: int, title: str, **further: object) -> Cell:
        url = f"{list_url}?{urlencode({**asked, **further})}" if asked and number else ""
        return Cell(written(number, is_money), title, url)

    for aim in shown:
        yield cell(counts.by_aim.get(aim, 0), str(AIMS[aim] if aim else NOT_DIVIDED), aim=aim)
    yield cell(counts.total, str(ALL))


def _entered_cells(series: Series, point: Point, shown: Columns) -> Iterator[Cell]:
    """What was entered, in the columns of what is counted; without gender equality the social aims are one number."""
    known: dict[Aim | None, int | None] = {
        Aim.GENDER: point.gender,
        Aim.SOCIAL: point.other_social,
        Aim.NO: point.no_aim,
        Aim.NOT_STATED: point.not_stated,
    }
    is_one = point.gender is None and point.social is not None
    if is_one:
        yield Cell(written(point.social, series.is_money), str(SOCIAL_OR_GENDER), columns=2)
    for aim in shown[2:] if is_one else shown:
        number = written(known[aim], series.is_money) if aim in known else "–"
        yield Cell(number, str(AIMS[aim] if aim else NOT_DIVIDED))
    yield Cell(written(point.total, series.is_money), str(ALL))


def written(number: int | None, is_money: bool = False) -> str:
    """As the page writes it; hundredths as the amount that they are."""
    if number is None:
        return str(NOT_KNOWN)
    language = get_language()
    return numbers.amount(Decimal(number) / CENTS, language) if is_money else numbers.figure(number, language)
