"""The figures of a city's notices, and what stands behind each number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from actionplan.forms.notices import CountedForm
from actionplan.models import Notice, Procedure, ProcedureLot
from actionplan.notices.rules import RULES, Aim, Measure
from actionplan.notices.stored import CENTS
from actionplan.queries import figures as queries
from actionplan.queries import possible_aims
from actionplan.queries.figures import CityFigures, Counts
from actionplan.reference import cpv
from actionplan.reference.figure_words import ALL, CLASSES, LOTS, MEASURES, NOT_DIVIDED, PROCEDURES, RULE_TITLES
from actionplan.reference.notice_words import AIMS, FORMS, said_of_all
from ulg import numbers
from ulg.access import CityRequest, requires
from ulg.paging import page_of
from ulg.roles import Permission


@dataclass(frozen=True)
class Cell:
    """A number as it is written, with the address of what it counts."""

    number: str
    title: str
    url: str = ""


@dataclass(frozen=True)
class Table:
    """One measure, a row for each year or division."""

    title: str
    rule: str  # the name of its rule, as `notices.rules.RULES` has it
    columns: tuple[tuple[str, str], ...]  # the title of each, and the name of its rule
    rows: tuple[tuple[str, str, tuple[Cell, ...]], ...]  # its name, what stands below it, and its numbers


Row = tuple[str, str, Counts, dict[str, object]]  # its name, what stands below it, its numbers, and what they count


@requires(Permission.VIEW_PLAN)
@require_safe
def figures(request: CityRequest) -> HttpResponse:
    found, possible = queries.of_city(request.city), possible_aims.counts(request.city)
    years = sorted(found.by_year, reverse=True)
    form = CountedForm(request.GET)
    year = form.asked.get("year") if form.asked.get("year") in years else next(iter(years), None)
    context = {
        "found": found,
        "years": years,
        "year": year,
        "tables": list(_by_year(request, found)),
        "divisions": _by_division(request, found, year) if year else None,
        "possible": possible,
        "possible_total": sum(possible.values()),
    }
    return render(request, "actionplan/figures/figures.html", context)


@requires(Permission.VIEW_PLAN)
@require_safe
def about(request: CityRequest) -> HttpResponse:
    """For whoever does not know eForms: where notices come from, what the figures mean, and every rule."""
    context = {
        "classes": [(aim.value, AIMS[aim], *CLASSES[aim]) for aim in Aim],
        "rules": [(name, RULE_TITLES[name], words) for name, words in RULES.items()],
    }
    return render(request, "actionplan/figures/about.html", context)


@requires(Permission.VIEW_PLAN)
@require_safe
def counted(request: CityRequest) -> HttpResponse:
    """The lots or procedures that a number counts, with their notices."""
    form = CountedForm(request.GET)
    lots = ProcedureLot.objects.in_city(request.city).select_related("procedure")
    rows = Procedure.objects.in_city(request.city) if form.is_of_procedures else lots
    page = page_of(request, rows.filter(**form.asked))
    context = {"page": page, "is_of_procedures": form.is_of_procedures, "said": list(_said(form)), "figure": form.query}
    return render(request, "actionplan/figures/counted.html", context)


@requires(Permission.VIEW_PLAN)
@require_safe
def procedure(request: CityRequest, identifier: str) -> HttpResponse:
    """A procedure with its lots, its values, and the notices that it was counted from."""
    rows = Procedure.objects.in_city(request.city).prefetch_related("lots", "amounts")
    found = get_object_or_404(rows, identifier=identifier)
    notices = Notice.objects.in_city(request.city).filter(counted_in=identifier).defer("xml")
    context = {
        "procedure": found,
        "division": cpv.title_of(found.division),
        "lots": [(lot, AIMS[Aim(lot.aim)], cpv.title_of(lot.division)) for lot in found.lots.all()],
        "amounts": [(MEASURES[Measure(each.measure)], each) for each in found.amounts.all()],
        "remarks": said_of_all(found.remarks),
        "notices": [(notice, FORMS.get(notice.form, notice.type), said_of_all(notice.remarks)) for notice in notices],
    }
    return render(request, "actionplan/figures/procedure.html", context)


@requires(Permission.VIEW_PLAN)
@require_safe
def document(request: CityRequest, notice_id: int) -> HttpResponse:
    """The XML of a notice as it was imported: to be saved, for a browser would run what stands in it."""
    notice = get_object_or_404(Notice.objects.in_city(request.city), pk=notice_id)
    response = HttpResponse(notice.document, content_type="application/xml")
    response["Content-Disposition"] = f'attachment; filename="notice-{notice.pk}.xml"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _by_year(request: CityRequest, found: CityFigures) -> Iterator[Table]:
    years = sorted(found.by_year)
    for name, rule, title in (("procedures", "procedure", PROCEDURES), ("lots", "lot", LOTS)):
        rows = [(str(year), "", getattr(found.by_year[year], name), {"what": name, "year": year}) for year in years]
        yield _table(request, str(title), rule, getattr(found.whole, name), rows)
    for measure, currency in sorted(found.whole.values, key=lambda each: (list(Measure).index(each[0]), each[1])):
        of_year: list[Row] = [(str(year), "", found.by_year[year].values[measure, currency], {}) for year in years]
        written = f"{MEASURES[measure]}, {currency}"
        yield _table(request, written, measure.value, found.whole.values[measure, currency], of_year, currency)


def _by_division(request: CityRequest, found: CityFigures, year: int) -> Table:
    rows = [
        (
            str(cpv.title_of(division)),
            f"CPV {division}" if division else "",
            found.by_year_and_division[year, division].lots,
            {"what": "lots", "year": year, "division": division or "none"},
        )
        for division in sorted(division for each, division in found.by_year_and_division if each == year)
    ]
    rows.sort(key=lambda row: -row[2].total)
    return _table(request, str(LOTS), "lot", found.by_year[year].lots, [row for row in rows if row[2].total])


def _table(request: CityRequest, title: str, rule: str, whole: Counts, rows: list[Row], currency: str = "") -> Table:
    """Whatever no row has is no column; the last one is the sum of the others."""
    shown: list[Aim | None] = [aim for aim in Aim if aim != Aim.NOT_APPLICABLE or whole.by_aim.get(aim)]
    shown += [None] if whole.by_aim.get(None) else []
    columns = tuple((str(AIMS[aim] if aim else NOT_DIVIDED), aim.value if aim else "estimated") for aim in shown)
    lines = tuple(
        (label, under, tuple(_cells(request, counts, shown, asked, currency))) for label, under, counts, asked in rows
    )
    return Table(title, rule, (*columns, (str(ALL), "")), lines)


def _cells(
    request: CityRequest, counts: Counts, shown: list[Aim | None], asked: dict[str, object], currency: str
) -> Iterator[Cell]:
    list_url, language = reverse("actionplan:counted", args=[request.city.slug]), get_language()

    def cell(number: int, title: str, **further: object) -> Cell:
        url = f"{list_url}?{urlencode({**asked, **further})}" if asked and number else ""
        written = numbers.amount(Decimal(number) / CENTS, language) if currency else numbers.figure(number, language)
        return Cell(written, title, url)

    for aim in shown:
        yield cell(counts.by_aim.get(aim, 0), str(AIMS[aim] if aim else NOT_DIVIDED), aim=aim)
    yield cell(counts.total, str(ALL))


def _said(form: CountedForm) -> Iterator[str | Promise]:
    """What the list was asked for, in words."""
    asked = form.asked
    if "year" in asked:
        yield str(asked["year"])
    if "aim" in asked:
        yield AIMS[Aim(asked["aim"])]
    if "division" in asked:
        yield cpv.title_of(asked["division"])
