"""What firms run by women have won: the awarded values of the notices by the ownership of the register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Case, Count, Exists, OuterRef, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from actionplan.models import ProcedureAmount, ProcedureWinner, Supplier
from actionplan.notices.rules import Measure
from actionplan.reference.suppliers import Ownership
from ulg.models import City


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
    """Each year and currency, the earliest first, in one query."""
    asked = {} if year is None else {"year": year}
    amounts = ProcedureAmount.objects.in_city(city).filter(measure=Measure.AWARDED, **asked).order_by()
    rows = amounts.annotate(ownership=_ownership()).values("year", "currency", "ownership").annotate(sum=Sum("cents"))
    found: dict[tuple[int, str], dict[str, int]] = defaultdict(dict)
    for row in rows:
        found[row["year"], row["currency"]][row["ownership"]] = int(row["sum"])
    return [Awarded(*key, by_class) for key, by_class in sorted(found.items())]


def firms(city: City) -> dict[Ownership, int]:
    """How many firms of each class the register has."""
    rows = Supplier.objects.in_city(city).order_by().values("ownership").annotate(number=Count("pk"))
    counted = {row["ownership"]: row["number"] for row in rows}
    return {each: counted.get(each.value, 0) for each in Ownership}


def _ownership() -> Case:
    """The class of an amount: the one that all who won it together have; unknown if one of them is, else mixed."""
    registered = Supplier.objects.filter(city=OuterRef("city"), number=OuterRef("number")).order_by()
    known = Coalesce(Subquery(registered.values("ownership")[:1]), Value(Ownership.UNKNOWN.value))
    winners = ProcedureWinner.objects.filter(amount=OuterRef("pk")).annotate(ownership=known)
    first, last = (Subquery(winners.order_by(order).values("ownership")[:1]) for order in ("ownership", "-ownership"))
    is_unknown = ~Exists(winners) | Exists(winners.filter(ownership=Ownership.UNKNOWN))
    return Case(
        When(is_unknown, then=Value(Ownership.UNKNOWN.value)),
        When(Exact(first, last), then=first),
        default=Value(Ownership.MIXED.value),
    )
