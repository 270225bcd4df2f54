"""The assessments and the counted figures of a city, as the frozen document holds them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Max
from django.utils import timezone

from actionplan.models import Answer, Assessment, EnteredFigure, Notice, Plan, Supplier
from actionplan.models.entered_figure import NUMBERS
from actionplan.notices.rules import Aim
from actionplan.notices.stored import CENTS
from actionplan.queries import figures as queries
from actionplan.queries import possible_aims, women_owned
from actionplan.queries.figures import CityFigures, Counts
from actionplan.reference.assessment import Dimension
from actionplan.reference.suppliers import Ownership

Document = dict[str, Any]


def baseline(plan: Plan, zone: ZoneInfo) -> Document:
    return {"assessments": _assessments(plan, zone), "figures": _figures(plan)}


def _assessments(plan: Plan, zone: ZoneInfo) -> list[Document]:
    """The start and its follow-ups, closed or not, each with every statement in the order of its page."""
    found = Assessment.objects.filter(plan=plan)
    answers = Answer.objects.current().filter(plan=plan).order_by("number")
    return [_assessment(each, [row for row in answers if row.assessment_id == each.pk], zone) for each in found]


def _assessment(found: Assessment, answers: list[Answer], zone: ZoneInfo) -> Document:
    ordered = sorted(answers, key=lambda each: Dimension(each.dimension).number)
    return {
        "number": found.number,
        "title": found.title,
        "describes_on": found.describes_on.isoformat(),
        "closed_on": found.closed_at and timezone.localtime(found.closed_at, zone).date().isoformat(),
        "statements": [_statement(each) for each in ordered],
    }


def _statement(answer: Answer) -> Document:
    return {
        "code": answer.shown_code,
        "key": answer.statement,
        "title": answer.title,
        "dimension": answer.dimension,
        "score": answer.score,
        "evidence": answer.evidence,
        "links": answer.addresses,
        "source": answer.source,
        "source_on": answer.source_on and answer.source_on.isoformat(),
        "left_out_reason": answer.left_out_reason,
    }


def _figures(plan: Plan) -> Document | None:
    """What the city's notices say, and what was entered beside them; None where there is neither."""
    found = queries.of_city(plan.city)
    entered = [_entered(each) for each in EnteredFigure.objects.in_city(plan.city).current()]
    if not found.notices and not entered:
        return None
    until = Notice.objects.in_city(plan.city).filter(is_counted=True).aggregate(until=Max("dispatched_on"))["until"]
    return {
        "notices": found.notices,
        "until": until and until.isoformat(),
        "procedures": _counted(found, "procedures"),
        "lots": _counted(found, "lots"),
        "divisions": [
            {"division": division, **_counts(found.by_division[division].lots)}
            for division in sorted(found.by_division)
            if found.by_division[division].lots.total
        ],
        "values": [_values(found, measure, currency) for measure, currency in sorted(found.whole.values)],
        "possible": {str(each): number for each, number in possible_aims.counts(plan.city).items()},
        "ownership": [_owned(each) for each in women_owned.awarded(plan.city)] if _has_firms(plan) else [],
        "entered": entered,
    }


def _entered(figure: EnteredFigure) -> Document:
    numbers = {name: getattr(figure, name) for name in NUMBERS}
    return {
        "year": figure.year,
        "measure": figure.measure,
        "currency": figure.currency,
        "division": figure.division,
        **{name: None if number is None else format(number.normalize(), "f") for name, number in numbers.items()},
        "source": figure.source,
        "source_on": figure.source_on.isoformat(),
        "remark": figure.remark,
    }


def _has_firms(plan: Plan) -> bool:
    """Without a register nothing is known of who owns the winners, and nothing is said of it."""
    return Supplier.objects.in_city(plan.city).exists()


def _owned(awarded: women_owned.Awarded) -> Document:
    parts = {each.value: format(Decimal(awarded.of(each)) / CENTS, "f") for each in Ownership}
    return {"year": awarded.year, "currency": awarded.currency, **parts}


def _counted(found: CityFigures, name: str) -> Document:
    years = [{"year": year, **_counts(getattr(found.by_year[year], name))} for year in sorted(found.by_year)]
    return {"whole": _counts(getattr(found.whole, name)), "years": years}


def _counts(counts: Counts) -> Document:
    return {aim: counts.by_aim.get(aim, 0) for aim in Aim}


def _values(found: CityFigures, measure: str, currency: str) -> Document:
    key: Any = (measure, currency)
    years = [{"year": year, **_amounts(found.by_year[year].values.get(key))} for year in sorted(found.by_year)]
    return {"measure": measure, "currency": currency, "whole": _amounts(found.whole.values[key]), "years": years}


def _amounts(counts: Counts | None) -> Document:
    """Decimal strings; what no lot divides stands apart."""
    cents = counts.by_aim if counts else {}
    names: Iterable[tuple[str, Aim | None]] = [*((str(aim), aim) for aim in Aim), ("not_divided", None)]
    return {name: format(Decimal(cents.get(aim, 0)) / CENTS, "f") for name, aim in names}
