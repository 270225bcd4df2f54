"""The lots of a notice, with their aims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from actionplan.notices import codes, values
from actionplan.notices.facts import LotFacts, Remark, Remarked
from actionplan.notices.results import LotResult
from actionplan.notices.tree import Node

CPV = "cac:MainCommodityClassification/cbc:ItemClassificationCode"
ESTIMATE = "cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount"
AIMS = "cac:ProcurementAdditionalType"
AIM = f"{AIMS}/cbc:ProcurementTypeCode"
REQUIREMENT = "cac:TenderingTerms/cac:ContractExecutionRequirement"
CRITERION = "cac:TenderingTerms/cac:AwardingTerms/cac:AwardingCriterion/cac:SubordinateAwardingCriterion"
TENDERER = "cac:TenderingTerms/cac:TendererQualificationRequest/cac:SpecificTendererRequirement"
RESERVED = f"{TENDERER}/cbc:TendererRequirementTypeCode"
FRAMEWORK = "cac:TenderingProcess/cac:ContractingSystem/cbc:ContractingSystemTypeCode"
LONGEST = 60  # characters of a lot's identifier: real ones have eight
KNOWN = {
    "strategic": codes.STRATEGIC,
    "social": codes.SOCIAL,
    "environmental": codes.ENVIRONMENTAL,
    "innovative": codes.INNOVATIVE,
}


def read(root: Node, subtype: str, results: Mapping[str, LotResult], remarks: list[Remarked]) -> Iterator[LotFacts]:
    """Each lot once; groups of lots and the parts of a planning notice are none."""
    language = root.text("cbc:NoticeLanguageCode")
    seen: set[str] = set()
    for node in root.all("cac:ProcurementProjectLot"):
        identity = node.first("cbc:ID")
        if identity is None or identity.attribute("schemeName") != "Lot":
            continue
        if not (name := identity.text()[:LONGEST]) or name in seen:
            remarks.append(Remarked(Remark.LOT_TWICE, name))
            continue
        seen.add(name)
        lot = _read(node, name, language, remarks)
        remarks += _remarks_on(lot, subtype)
        yield replace(lot, **vars(results.get(name, LotResult())))


def _read(node: Node, name: str, language: str, remarks: list[Remarked]) -> LotFacts:
    project = node.first("cac:ProcurementProject") or node
    return LotFacts(
        identifier=name,
        title=values.in_language(values.words(project.all("cbc:Name")), language),
        nature=next(project.coded("cbc:ProcurementTypeCode", "contract-nature"), "")[:20],
        cpv=values.cpv(project.text(CPV)),
        estimated=values.amount(project.first(ESTIMATE), remarks, name),
        strategic=tuple(project.coded(AIM, "strategic-procurement")),
        social=tuple(project.coded(AIM, "social-objective")),
        environmental=tuple(project.coded(AIM, "environmental-impact")),
        innovative=tuple(project.coded(AIM, "innovative-acquisition")),
        description=tuple(values.words(_described(project))),
        criteria=tuple(
            values.words(each for part in ("Name", "Description") for each in node.all(f"{CRITERION}/cbc:{part}"))
        ),
        conditions=tuple(values.words(_conditions(node))),
        reserved=tuple(_reserved(node)),
        is_framework=any(code != codes.NONE for code in node.coded(FRAMEWORK, "framework-agreement")),
    )


def _described(project: Node) -> Iterator[Node]:
    """BT-777: the words beside a strategic aim; beside others stand other things, such as a reason for BT-754."""
    for aim in project.all(AIMS):
        if any(aim.coded("cbc:ProcurementTypeCode", "strategic-procurement")):
            yield from aim.all("cbc:ProcurementType")


def _conditions(node: Node) -> Iterator[Node]:
    """BT-70: conditions of performance; the same element holds other requirements, such as electronic invoices."""
    for requirement in node.all(REQUIREMENT):
        if any(requirement.coded("cbc:ExecutionRequirementCode", "conditions")):
            yield from requirement.all("cbc:Description")


def _reserved(node: Node) -> Iterator[str]:
    participation = node.coded(RESERVED, "reserved-procurement")
    yield from (code for code in participation if code != codes.NONE)
    yield from (
        "execution"
        for code in node.coded(f"{REQUIREMENT}/cbc:ExecutionRequirementCode", "reserved-execution")
        if code == "yes"
    )


def _remarks_on(lot: LotFacts, subtype: str) -> Iterator[Remarked]:
    for name, known in KNOWN.items():
        found = getattr(lot, name)
        yield from (Remarked(Remark.UNKNOWN_CODE, f"{lot.identifier} {code}") for code in found if code not in known)
        if len(set(found)) < len(found):
            yield Remarked(Remark.CODE_TWICE, lot.identifier)
    if subtype in codes.WITHOUT_AIMS and (lot.strategic or lot.social or lot.environmental):
        yield Remarked(Remark.CODE_NOT_ALLOWED, lot.identifier)
    if codes.NONE in lot.strategic and (lot.social or len(set(lot.strategic)) > 1):
        yield Remarked(Remark.NONE_WITH_OTHERS, lot.identifier)
    if codes.GENDER in lot.social and codes.SOCIAL_AIM not in lot.strategic:
        yield Remarked(Remark.GENDER_WITHOUT_SOCIAL, lot.identifier)
