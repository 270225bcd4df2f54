"""What a notice of results says of its lots: contracts, their values and winners, bids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from actionplan.notices import values
from actionplan.notices.facts import Contract, Firm, Money, Remark, Remarked, WonTender
from actionplan.notices.tree import Node

SMALL = ("t-micro", "t-small", "t-medium")  # their sum, where a notice does not give t-sme itself


@dataclass(frozen=True)
class LotResult:
    """The fields of `LotFacts` that a result fills."""

    results: tuple[str, ...] = ()
    contracts: tuple[Contract, ...] = ()
    bids: int | None = None
    bids_of_small: int | None = None
    ceiling: Money | None = None


@dataclass
class _Tender:
    """A tender with its lot, value and those who made it."""

    lot: str
    value: Money | None
    firms: tuple[Firm, ...]


@dataclass
class _Found:
    results: list[str] = field(default_factory=list)
    contracts: list[Contract] = field(default_factory=list)
    bids: list[int] = field(default_factory=list)
    bids_of_small: list[int] = field(default_factory=list)
    ceilings: list[Money] = field(default_factory=list)

    def result(self) -> LotResult:
        return LotResult(
            tuple(self.results),
            tuple(self.contracts),
            max(self.bids, default=None),
            max(self.bids_of_small, default=None),
            max(self.ceilings, default=None),
        )


def results_of(extension: Node, notice: str, remarks: list[Remarked]) -> dict[str, LotResult]:
    """The result of each lot by its identifier. Before SDK 1.15 a lot may have several; they count as one."""
    result = extension.first("efac:NoticeResult")
    if result is None:
        return {}
    found: dict[str, _Found] = defaultdict(_Found)
    tenders = _tenders(result, _firms(extension), remarks)
    for lot, contract in _contracts(result, notice, tenders):
        found[lot].contracts.append(contract)
    for node in result.all("efac:LotResult"):
        _add(found[node.text("efac:TenderLot/cbc:ID")], node, remarks)
    for lot, each in found.items():
        if "selec-w" in each.results and not each.contracts and any(tender.lot == lot for tender in tenders.values()):
            remarks.append(Remarked(Remark.TENDER_WITHOUT_CONTRACT, lot))
    return {lot: each.result() for lot, each in found.items()}


def _add(found: _Found, node: Node, remarks: list[Remarked]) -> None:
    lot = node.text("efac:TenderLot/cbc:ID")
    found.results += filter(None, [node.text("cbc:TenderResultCode")])
    counts = {
        each.text("efbc:StatisticsCode"): values.number(each.text("efbc:StatisticsNumeric"))
        for each in node.all("efac:ReceivedSubmissionsStatistics")
    }
    small = [count for code in SMALL if (count := counts.get(code)) is not None]
    all_small = counts["t-sme"] if counts.get("t-sme") is not None else sum(small) if small else None
    for kept, count in ((found.bids, counts.get("tenders")), (found.bids_of_small, all_small)):
        kept += [] if count is None else [count]
    ceiling = values.amount(node.first("efac:FrameworkAgreementValues/cbc:MaximumValueAmount"), remarks, lot)
    found.ceilings += [ceiling] if ceiling else []


def _firms(extension: Node) -> dict[str, Firm]:
    """Each organisation of the notice by its reference."""
    companies = extension.all("efac:Organizations/efac:Organization/efac:Company")
    return {
        each.text("cac:PartyIdentification/cbc:ID"): Firm(
            each.text("cac:PartyLegalEntity/cbc:CompanyID"), each.text("cac:PartyName/cbc:Name")
        )
        for each in companies
    }


def _tenders(result: Node, firms: dict[str, Firm], remarks: list[Remarked]) -> dict[str, _Tender]:
    """A party that is not among the organisations is a firm of which nothing is known."""
    parties = {
        party.text("cbc:ID"): tuple(firms.get(each, Firm()) for each in party.texts("efac:Tenderer/cbc:ID"))
        for party in result.all("efac:TenderingParty")
    }
    return {
        tender.text("cbc:ID"): _Tender(
            lot := tender.text("efac:TenderLot/cbc:ID"),
            values.amount(tender.first("cac:LegalMonetaryTotal/cbc:PayableAmount"), remarks, lot),
            parties.get(tender.text("efac:TenderingParty/cbc:ID"), ()),
        )
        for tender in result.all("efac:LotTender")
    }


def _contracts(result: Node, notice: str, tenders: dict[str, _Tender]) -> Iterator[tuple[str, Contract]]:
    """Each contract once for each of its lots and currencies: a tender that no contract names has not won."""
    for node in result.all("efac:SettledContract"):
        number = node.text("efac:ContractReference/cbc:ID") or f"{notice} {node.text('cbc:ID')}"
        on = _first_day(node.text("cbc:AwardDate"), node.text("cbc:IssueDate"))
        references = dict.fromkeys(node.texts("efac:LotTender/cbc:ID"))
        together: dict[tuple[str, str], list[_Tender]] = defaultdict(list)
        for tender in (tenders[reference] for reference in references if reference in tenders):
            together[tender.lot, tender.value.currency if tender.value else ""].append(tender)
        for (lot, currency), won in together.items():
            value = Money(sum((each.value.amount for each in won if each.value), Decimal(0)), currency)
            settled = tuple(WonTender(each.value, each.firms) for each in won)
            yield lot, Contract(number, value if currency else None, on, settled)


def _first_day(*texts: str) -> date | None:
    return next(filter(None, map(values.day, texts)), None)
