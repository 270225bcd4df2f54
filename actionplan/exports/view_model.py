"""What the pages of a plan say: the frozen document with its references followed and everything written in words."""

from __future__ import annotations

import re
from typing import Any

from actionplan.exports import actions, baseline, blocks, figures, records
from actionplan.exports.records import titled
from actionplan.exports.wording import Wording
from actionplan.reference.sections import SectionStatus

NETWORK = "GenProcure · URBACT IV"
ATTACHED = "plan.json"
RECORDS = {
    "assessment": baseline.assessment,
    "figures": figures.figures,
    "statements": baseline.statements,
    "numbers": figures.numbers,
    "findings": records.findings,
    "barriers": records.barriers,
    "solutions": records.solutions,
    "objectives": records.objectives,
    "overview": actions.overview,
    "actions": actions.sheets,
    "timeline": actions.timeline,
    "funding": actions.funding,
    "risks": actions.risks,
    "indicators": records.indicators,
    "members": records.members,
    "comments": records.comments,
}
# Kinds of parts that print several of them; those of the others are called as the part
HOLDS = {
    "baseline": ("assessment", "figures", "findings"),
    "baseline_details": ("statements", "numbers"),
}
KINDS = (RECORDS.keys() - {name for names in HOLDS.values() for name in names}) | HOLDS.keys() | {"findings"}
FINGERPRINT = re.compile(r"[0-9a-f]{64}")
LANGUAGE = re.compile(r"[a-z]{2,3}")


def build(plan: dict[str, Any], names: dict[str, Any], language: str | None, sha256: str) -> dict[str, Any]:
    """Of a plan as `printed` gives it."""
    words = Wording(language or plan["language"], names, plan["currency"], plan["language"])
    outline = _outline(plan, words)
    printed_kinds = {part["kind"] for chapter in outline for part in chapter["parts"]} & KINDS
    held = {name for kind in printed_kinds for name in HOLDS.get(kind, (kind,))}
    index = records.Index(plan, words, held)
    return {
        "language": _code(plan["language"]),
        "words_language": _code(words.language),
        "labels": words.labels,
        "duties": words.codes["duty"],
        "is_draft": plan["version"]["number"] is None,
        "status": status(plan, words),
        "title": titled(plan["title"], words),
        "subtitle": plan["subtitle"].strip(),
        "authority": plan["city"]["authority"] or plan["city"]["name"],
        "city": plan["city"]["name"] or plan["city"]["authority"],
        "case_number": plan["case_number"],
        "network": NETWORK,
        "version": _version(plan, words),
        "file": ATTACHED,
        "sha256": sha256,
        "outline": outline,
        "left_out": [f"{part['number']} {titled(part['title'], words)}".strip() for part in plan["left_out"]],
        "unnamed": records.unnamed(plan, words),
        "records": {name: RECORDS[name](plan, words, index) for name in sorted(held)},
    }


def printed(plan: dict[str, Any]) -> dict[str, Any]:
    """The plan with an outline of the parts that say something; `left_out` are those whose text is not written."""
    seen: set[str] = set()
    chapters, left_out = [], []
    for chapter in plan["outline"]:
        parts = []
        for part in chapter["parts"]:
            is_unwritten = _is_unwritten(part, plan)
            if is_unwritten:
                left_out.append(part)
            has_records = part["kind"] in KINDS and part["kind"] not in seen and not _is_empty(part["kind"], plan)
            seen.add(part["kind"])
            if has_records or not (is_unwritten or _is_empty(part["kind"], plan)):
                parts.append(part)
        if parts or not chapter["parts"]:
            chapters.append({**chapter, "parts": parts})
    return {**plan, "outline": chapters, "left_out": left_out}


def _is_empty(kind: str, plan: dict[str, Any]) -> bool:
    """Whether a part that the portal alone fills has nothing to say: a city need not have a baseline of its own."""
    return kind == "baseline_details" and not plan["assessments"] and not figures.is_there(plan)


def _is_unwritten(part: dict[str, Any], plan: dict[str, Any]) -> bool:
    section = plan["sections"].get(part["section"])
    return section is not None and not section["nodes"]


def status(plan: dict[str, Any], words: Wording) -> str:
    """ "Version 2 · 3 June 2026", or that this is a draft and no version."""
    version = plan["version"]
    if version["number"] is None:
        return words.say("draft_of", day=words.day(version["date"]))
    return words.say("version_of", number=version["number"], day=words.day(version["date"]))


def _version(plan: dict[str, Any], words: Wording) -> dict[str, Any]:
    version, decision, previous = plan["version"], plan["version"]["decision"], plan["version"]["previous"]
    number = version["number"]
    return {
        "name": words.say("draft") if number is None else words.say("version", number=number),
        "number": "" if number is None else str(number),
        "day": words.day(version["date"]),
        "note": words.say("draft_note", day=words.day(version["date"])) if number is None else "",
        "decided_by": decision["body"],
        "decided_on": words.day(decision["on"]),
        "paragraph": decision["paragraph"],
        "period": plan["period"].strip(),
        "previous": None if previous["number"] is None else _previous(previous, words),
    }


def _previous(previous: dict[str, Any], words: Wording) -> dict[str, str]:
    return {
        "words": words.say("previous_value", number=previous["number"], day=words.day(previous["date"])),
        "sha256": previous["sha256"] if FINGERPRINT.fullmatch(previous["sha256"]) else "",
    }


def _outline(plan: dict[str, Any], words: Wording) -> list[dict[str, Any]]:
    seen: set[str] = set()
    chapters = []
    for chapter in plan["outline"]:
        parts = [_part(part, plan, words, seen) for part in chapter["parts"]]
        head = {"number": chapter["number"], "title": titled(chapter["title"], words), "lead": chapter["lead"].strip()}
        chapters.append({**head, "parts": parts})
    return chapters


def _part(part: dict[str, Any], plan: dict[str, Any], words: Wording, seen: set[str]) -> dict[str, Any]:
    """Records are printed once, where they come first; a kind that nobody here knows is left out."""
    kind = part["kind"] if part["kind"] in KINDS and part["kind"] not in seen else "text"
    seen.add(kind)
    section = plan["sections"].get(part["section"])
    is_draft = plan["version"]["number"] is None
    return {
        "number": part["number"],
        "title": titled(part["title"], words),
        "kind": kind,
        "blocks": None if section is None else blocks.blocks(section["nodes"]),
        "state": words.code("section_status", section["status"])
        if section and is_draft and section["status"] != SectionStatus.DONE
        else "",
    }


def _code(language: str) -> str:
    """The language as the compiler knows it, without its country."""
    code = language.split("-")[0].lower()
    return code if LANGUAGE.fullmatch(code) else "en"
