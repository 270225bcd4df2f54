"""Small eForms notices, made for the tests."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from xml.sax.saxutils import escape

NUMBERS = count(1)
FORMS = {
    "competition": ("ContractNotice", "cn-standard", "16"),
    "result": ("ContractAwardNotice", "can-standard", "29"),
    "cont-modif": ("ContractAwardNotice", "can-modif", "38"),
    "planning": ("PriorInformationNotice", "pin-only", "4"),
}


def number() -> str:
    """A number as notices and procedures have them, another one each time."""
    return f"00000000-0000-4000-8000-{next(NUMBERS):012x}"


@dataclass
class Lot:
    """A lot as the test wants it; codes by the list that they belong to."""

    name: str = "LOT-0001"
    estimated: str = ""
    currency: str = "SEK"
    cpv: str = "90910000"
    codes: Mapping[str, Iterable[str]] = field(default_factory=dict)
    description: str = ""
    condition: str = ""
    language: str = "SWE"  # of the description and the condition
    won: str = ""  # the value of the tender that a contract settles
    contract: str = ""
    winners: Iterable[str] = ()  # who made the tender that won: each with number and name, parted by a space
    lost: str = ""  # the value of another tender, which no contract names
    bids: Mapping[str, int] = field(default_factory=dict)


@dataclass
class Notice:
    """A notice; `xml()` is what a tender system would write."""

    lots: list[Lot] = field(default_factory=lambda: [Lot()])
    identifier: str = field(default_factory=number)
    procedure: str | None = field(default_factory=number)
    version: str = "01"
    form: str = "competition"
    subtype: str = ""
    day: str = "2024-03-19+01:00"
    time: str = "10:00:00+01:00"
    sdk: str = "eforms-sdk-1.10"
    changes: str = ""
    reason: str = "update-add"
    previous: str = ""
    publication: str = ""
    buyer: str = "Exempelby kommun"
    buyer_number: str = "212000-0000"
    estimated: str = ""
    currency: str = "SEK"
    title: str = "Cleaning of schools"

    def xml(self, prefixes: str = "cac cbc ext efac efbc efext") -> bytes:
        root, kind, subtype = FORMS[self.form]
        cac, cbc, ext, efac, efbc, efext = prefixes.split()
        space = "urn:oasis:names:specification:ubl:schema:xsd:"
        eforms = "http://data.europa.eu/p27/eforms-ubl-"
        text = f"""<?xml version="1.0" encoding="UTF-8"?>
<{root} xmlns="{space}{root}-2" xmlns:{cac}="{space}CommonAggregateComponents-2"
 xmlns:{cbc}="{space}CommonBasicComponents-2" xmlns:{ext}="{space}CommonExtensionComponents-2"
 xmlns:{efac}="{eforms}extension-aggregate-components/1" xmlns:{efbc}="{eforms}extension-basic-components/1"
 xmlns:{efext}="{eforms}extensions/1">{self._body(kind, self.subtype or subtype)}</{root}>"""
        for name, prefix in zip(["cac", "cbc", "ext", "efac", "efbc", "efext"], prefixes.split(), strict=True):
            text = text.replace(f"<{name}:", f"<{prefix}:").replace(f"</{name}:", f"</{prefix}:")
        return text.encode()

    def _body(self, kind: str, subtype: str) -> str:
        procedure = f"<cbc:ContractFolderID>{self.procedure}</cbc:ContractFolderID>" if self.procedure else ""
        previous = _tag("cac:NoticeDocumentReference", f'<cbc:ID schemeName="notice-id-ref">{self.previous}</cbc:ID>')
        return f"""{self._extension(subtype)}
<cbc:CustomizationID>{self.sdk}</cbc:CustomizationID><cbc:ID schemeName="notice-id">{self.identifier}</cbc:ID>
{procedure}<cbc:IssueDate>{self.day}</cbc:IssueDate><cbc:IssueTime>{self.time}</cbc:IssueTime>
<cbc:VersionID>{self.version}</cbc:VersionID><cbc:NoticeTypeCode listName="{self.form}">{kind}</cbc:NoticeTypeCode>
<cbc:NoticeLanguageCode listName="language">SWE</cbc:NoticeLanguageCode>
<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID></cac:PartyIdentification></cac:Party>
</cac:ContractingParty>{_tag("cac:TenderingProcess", previous) if self.previous else ""}
<cac:ProcurementProject><cbc:Name languageID="SWE">{escape(self.title)}</cbc:Name>
{_estimate(self.estimated, self.currency)}{_cpv("90910000")}</cac:ProcurementProject>
{"".join(map(_lot, self.lots))}"""

    def _extension(self, subtype: str) -> str:
        company = f"""<cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID></cac:PartyIdentification>
<cac:PartyName><cbc:Name languageID="SWE">{escape(self.buyer)}</cbc:Name></cac:PartyName>
<cac:PartyLegalEntity><cbc:CompanyID>{self.buyer_number}</cbc:CompanyID></cac:PartyLegalEntity>"""
        changes = f"""<efac:Changes><efbc:ChangedNoticeIdentifier>{self.changes}</efbc:ChangedNoticeIdentifier>
<efac:ChangeReason><cbc:ReasonCode>{self.reason}</cbc:ReasonCode></efac:ChangeReason></efac:Changes>"""
        published = (
            f'<efbc:NoticePublicationID schemeName="ojs-notice-id">{self.publication}</efbc:NoticePublicationID>'
        )
        result = "".join(_result(place, lot) for place, lot in enumerate(self.lots))
        firms = "".join(_firm(place, *each) for place, lot in enumerate(self.lots) for each in enumerate(lot.winners))
        inner = f"""{changes if self.changes else ""}<efac:NoticeResult>{result}</efac:NoticeResult>
<efac:NoticeSubType><cbc:SubTypeCode>{subtype}</cbc:SubTypeCode></efac:NoticeSubType>
<efac:Organizations><efac:Organization>{_tag("efac:Company", company)}</efac:Organization>{firms}</efac:Organizations>
{_tag("efac:Publication", published) if self.publication else ""}"""
        for name in ("efext:EformsExtension", "ext:ExtensionContent", "ext:UBLExtension", "ext:UBLExtensions"):
            inner = _tag(name, inner)
        return inner


def _tag(name: str, inner: str) -> str:
    return f"<{name}>{inner}</{name}>"


def _estimate(amount: str, currency: str) -> str:
    value = f'<cbc:EstimatedOverallContractAmount currencyID="{currency}">{amount}</cbc:EstimatedOverallContractAmount>'
    return _tag("cac:RequestedTenderTotal", value) if amount else ""


def _cpv(code: str) -> str:
    return _tag("cac:MainCommodityClassification", f"<cbc:ItemClassificationCode>{code}</cbc:ItemClassificationCode>")


def _lot(lot: Lot) -> str:
    aims = ""
    for list_name, codes in lot.codes.items():
        words = f'<cbc:ProcurementType languageID="{lot.language}">{escape(lot.description)}</cbc:ProcurementType>'
        for code in codes:
            kind = f'<cbc:ProcurementTypeCode listName="{list_name}">{code}</cbc:ProcurementTypeCode>'
            is_described = list_name == "strategic-procurement" and lot.description
            aims += _tag("cac:ProcurementAdditionalType", kind + (words if is_described else ""))
    condition = f"""<cac:ContractExecutionRequirement>
<cbc:ExecutionRequirementCode listName="conditions">performance</cbc:ExecutionRequirementCode>
<cbc:Description languageID="{lot.language}">{escape(lot.condition)}</cbc:Description>
</cac:ContractExecutionRequirement>"""
    terms = _tag("cac:TenderingTerms", condition if lot.condition else "")
    project = f'<cbc:Name languageID="SWE">{lot.name}</cbc:Name>{aims}{_estimate(lot.estimated, lot.currency)}'
    project = _tag("cac:ProcurementProject", project + _cpv(lot.cpv))
    return _tag("cac:ProcurementProjectLot", f'<cbc:ID schemeName="Lot">{lot.name}</cbc:ID>{terms}{project}')


def _firm(place: int, number: int, firm: str) -> str:
    registered, _space, name = firm.partition(" ")
    company = f"""<cac:PartyIdentification><cbc:ID>ORG-{place}-{number}</cbc:ID></cac:PartyIdentification>
<cac:PartyName><cbc:Name languageID="SWE">{escape(name)}</cbc:Name></cac:PartyName>
<cac:PartyLegalEntity><cbc:CompanyID>{registered}</cbc:CompanyID></cac:PartyLegalEntity>"""
    return _tag("efac:Organization", _tag("efac:Company", company))


def _result(place: int, lot: Lot) -> str:
    if not (lot.won or lot.bids):
        return ""
    of_lot = f"<efac:TenderLot><cbc:ID>{lot.name}</cbc:ID></efac:TenderLot>"
    counts = "".join(
        f"""<efac:ReceivedSubmissionsStatistics><efbc:StatisticsCode>{code}</efbc:StatisticsCode>
<efbc:StatisticsNumeric>{number}</efbc:StatisticsNumeric></efac:ReceivedSubmissionsStatistics>"""
        for code, number in lot.bids.items()
    )
    parts = f"<efac:LotResult><cbc:TenderResultCode>selec-w</cbc:TenderResultCode>{counts}{of_lot}</efac:LotResult>"
    for name, amount in (("WON", lot.won), ("LOST", lot.lost)):
        value = f'<cbc:PayableAmount currencyID="{lot.currency}">{amount}</cbc:PayableAmount>'
        tender = f"<cbc:ID>{name}-{place}</cbc:ID>{_tag('cac:LegalMonetaryTotal', value)}{of_lot}"
        tender += f"<efac:TenderingParty><cbc:ID>TPA-{place}</cbc:ID></efac:TenderingParty>" if name == "WON" else ""
        parts += _tag("efac:LotTender", tender) if amount else ""
    made = "".join(
        f"<efac:Tenderer><cbc:ID>ORG-{place}-{number}</cbc:ID></efac:Tenderer>"
        for number, _firm in enumerate(lot.winners)
    )
    parts += _tag("efac:TenderingParty", f"<cbc:ID>TPA-{place}</cbc:ID>{made}") if made else ""
    reference = f"<efac:ContractReference><cbc:ID>{lot.contract or f'C-{place}'}</cbc:ID></efac:ContractReference>"
    contract = f"<cbc:AwardDate>2024-06-01+02:00</cbc:AwardDate><cbc:ID>CON-{place}</cbc:ID>{reference}"
    return parts + _tag(
        "efac:SettledContract", f"{contract}<efac:LotTender><cbc:ID>WON-{place}</cbc:ID></efac:LotTender>"
    )


def zipped(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def tarred(files: Mapping[str, bytes], *, links: Mapping[str, str] | None = None) -> bytes:
    """A gzipped tar, as the EU's daily packages are."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        for name, target in (links or {}).items():
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = tarfile.SYMTYPE, target
            archive.addfile(entry)
    return packed.getvalue()
