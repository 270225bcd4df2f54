"""eForms XML → facts. Whatever is missing or wrong in one place costs that place only; see `facts.Remark`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from actionplan.notices import codes, lots, values
from actionplan.notices.facts import Buyer, NoticeFacts, Remark, Remarked
from actionplan.notices.results import results_of
from actionplan.notices.tree import Node, Refusal, parse

EXTENSION = "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension"
SDK = re.compile(r"eforms-sdk-(\d{1,3})\.(\d{1,3})", re.IGNORECASE)
CANCELLING = "cancel"


def read(data: bytes) -> NoticeFacts:
    """The facts of one notice; Refusal if these bytes hold none, or one without its number or day."""
    root = parse(data)
    extension = root.first(EXTENSION) or root
    remarks: list[Remarked] = []
    found = _head(root, extension, remarks)
    project = root.first("cac:ProcurementProject") or root
    found = replace(
        found,
        buyers=tuple(_buyers(root, extension)),
        title=values.in_language(values.words(project.all("cbc:Name")), root.text("cbc:NoticeLanguageCode")),
        cpv=values.cpv(project.text(lots.CPV)),
        estimated=values.amount(project.first(lots.ESTIMATE), remarks, "BT-27"),
        total=values.amount(extension.first("efac:NoticeResult/cbc:TotalAmount"), remarks, "BT-161"),
        lots=tuple(lots.read(root, found.subtype, results_of(extension, found.identifier, remarks), remarks)),
    )
    remarks += _remarks_on(found)
    return replace(found, remarks=tuple(sorted(set(remarks))))


def _head(root: Node, extension: Node, remarks: list[Remarked]) -> NoticeFacts:
    number = _named(root, "cbc:ID", "notice-id")
    dispatched_on = values.day(root.text("cbc:IssueDate"))
    if not number:
        raise Refusal("no_number")
    if dispatched_on is None:
        raise Refusal("no_day", root.text("cbc:IssueDate")[:40])
    kind = root.first("cbc:NoticeTypeCode")
    return NoticeFacts(
        identifier=values.identifier(number),
        version=_version(root, remarks),
        procedure=values.identifier(root.text("cbc:ContractFolderID")),
        form=kind.attribute("listName")[:30] if kind else "",
        type=kind.text()[:40] if kind else "",
        subtype=extension.text("efac:NoticeSubType/cbc:SubTypeCode")[:10],
        sdk=_sdk(root, remarks),
        dispatched_on=dispatched_on,
        dispatched_at=root.text("cbc:IssueTime")[:40],
        publication=values.publication(_named(extension, "efac:Publication/efbc:NoticePublicationID", "ojs-notice-id")),
        changes=_reference(extension.text("efac:Changes/efbc:ChangedNoticeIdentifier")),
        is_cancelling=CANCELLING in extension.texts("efac:Changes/efac:ChangeReason/cbc:ReasonCode"),
        previous=_reference(root.text("cac:TenderingProcess/cac:NoticeDocumentReference/cbc:ID")),
    )


def _named(node: Node, path: str, scheme: str) -> str:
    return next((each.text() for each in node.all(path) if each.attribute("schemeName") == scheme), "")


def _version(root: Node, remarks: list[Remarked]) -> int:
    found = values.number(root.text("cbc:VersionID"))
    if found is None:
        remarks.append(Remarked(Remark.NO_VERSION))
    return found or 1


def _sdk(root: Node, remarks: list[Remarked]) -> str:
    """The version of eForms; national files add to its name, so only its beginning is read."""
    found = SDK.match(root.text("cbc:CustomizationID"))
    if not found:
        remarks.append(Remarked(Remark.NO_SDK))
        return ""
    version = int(found[1]), int(found[2])
    if version > codes.NEWEST_SDK:
        remarks.append(Remarked(Remark.NEWER_SDK, f"{version[0]}.{version[1]}"))
    elif version < codes.OLDEST_SDK:
        remarks.append(Remarked(Remark.OLDER_SDK, f"{version[0]}.{version[1]}"))
    return f"{version[0]}.{version[1]}"


def _reference(text: str) -> str:
    """Another notice by its number, or by that in the Official Journal."""
    return values.publication(text) if re.fullmatch(r"\d+-\d{4}", text.strip()) else values.identifier(text)


def _buyers(root: Node, extension: Node) -> Iterator[Buyer]:
    """The buyers with their names in each language; without the organisations only their references are known."""
    companies = {
        company.text("cac:PartyIdentification/cbc:ID"): company
        for company in extension.all("efac:Organizations/efac:Organization/efac:Company")
    }
    for reference in root.texts("cac:ContractingParty/cac:Party/cac:PartyIdentification/cbc:ID"):
        if company := companies.get(reference):
            names = tuple(dict.fromkeys(filter(None, company.texts("cac:PartyName/cbc:Name"))))
            yield Buyer(names, company.text("cac:PartyLegalEntity/cbc:CompanyID"))


def _remarks_on(found: NoticeFacts) -> Iterator[Remarked]:
    is_planning = found.form in codes.PLANNING
    if not found.procedure and not is_planning:
        yield Remarked(Remark.NO_PROCEDURE)
    if not found.lots and not is_planning:
        yield Remarked(Remark.NO_LOTS)
    amounts = [found.estimated, *(lot.estimated for lot in found.lots)]
    if len({each.currency for each in amounts if each}) > 1:
        yield Remarked(Remark.SEVERAL_CURRENCIES)
