"""What Umeå's figures have beside the notices: numbers entered by hand, firms, lots that people looked at."""

from __future__ import annotations

from actionplan.models import EnteredFigure, ProcedureLot, Supplier
from actionplan.reference.possible_aims import PossibleAim
from actionplan.services import entered_figures, possible_aims, suppliers
from actionplan.suppliers import organisation_numbers
from genprocure.demo.umea.purchases import ENTERED, ENTERED_SOURCE, FIRMS, OWNERSHIP_SOURCE
from ulg.models import City, Membership

REASONS = {
    PossibleAim.CONFIRMED: "Villkoret gäller jämställdhet. Koden glömdes när annonsen skrevs.",
    PossibleAim.DISMISSED: "Texten beskriver vilka som använder tjänsten och ställer inget krav.",
}


def enter(city: City, *, by: Membership) -> None:
    for facts in ENTERED:
        entered_figures.add(EnteredFigure(city=city, **facts, **ENTERED_SOURCE), by=by)


def register(city: City, *, by: Membership) -> None:
    """The firms that have said who owns them."""
    for firm in FIRMS:
        if firm.ownership:
            about = {"number": organisation_numbers.stored_form(firm.number), "shown_number": firm.number}
            made = Supplier(city=city, name=firm.name, ownership=firm.ownership, **about, **OWNERSHIP_SOURCE)
            suppliers.add(made, by=by)


def review(city: City, *, by: Membership) -> None:
    """The first lots that speak of gender equality are looked at: some are, one is not."""
    found = ProcedureLot.objects.in_city(city).filter(possible=PossibleAim.TO_REVIEW).select_related("procedure")
    decisions = (PossibleAim.CONFIRMED, PossibleAim.CONFIRMED, PossibleAim.DISMISSED)
    for lot, decision in zip(found[: len(decisions)], decisions, strict=False):
        about = {"lot": lot.identifier, "decision": decision, "reason": REASONS[decision], "words": lot.words_sha256}
        possible_aims.decide(city, lot.procedure.identifier, **about, seen=0, by=by)
