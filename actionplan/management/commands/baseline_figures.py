from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from actionplan.models import EnteredFigure
from actionplan.models.entered_figure import NUMBERS
from actionplan.notices.rules import RULES, Aim, Measure
from actionplan.queries import figures, possible_aims, women_owned
from actionplan.queries.figures import Counts, Figures
from actionplan.reference.suppliers import Ownership
from ulg.models import City

PLURALS = {Measure.ESTIMATED: "value", Measure.AWARDED: "awarded", Measure.FRAMEWORK: "frameworks"}


class Command(BaseCommand):
    help = "Prints the figures that a city's notices give: numerators and denominators, no shares."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("city", metavar="CITY", help="the city's address, such as umea")
        parser.add_argument("--year", type=int, metavar="Y", help="procedures whose first notice is of this year")
        parser.add_argument("--json", action="store_true", help="as JSON, with values as text so that no cent is lost")

    def handle(self, **options: Any) -> None:
        city = City.objects.filter(slug=options["city"]).first()
        if city is None:
            raise CommandError(f"There is no city “{options['city']}”.")
        found = figures.of_city(city, options["year"])
        told = {
            "city": city.slug,
            "year": options["year"],
            "rules": {name: str(words) for name, words in RULES.items()},
            "notices": found.notices,
            **_told(found.whole),
            "possible": {str(each): number for each, number in possible_aims.counts(city, options["year"]).items()},
            "by_year": {str(year): _told(each) for year, each in sorted(found.by_year.items())},
            "by_cpv": {division or "none": _told(each) for division, each in sorted(found.by_division.items())},
            "entered": _entered(city, options["year"]),
            "women_owned": _women_owned(city, options["year"]),
        }
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(_lines(told)))


def _told(found: Figures) -> dict[str, Any]:
    told: dict[str, Any] = {"procedures": _classes(found.procedures, int), "lots": _classes(found.lots, int)}
    for measure, name in PLURALS.items():
        currencies = sorted(currency for each, currency in found.values if each == measure)
        told[name] = {currency: _classes(found.values[measure, currency], _amount) for currency in currencies}
    return told


def _classes(counts: Counts, written: Callable[[int], Any]) -> dict[str, Any]:
    """Each class; `social` holds `gender`, so that total is social, no, not stated, not applicable and not divided."""
    classes = {
        "total": counts.total,
        "social": counts.social,
        "gender": counts.gender,
        "no": counts.by_aim[Aim.NO],
        "not_stated": counts.by_aim[Aim.NOT_STATED],
        "not_applicable": counts.by_aim[Aim.NOT_APPLICABLE],
        "could_state": counts.could_state,
    }
    if counts.by_aim.get(None):
        classes["not_divided"] = counts.by_aim[None]
    return {name: written(number) for name, number in classes.items()}


def _entered(city: City, year: int | None) -> list[dict[str, Any]]:
    """What people entered by hand, each with its source; null is what is not known."""
    rows = EnteredFigure.objects.in_city(city).current()
    return [
        {
            "year": figure.year,
            "measure": figure.measure,
            "currency": figure.currency or None,
            "cpv": figure.division or None,
            **{name: _number(figure, getattr(figure, name)) for name in NUMBERS},
            "source": figure.source,
            "source_on": figure.source_on.isoformat(),
            "remark": figure.remark,
        }
        for figure in (rows if year is None else rows.filter(year=year))
    ]


def _women_owned(city: City, year: int | None) -> dict[str, Any]:
    """How many firms of each class the register has, and what each class has won; `unknown` stands in no other."""
    awarded: dict[str, dict[str, Any]] = {}
    for each in women_owned.awarded(city, year):
        classes = {_key(ownership): _amount(each.of(ownership)) for ownership in Ownership}
        awarded.setdefault(str(each.year), {})[each.currency] = {"total": _amount(each.total), **classes}
    firms = {_key(ownership): number for ownership, number in women_owned.firms(city).items()}
    return {"firms": firms, "awarded": awarded}


def _key(ownership: Ownership) -> str:
    return ownership.value.replace("-", "_")


def _number(figure: EnteredFigure, number: Decimal | None) -> str | int | None:
    return None if number is None else f"{number:.2f}" if figure.is_money else int(number)


def _amount(cents: int) -> str:
    return f"{Decimal(cents) / 100:.2f}"


def _lines(told: dict[str, Any]) -> list[str]:
    """The same for the eye."""
    rows = [("procedures", told["procedures"]), ("lots", told["lots"])]
    rows += [(f"{name}, {currency}", each) for name in PLURALS.values() for currency, each in told[name].items()]
    year = f" of {told['year']}" if told["year"] else ""
    lines = [f"Notices{year}: {told['notices']}"]
    for name, each in rows:
        parts = ", ".join(f"{number} {words.replace('_', ' ')}" for words, number in each.items() if words != "total")
        lines.append(f"{name.capitalize()}: {each['total']} in all; {parts}")
    parts = ", ".join(f"{number} {words.replace('_', ' ')}" for words, number in told["possible"].items())
    lines.append(f"Lots that speak of gender equality without the code, in no share: {parts}")
    for of_year, currencies in told["women_owned"]["awarded"].items():
        for currency, each in currencies.items():
            parts = ", ".join(
                f"{number} {words.replace('_', ' ')}" for words, number in each.items() if words != "total"
            )
            lines.append(f"Awarded by ownership, {of_year}, {currency}: {each['total']} in all; {parts}")
    return [*lines, *map(_line_of_entered, told["entered"])]


def _line_of_entered(figure: dict[str, Any]) -> str:
    about = [figure["measure"], figure["currency"], figure["cpv"] and f"CPV {figure['cpv']}"]
    known = [f"{figure[name]} {name.replace('_', ' ')}" for name in NUMBERS if figure[name] is not None]
    source = f"{figure['source']}, {figure['source_on']}"
    return f"Entered by hand, {figure['year']}, {', '.join(filter(None, about))}: {', '.join(known)} ({source})"
