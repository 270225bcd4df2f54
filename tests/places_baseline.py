"""What a place has in its baseline beside the assessment: notices, entered figures, suppliers."""

from __future__ import annotations

from decimal import Decimal

from actionplan.models import EnteredFigure, ProcedureLot
from actionplan.notices.archives import File
from actionplan.reference.possible_aims import PossibleAim
from actionplan.services import notices, possible_aims, supplier_uploads
from actionplan.suppliers.reading import Firm, Problem, Sheet
from tests import factories
from tests.notices import Lot, Notice
from ulg.models import City, Membership
from ulg.roles import Role

SURVEY = "Leverantörsenkätsammanställning"


def enter_figures(city: City, *, by: Membership) -> EnteredFigure:
    """A value of an earlier year, with words that are wider than a phone, and of another kind of purchase."""
    value = {"measure": "awarded", "currency": "SEK", "total": Decimal("1234567.50"), "social": Decimal(1000)}
    factories.EnteredFigureFactory(city=city, by=by, division="45", measure="lots")
    return factories.EnteredFigureFactory(
        city=city, by=by, **value, source="Leverantörsreskontrasammanställning", remark="Without direct awards."
    )


def add_suppliers(city: City, seats: dict[str, Membership]) -> None:
    """A firm that has won, and a file that waits to be confirmed: one firm would change, one row is wrong."""
    name = "Fastighetsskötselentreprenörerna"
    factories.SupplierFactory(city=city, name=name, shown_number="556000-0001", by=seats[Role.EDITOR])
    told = ("556000-0001", name, "women-led", SURVEY, "2025-02-14")
    sheet = Sheet([Firm(2, "5560000001", *told)], [Problem(3, "number", "no_number", "x")])
    for role in (Role.EDITOR, Role.COORDINATOR):
        supplier_uploads.hold("suppliers.csv", sheet, by=seats[role])


def import_notices(city: City, *, by: Membership) -> None:
    """One procedure with two lots, and another one without an aim, whose lots speak of it; one of those is decided."""
    aims = {"strategic-procurement": ["soc-obj"], "social-objective": ["gen-eq"]}
    lots = [
        Lot("LOT-0001", codes=aims, estimated="80000.50"),
        Lot("LOT-0002", estimated="12", won="10", winners=["556000-0001 F"]),
    ]
    made = [
        Notice(lots, procedure=f"procedure-of-{city.slug}", title="Städtjänstupphandlingsannonsering", form="result"),
        Notice([_speaking("LOT-0001"), _speaking("LOT-0002")], procedure=f"speaks-in-{city.slug}", version="x"),
    ]
    list(notices.import_files(city, [File("notice.xml", each.xml()) for each in made], by=by))
    decided = ProcedureLot.objects.in_city(city).get(possible="to_review", identifier="LOT-0002")
    about = {"procedure": f"speaks-in-{city.slug}", "lot": "LOT-0002", "words": decided.words_sha256}
    for seen, decision in enumerate(PossibleAim.decisions()):
        possible_aims.decide(city, **about, decision=decision, reason=f"Zqxdecided{seen}", seen=seen, by=by)


def _speaking(name: str) -> Lot:
    return Lot(name, condition="Palkka raportoidaan naisten ja miesten osalta joka vuosi.", language="FIN")
