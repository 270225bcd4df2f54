"""The figures of a city's notices, and what stands behind each number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from actionplan.charts import Chart
from actionplan.forms.notices import CountedForm
from actionplan.models import EnteredFigure, Notice, Procedure, ProcedureLot
from actionplan.notices.rules import RULES, Aim, Measure
from actionplan.queries import figures as queries
from actionplan.queries import possible_aims, women_owned
from actionplan.queries.series import Series, series
from actionplan.reference import cpv
from actionplan.reference.figure_words import CLASSES, MEASURES, RULE_TITLES
from actionplan.reference.notice_words import AIMS, FORMS, said_of_all
from actionplan.views import figure_charts, figure_tables, ownership_tables
from actionplan.views.figure_tables import Table
from ulg.access import CityRequest, requires
from ulg.paging import page_of
from ulg.roles import Permission


@requires(Permission.VIEW_PLAN)
@require_safe
def figures(request: CityRequest) -> HttpResponse:
    found, possible = queries.of_city(request.city), possible_aims.counts(request.city)
    years = sorted(found.by_year, reverse=True)
    form = CountedForm(request.GET)
    year = form.asked.get("year") if form.asked.get("year") in years else next(iter(years), None)
    entered = list(EnteredFigure.objects.in_city(request.city).select_related("city"))
    every = series(found, [each for each in entered if not each.removed_at])
    context = {
        "found": found,
        "has_figures": bool(found.notices or every),
        "years": years,
        "year": year,
        "tables": _drawn_tables(request, every, is_of_divisions=False),
        "cautions": figure_tables.cautions(every),
        "division_tables": _drawn_tables(request, every, is_of_divisions=True),
        "divisions": figure_tables.by_division(request, found, year) if year else None,
        "divisions_chart": figure_charts.by_division(found, year, _("Lots by aim and CPV division")) if year else None,
        "possible": possible,
        "possible_total": sum(possible.values()),
        "taken_out": [each for each in entered if each.removed_at]
        if Permission.EDIT_PLAN in request.membership.permissions
        else [],
        **_ownership(request),
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


def _drawn_tables(
    request: CityRequest, every: list[Series], *, is_of_divisions: bool
) -> list[tuple[Table, Chart | None]]:
    """Each measure with its picture."""
    found = [each for each in every if bool(each.division) is is_of_divisions]
    tables = [figure_tables.of_series(request, each) for each in found]
    title = _("%(measure)s by aim and year")
    return [
        (table, figure_charts.of_series(each, title % {"measure": table.title}))
        for table, each in zip(tables, found, strict=True)
    ]


def _ownership(request: CityRequest) -> dict[str, Any]:
    """How many firms of each class the register has, which every member may know, and what they have won."""
    firms = women_owned.firms(request.city)
    tables = ownership_tables.by_currency(women_owned.awarded(request.city))
    return {"firms": firms.items(), "has_firms": any(firms.values()), "share_tables": tables}


def _said(form: CountedForm) -> Iterator[str | Promise]:
    """What the list was asked for, in words."""
    asked = form.asked
    if "year" in asked:
        yield str(asked["year"])
    if "aim" in asked:
        yield AIMS[Aim(asked["aim"])]
    if "division" in asked:
        yield cpv.title_of(asked["division"])
