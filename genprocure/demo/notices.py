"""Example notices in eForms, written from invented purchases, some of them with an award."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import NamedTuple
from xml.sax.saxutils import escape

from genprocure.demo.umea.purchases import EVERY_AIM, FIRMS, KINDS, Kind

LAST = date(2026, 9, 30)
SEED = 2023  # the same notices every time
AWARDED = 0.4  # of the purchases have their contracts signed and announced
SPACE = "urn:oasis:names:specification:ubl:schema:xsd:"
EFORMS = "http://data.europa.eu/p27/eforms-ubl-"


class Period(NamedTuple):
    """How many lots were announced in it by their aim, as the plan's findings say of 2024 and of early 2025."""

    first: date
    last: date
    aims: dict[str, int]


PERIODS = (
    Period(date(2023, 11, 2), date(2023, 12, 20), {"gender": 0, "social": 3, "no": 12, "": 9}),
    Period(date(2024, 1, 8), date(2024, 12, 19), {"gender": 9, "social": 43, "no": 105, "": 31}),
    Period(date(2025, 1, 9), date(2025, 6, 27), {"gender": 8, "social": 23, "no": 60, "": 3}),
    Period(date(2025, 7, 1), date(2025, 12, 18), {"gender": 9, "social": 26, "no": 60, "": 3}),
    Period(date(2026, 1, 8), LAST, {"gender": 14, "social": 42, "no": 84, "": 6}),
)


@dataclass(frozen=True)
class Lot:
    name: str
    title: str
    aim: str
    words: str
    firm: int
    price: int


@dataclass(frozen=True)
class Notice:
    """What is written about one purchase on one day; `is_award` says that its contracts are signed."""

    number: int
    kind: Kind
    lots: tuple[Lot, ...]
    sent_on: date
    is_award: bool = False

    @property
    def name(self) -> str:
        return f"{self.sent_on.isoformat()}-{self.number:04}-{'award' if self.is_award else 'contract'}.xml"


def notices() -> list[Notice]:
    """In the order in which they were sent."""
    chance = Random(SEED)
    contracts = [each for period in PERIODS for each in _contracts(period, chance)]
    numbered = [replace(each, number=number) for number, each in enumerate(contracts, 1)]
    awards = [
        replace(each, sent_on=each.sent_on + timedelta(days=chance.randrange(70, 110)), is_award=True)
        for each in numbered
        if chance.random() < AWARDED
    ]
    sent = [each for each in (*numbered, *awards) if each.sent_on <= LAST]
    return sorted(sent, key=lambda each: (each.sent_on, each.number))


def _contracts(period: Period, chance: Random) -> Iterator[Notice]:
    """Purchases until every lot of the period has been announced, evenly over its days."""
    left = [aim for aim, count in period.aims.items() for _lot in range(count)]
    chance.shuffle(left)
    total = len(left)
    while left:
        day = period.first + (period.last - period.first) * (total - len(left)) / total
        kind = chance.choice([each for each in KINDS if len(each.lots) <= len(left)])
        lots = tuple(_lot(place, title, kind, left.pop(), chance) for place, title in enumerate(kind.lots, 1))
        yield Notice(0, kind, lots, day)


def _lot(place: int, title: str, kind: Kind, aim: str, chance: Random) -> Lot:
    words = (kind.aim or EVERY_AIM) if aim == "gender" else kind.words if chance.random() < 0.15 else ""
    price = round(kind.estimate * chance.uniform(0.82, 1.09), -3)
    return Lot(f"LOT-{place:04}", title, aim, words, chance.randrange(len(FIRMS)), int(price))


def xml(notice: Notice, buyer: str) -> bytes:
    """The notice as a tender system would write it."""
    root = "ContractAwardNotice" if notice.is_award else "ContractNotice"
    form, kind = ("result", "can-standard") if notice.is_award else ("competition", "cn-standard")
    estimate = _estimate(notice.kind.estimate * len(notice.lots))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<{root} xmlns="{SPACE}{root}-2" xmlns:cac="{SPACE}CommonAggregateComponents-2"
 xmlns:cbc="{SPACE}CommonBasicComponents-2" xmlns:ext="{SPACE}CommonExtensionComponents-2"
 xmlns:efac="{EFORMS}extension-aggregate-components/1" xmlns:efbc="{EFORMS}extension-basic-components/1"
 xmlns:efext="{EFORMS}extensions/1">
{_extension(notice, buyer)}
<cbc:CustomizationID>eforms-sdk-1.10</cbc:CustomizationID>
<cbc:ID schemeName="notice-id">{_number("a" if notice.is_award else "c", notice.number)}</cbc:ID>
<cbc:ContractFolderID>{_number("f", notice.number)}</cbc:ContractFolderID>
<cbc:IssueDate>{notice.sent_on.isoformat()}+01:00</cbc:IssueDate><cbc:IssueTime>09:00:00+01:00</cbc:IssueTime>
<cbc:VersionID>01</cbc:VersionID><cbc:NoticeTypeCode listName="{form}">{kind}</cbc:NoticeTypeCode>
<cbc:NoticeLanguageCode listName="language">SWE</cbc:NoticeLanguageCode>
<cac:ContractingParty><cac:Party>{_identified("ORG-0001")}</cac:Party></cac:ContractingParty>
<cac:ProcurementProject><cbc:Name languageID="SWE">{escape(notice.kind.title)} (påhittat exempel)</cbc:Name>
{estimate}{_cpv(notice.kind.cpv)}</cac:ProcurementProject>
{"".join(_lot_xml(lot, notice.kind) for lot in notice.lots)}
</{root}>""".encode()


def _number(letter: str, number: int) -> str:
    return f"{letter}0000000-0000-4000-8000-{number:012}"


def _identified(name: str) -> str:
    return f"<cac:PartyIdentification><cbc:ID>{name}</cbc:ID></cac:PartyIdentification>"


def _extension(notice: Notice, buyer: str) -> str:
    firms = sorted({lot.firm for lot in notice.lots}) if notice.is_award else []
    companies = _company("ORG-0001", buyer, "") + "".join(
        _company(_firm(firm), FIRMS[firm].name, FIRMS[firm].number) for firm in firms
    )
    result = f"<efac:NoticeResult>{_result(notice, firms)}</efac:NoticeResult>" if notice.is_award else ""
    subtype = "29" if notice.is_award else "16"
    return f"""<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>{result}
<efac:NoticeSubType><cbc:SubTypeCode>{subtype}</cbc:SubTypeCode></efac:NoticeSubType>
<efac:Organizations>{companies}</efac:Organizations>
</efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>"""


def _firm(place: int) -> str:
    return f"ORG-{place + 2:04}"


def _company(key: str, name: str, number: str) -> str:
    legal = f"<cac:PartyLegalEntity><cbc:CompanyID>{number}</cbc:CompanyID></cac:PartyLegalEntity>" if number else ""
    return f"""<efac:Organization><efac:Company>{_identified(key)}
<cac:PartyName><cbc:Name languageID="SWE">{escape(name)}</cbc:Name></cac:PartyName>{legal}
</efac:Company></efac:Organization>"""


def _result(notice: Notice, firms: list[int]) -> str:
    """For each lot its outcome, the tender that won and the contract that names it."""
    parts = []
    for place, lot in enumerate(notice.lots, 1):
        of_lot = f"<efac:TenderLot><cbc:ID>{lot.name}</cbc:ID></efac:TenderLot>"
        tender = f"<efac:LotTender><cbc:ID>TEN-{place:04}</cbc:ID></efac:LotTender>"
        bids = 2 + (notice.number + place) % 5
        parts.append(f"""<efac:LotResult><cbc:TenderResultCode>selec-w</cbc:TenderResultCode>{_bids("tenders", bids)}
{_bids("t-sme", bids - 1)}{of_lot}</efac:LotResult>
<efac:LotTender><cbc:ID>TEN-{place:04}</cbc:ID>
<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="SEK">{lot.price}</cbc:PayableAmount></cac:LegalMonetaryTotal>
<efac:TenderingParty><cbc:ID>TPA-{lot.firm:04}</cbc:ID></efac:TenderingParty>{of_lot}</efac:LotTender>
<efac:SettledContract><cbc:AwardDate>{(notice.sent_on - timedelta(days=14)).isoformat()}+01:00</cbc:AwardDate>
<cbc:ID>CON-{place:04}</cbc:ID><efac:ContractReference><cbc:ID>{notice.number}-{place}</cbc:ID></efac:ContractReference>
{tender}</efac:SettledContract>""")
    parties = (
        f"<efac:TenderingParty><cbc:ID>TPA-{firm:04}</cbc:ID>"
        f"<efac:Tenderer><cbc:ID>{_firm(firm)}</cbc:ID></efac:Tenderer></efac:TenderingParty>"
        for firm in firms
    )
    return "".join((*parts, *parties))


def _bids(code: str, number: int) -> str:
    return f"""<efac:ReceivedSubmissionsStatistics><efbc:StatisticsCode>{code}</efbc:StatisticsCode>
<efbc:StatisticsNumeric>{number}</efbc:StatisticsNumeric></efac:ReceivedSubmissionsStatistics>"""


def _estimate(amount: int) -> str:
    value = f'<cbc:EstimatedOverallContractAmount currencyID="SEK">{amount}</cbc:EstimatedOverallContractAmount>'
    return f"<cac:RequestedTenderTotal>{value}</cac:RequestedTenderTotal>"


def _cpv(code: str) -> str:
    kind = f"<cbc:ItemClassificationCode>{code}</cbc:ItemClassificationCode>"
    return f"<cac:MainCommodityClassification>{kind}</cac:MainCommodityClassification>"


def _lot_xml(lot: Lot, kind: Kind) -> str:
    """Its aim in codes, and what the contract asks for in words."""
    codes = {
        "gender": [("strategic-procurement", "soc-obj"), ("social-objective", "gen-eq")],
        "social": [("strategic-procurement", "soc-obj"), ("social-objective", "opp")],
        "no": [("strategic-procurement", "none")],
        "": [],
    }[lot.aim]
    aims = "".join(
        f'<cac:ProcurementAdditionalType><cbc:ProcurementTypeCode listName="{name}">{code}</cbc:ProcurementTypeCode>'
        "</cac:ProcurementAdditionalType>"
        for name, code in codes
    )
    condition = f"""<cac:ContractExecutionRequirement>
<cbc:ExecutionRequirementCode listName="conditions">performance</cbc:ExecutionRequirementCode>
<cbc:Description languageID="SWE">{escape(lot.words)}</cbc:Description></cac:ContractExecutionRequirement>"""
    terms = f"<cac:TenderingTerms>{condition if lot.words else ''}</cac:TenderingTerms>"
    return f"""<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">{lot.name}</cbc:ID>{terms}<cac:ProcurementProject>
<cbc:Name languageID="SWE">{escape(lot.title)}</cbc:Name>{aims}{_estimate(kind.estimate)}{_cpv(kind.cpv)}
</cac:ProcurementProject></cac:ProcurementProjectLot>"""
