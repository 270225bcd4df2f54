"""What firms run by women have won: the awarded values of the notices by the ownership of the register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Count, Sum

from actionplan.models import ProcedureAmount, Supplier
from actionplan.notices.rules import Measure
from actionplan.reference.suppliers import Ownership
from ulg.models import City

MOST_NUMBERS = 5_000  # in one query


@dataclass(frozen=True)
class Range:
    """The least and the most that a share can be, since some winners are not known."""

    lower: Fraction
    upper: Fraction


@dataclass(frozen=True)
class Awarded:
    """What was awarded in a year and currency, in hundredths, by the ownership of those who won it."""

    year: int
    currency: str
    by_class: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.by_class.values())

    @property
    def unknown(self) -> int:
        return self.of(Ownership.UNKNOWN)

    def of(self, *classes: Ownership) -> int:
        return sum(self.by_class.get(each, 0) for each in classes)

    @property
    def unknown_share(self) -> Fraction | None:
        return Fraction(self.unknown, self.total) if self._has_shares else None

    def share(self, *classes: Ownership) -> Range | None:
        """As if none, and as if all of what is not known were theirs. None where negative values leave no shares."""
        if not self._has_shares:
            return None
        known = self.of(*classes)
        return Range(Fraction(known, self.total), Fraction(known + self.unknown, self.total))

    @property
    def _has_shares(self) -> bool:
        return self.total > 0 and min(self.by_class.values()) >= 0


def awarded(city: City, year: int | None = None) -> list[Awarded]:
    """Each year and currency, the earliest first, in two queries."""
    asked = {} if year is None else {"year": year}
    amounts = ProcedureAmount.objects.in_city(city).filter(measure=Measure.AWARDED, **asked).order_by()
    rows = list(amounts.values_list("year", "currency", "won_by").annotate(sum=Sum("cents")))
    owned = _ownership(city, {number for _year, _currency, won_by, _sum in rows for number in won_by.split()})
    found: dict[tuple[int, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for of_year, currency, won_by, cents in rows:
        found[of_year, currency][_class_of(won_by.split(), owned)] += int(cents)
    return [Awarded(*key, dict(by_class)) for key, by_class in sorted(found.items())]


def _ownership(city: City, numbers: set[str]) -> dict[str, str]:
    """Of the firms with these numbers; of a great many, of all that the register has."""
    registered = Supplier.objects.in_city(city).order_by()
    if len(numbers) <= MOST_NUMBERS:
        registered = registered.filter(number__in=numbers)
    return dict(registered.values_list("number", "ownership"))


def _class_of(numbers: list[str], owned: Mapping[str, str]) -> str:
    """The one that all who won it together have; unknown if one of them is, else mixed."""
    classes = {owned.get(number, Ownership.UNKNOWN) for number in numbers} or {Ownership.UNKNOWN}
    if Ownership.UNKNOWN in classes:
        return Ownership.UNKNOWN
    return classes.pop() if len(classes) == 1 else Ownership.MIXED


def firms(city: City) -> dict[Ownership, int]:
    """How many firms of each class the register has."""
    rows = Supplier.objects.in_city(city).order_by().values("ownership").annotate(number=Count("pk"))
    counted = {row["ownership"]: row["number"] for row in rows}
    return {each: counted.get(each.value, 0) for each in Ownership}
