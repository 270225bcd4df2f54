"""The records of a plan as the pages show them: references followed, codes, days and amounts in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from actionplan import kinds
from actionplan.exports.blocks import LONGEST_HEADING, paragraphs
from actionplan.exports.characters import is_blank
from actionplan.exports.said import capital
from actionplan.exports.wording import Wording
from actionplan.reference.barriers import BarrierStatus
from actionplan.reference.solutions import SolutionStatus

Plan = dict[str, Any]
Record = dict[str, Any]


class Index:
    """Which record a code means. Only printed records are targets of a link, and of two with one code the first."""

    def __init__(self, plan: Plan, words: Wording, printed: Iterable[str]) -> None:
        self._found: dict[tuple[str, str], Record] = {}
        self._words = words
        for kind in (each.plural for each in kinds.numbered()):
            for place, record in enumerate(plan.get(kind, ())):
                target = f"{kind}-{place}" if kind in printed else ""
                is_named = not is_blank(record["code"])  # a link needs something to stand on
                shown = {
                    "code": record["code"],
                    "title": titled(record["title"], words),
                    "target": target if is_named else "",
                }
                self._found.setdefault((kind, record["code"]), shown)

    def all(self, kind: str, codes: Iterable[Any]) -> list[Record]:
        return [self._found[kind, code] for code in dict.fromkeys(codes) if (kind, code) in self._found]

    def one(self, kind: str, code: Any) -> Record | None:
        return self._found.get((kind, code))

    def own(self, kind: str, place: int, record: Record) -> Record:
        """Code and title of the record itself, and the label that others jump to where it is the first of its code."""
        target = f"{kind}-{place}"
        first = self._found[kind, record["code"]]["target"] == target
        return {
            "code": record["code"],
            "title": titled(record["title"], self._words),
            "label": target if first else "",
        }


def titled(title: str, words: Wording) -> str:
    """A heading without words, or with thousands, would stop the export."""
    return words.say("untitled") if is_blank(title) else title.strip()[:LONGEST_HEADING]


def findings(plan: Plan, words: Wording, index: Index) -> list[Record]:
    return [
        {
            **index.own("findings", place, record),
            "text": paragraphs(record["text"]),
            "source": ", ".join(str(part) for part in (record["source"], record["year"]) if part),
            "is_long": is_long(record["text"]),
        }
        for place, record in enumerate(plan["findings"])
    ]


def barriers(plan: Plan, words: Wording, index: Index) -> list[Record]:
    return [
        {
            **index.own("barriers", place, record),
            "text": paragraphs(record["description"]),
            "category": words.code("category", record["category"]),
            "step": words.code("step", record["step"]),
            "status": words.code("barrier_status", record["status"]),
            "reason": record["parked_reason"],
            "findings": index.all("findings", record["findings"]),
            "solutions": index.all("solutions", _with(plan["solutions"], "barriers", record["code"])),
            "lacks_solution": _lacks_solution(record, plan),
            "raised": _by(words, "raised", record["raised_by"], record["raised_on"]),
        }
        for place, record in enumerate(plan["barriers"])
    ]


def _lacks_solution(barrier: Record, plan: Plan) -> bool:
    """Solutions that were not chosen stand at their barrier, but do not meet it."""
    kept = [each for each in plan["solutions"] if each["status"] not in SolutionStatus.given_up()]
    return barrier["status"] not in BarrierStatus.settled() and not _with(kept, "barriers", barrier["code"])


def solutions(plan: Plan, words: Wording, index: Index) -> list[Record]:
    return [
        {
            **index.own("solutions", place, record),
            "text": paragraphs(record["description"]),
            "kind": words.code("solution_kind", record["kind"]),
            "status": words.code("solution_status", record["status"]),
            "reason": record["rejected_reason"],
            "barriers": index.all("barriers", record["barriers"]),
            "actions": index.all("actions", _with(plan["actions"], "solution", record["code"])),
            "lacks_action": record["status"] not in SolutionStatus.given_up()
            and not _with(plan["actions"], "solution", record["code"]),
            "proposed": _by(words, "proposed", record["proposed_by"], record["proposed_on"]),
        }
        for place, record in enumerate(plan["solutions"])
    ]


def objectives(plan: Plan, words: Wording, index: Index) -> list[Record]:
    return [
        {
            **index.own("objectives", place, record),
            "text": paragraphs(record["description"]),
            "actions": index.all("actions", _with(plan["actions"], "objective", record["code"])),
            "lacks_action": not _with(plan["actions"], "objective", record["code"]),
        }
        for place, record in enumerate(plan["objectives"])
    ]


def indicators(plan: Plan, words: Wording, index: Index) -> list[Record]:
    return [
        {
            **index.own("indicators", place, record),
            **measured(record, words),
            "source": record["source"],
            "actions": index.all("actions", _with(plan["actions"], "indicators", record["code"])),
        }
        for place, record in enumerate(plan["indicators"])
    ]


def measured(record: Record, words: Wording) -> Record:
    return {
        "unit": record["unit"],
        "baseline": words.number(record["baseline"]),
        "baseline_year": str(record["baseline_year"] or ""),
        "target": words.number(record["target"]),
        "target_year": str(record["target_year"] or ""),
    }


def members(plan: Plan, words: Wording, index: Index) -> list[Record]:
    """Those who let themselves be shown; a row with only sector and role would still give the others away."""
    return [
        {
            **person,
            "sector": words.code("sector", record["sector"]),
            "role": words.code("role", record["role"]),
        }
        for record in plan["members"]
        if not (person := words.person(record["ref"]))["is_anonymous"]
    ]


def unnamed(plan: Plan, words: Wording) -> str:
    """How many members chose not to be shown, in a sentence; nothing if all are."""
    number = sum(words.person(record["ref"])["is_anonymous"] for record in plan["members"])
    if number == 0:
        return ""
    return words.say("unnamed_one") if number == 1 else words.say("unnamed_many", number=number)


def comments(plan: Plan, words: Wording, index: Index) -> list[Record]:
    sections = {part["section"]: part for chapter in plan["outline"] for part in chapter["parts"]}
    return [_comment(record, words, index, sections) for record in plan["comments"]]


def _comment(record: Record, words: Wording, index: Index, sections: dict[str, Record]) -> Record:
    answers = [each for each in record["replies"] if each["is_answer"] and not each["is_withdrawn"]]
    replies = [each for each in record["replies"] if not each["is_answer"]]
    kind, code = record["on"]["kind"], record["on"]["code"]
    part = sections.get(code, {}) if kind == "section" else {}
    record_on = index.one(f"{kind}s", code) or {}
    return {
        "kind": words.labels.get(kind, kind),
        "code": part.get("number", "") if kind == "section" else code,
        "title": part.get("title") or record_on.get("title", ""),
        **_said(record, words),
        "replies": [{**_said(each, words), "intro": _intro(each, words)} for each in replies],
        "answers": [_said(each, words) for each in answers],
        "is_waiting": not answers and not record["is_withdrawn"],
        "is_long": is_long(record["text"], *(each["text"] for each in record["replies"])),
    }


def _intro(reply: Record, words: Wording) -> str:
    return capital(words.say("replied", who=words.signature(reply["author"], is_within=True)))


def _said(record: Record, words: Wording) -> Record:
    return {
        "text": paragraphs(record["text"]),
        "by": words.signature(record["author"]),
        "day": words.day(record["on_day"]),
        "is_withdrawn": record["is_withdrawn"],
    }


def _with(others: list[Record], field: str, code: str) -> list[str]:
    """Codes of the records that refer to this one."""
    return [each["code"] for each in others if code == each[field] or (field.endswith("s") and code in each[field])]


def _by(words: Wording, key: str, reference: Any, day: Any) -> str:
    if reference is None:
        return ""
    who = words.signature(reference, is_within=True)
    return words.say(f"{key}_on", who=who, day=words.day(day)) if day else words.say(key, who=who)


def is_long(*texts: str) -> bool:
    """A table row that may break over pages; others are kept whole."""
    return sum(map(len, texts)) > 1500
