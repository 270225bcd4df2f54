"""The lots whose texts speak of gender equality although no notice of them states it, and what was decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Count, QuerySet, Value, When

from actionplan.models import AimDecision, ProcedureLot
from actionplan.reference.possible_aims import PossibleAim
from ulg.models import City

ORDER = Case(*(When(possible=each, then=Value(place)) for place, each in enumerate(PossibleAim)))


@dataclass(frozen=True)
class PossibleLot:
    """A lot with the decisions about it, the latest first."""

    lot: ProcedureLot
    decisions: tuple[AimDecision, ...]

    @property
    def latest(self) -> AimDecision | None:
        return self.decisions[0] if self.decisions else None

    @property
    def earlier(self) -> tuple[AimDecision, ...]:
        return self.decisions[1:]

    @property
    def has_other_words(self) -> bool:
        """Whether its texts have changed since the latest decision."""
        return self.latest is not None and self.latest.words_sha256 != self.lot.words_sha256


def counts(city: City, year: int | None = None) -> dict[PossibleAim, int]:
    """How many there are of each."""
    rows = ProcedureLot.objects.in_city(city).exclude(possible="").order_by()
    if year is not None:
        rows = rows.filter(year=year)
    found = dict(rows.values_list("possible").annotate(number=Count("pk")))
    return {each: found.get(each, 0) for each in PossibleAim}


def lots(city: City, status: str = "") -> QuerySet[ProcedureLot]:
    """Those to look at first, the newest of them first."""
    rows = ProcedureLot.objects.in_city(city).exclude(possible="").select_related("procedure")
    if status:
        rows = rows.filter(possible=status)
    return rows.order_by(ORDER, "-year", "procedure__identifier", "identifier")


def with_decisions(city: City, found: Iterable[ProcedureLot]) -> list[PossibleLot]:
    shown = list(found)
    rows = AimDecision.objects.in_city(city).filter(procedure__in={lot.procedure.identifier for lot in shown})
    decisions: dict[tuple[str, str], list[AimDecision]] = defaultdict(list)
    for row in rows.select_related("decided_by__user").order_by("-number"):
        decisions[row.procedure, row.lot].append(row)
    return [PossibleLot(lot, tuple(decisions[lot.procedure.identifier, lot.identifier])) for lot in shown]
