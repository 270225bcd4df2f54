"""The figures of a city's notices: procedures, lots and values by their aims, added up by the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q, Sum

from actionplan.models import Notice, Procedure, ProcedureAmount, ProcedureLot
from actionplan.notices.rules import Aim, Measure
from ulg.models import City

UNKNOWN = ""  # the division of what has no CPV code


@dataclass
class Counts:
    """How many procedures or lots there are of each class, or cents. What no lot divides has no class."""

    by_aim: dict[Aim | None, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, aim: str, number: int) -> None:
        self.by_aim[Aim(aim) if aim else None] += number

    @property
    def total(self) -> int:
        return sum(self.by_aim.values())

    @property
    def social(self) -> int:
        """Those with any social aim; gender equality is one."""
        return self.by_aim[Aim.GENDER] + self.by_aim[Aim.SOCIAL]

    @property
    def gender(self) -> int:
        return self.by_aim[Aim.GENDER]

    @property
    def could_state(self) -> int:
        """The denominator of every share: those whose notices can carry an aim."""
        return self.total - self.by_aim[Aim.NOT_APPLICABLE] - self.by_aim[None]


@dataclass
class Figures:
    """What the notices of a year, of a division or of all say; values by measure and currency, in cents."""

    procedures: Counts = field(default_factory=Counts)
    lots: Counts = field(default_factory=Counts)
    values: dict[tuple[Measure, str], Counts] = field(default_factory=lambda: defaultdict(Counts))


@dataclass
class CityFigures:
    notices: int
    whole: Figures = field(default_factory=Figures)
    by_year: dict[int, Figures] = field(default_factory=lambda: defaultdict(Figures))
    by_division: dict[str, Figures] = field(default_factory=lambda: defaultdict(Figures))
    by_year_and_division: dict[tuple[int, str], Figures] = field(default_factory=lambda: defaultdict(Figures))

    def places(self, year: int, division: str) -> Iterable[Figures]:
        return self.whole, self.by_year[year], self.by_division[division], self.by_year_and_division[year, division]


def of_city(city: City, year: int | None = None) -> CityFigures:
    """The figures of a city, of one year if it is named, in four queries."""
    asked = {} if year is None else {"year": year}
    notices = Notice.objects.in_city(city).filter(is_counted=True)
    if year is not None:
        found = Procedure.objects.in_city(city).filter(year=year).values("identifier")
        notices = notices.filter(Q(counted_in__in=found) | Q(counted_in="", dispatched_on__year=year))
    figures = CityFigures(notices.count())
    columns = ("year", "division", "aim")
    for name, model in (("procedures", Procedure), ("lots", ProcedureLot)):
        rows = model.objects.in_city(city).filter(**asked).order_by().values(*columns).annotate(number=Count("pk"))
        for row in rows:
            for place in figures.places(row["year"], row["division"]):
                getattr(place, name).add(row["aim"], row["number"])
    amounts = ProcedureAmount.objects.in_city(city).filter(**asked).order_by()
    for row in amounts.values(*columns, "measure", "currency").annotate(sum=Sum("cents")):
        for place in figures.places(row["year"], row["division"]):
            place.values[Measure(row["measure"]), row["currency"]].add(row["aim"], int(row["sum"]))
    return figures
