"""Frozen documents (docs/document.md) with the demo's Swedish texts at their real length."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import cycle, islice
from typing import Any

from actionplan import richtext
from actionplan.document.outline import outline
from actionplan.document.schema import SCHEMA
from actionplan.reference.outline import OUTLINE
from genprocure.demo.umea import actions, barriers, findings, objectives, people, solutions
from genprocure.demo.umea.comments import COMMENTS
from genprocure.demo.umea.sections import SECTIONS
from tests.actionplan.exports import baselines

Document = dict[str, Any]
CHOSEN = set("category step status kind sector role starts_on ends_on raised_on proposed_on".split())  # noqa: SIM905
CODE = re.compile(r"[A-Z]-\d+")
ACTIONS = [action for action in actions.ACTIONS if action["status"] != "dropped"]


def plan(actions: int = 12, language: str = "sv", **changes: Any) -> Document:
    """A plausible plan with so many actions; every record that the demo has, repeated where they do not suffice."""
    return {
        "schema": SCHEMA,
        "language": language,
        "city": {"slug": "umea", "name": "Umeå", "authority": "Umeå kommun", "kind": "municipality", "country": "SE"},
        "currency": "SEK",
        **people.PLAN,
        "version": version(),
        "outline": outline(language),
        "sections": {key: {"status": "done", "nodes": _nodes(key)} for key in SECTIONS},
        "assessments": baselines.assessments(),
        "figures": baselines.figures(),
        "findings": _findings(),
        "barriers": _barriers(),
        "solutions": _solutions(),
        "objectives": _objectives(),
        "actions": _actions(actions),
        "indicators": _indicators(actions),
        "comments": [_comment(each) for each in COMMENTS if _is_kept(each)],
        "members": [{"ref": ref, "role": person["role"], "sector": sector} for ref, person, sector in _people()],
        **changes,
    }


def draft(**changes: Any) -> Document:
    return plan(version={"number": None, "date": "2026-11-22", "previous": None, "decision": None}, **changes)


def version(number: int = 2) -> Document:
    return {
        "number": number,
        "date": "2025-11-24",
        "previous": {"number": number - 1, "date": "2025-06-16", "sha256": "7c" * 32} if number > 1 else None,
        "decision": {"body": "Kommunstyrelsen", "on": "2025-11-11", "paragraph": "§ 214"},
    }


def names(form: str = "") -> Document:
    """How each member stands in the plan: as they chose, or all in one form."""
    return {ref: _name(person, form or person["published_as"]) for ref, person, _sector in _people()}


def _name(person: Document, form: str) -> Document:
    organisations = {each["key"]: each["name"] for each in people.ORGANISATIONS}
    shown = {"name": 3, "function": 2, "organisation": 1, "anonymous": 0}[form]
    return {
        "shown_as": form,
        "name": person["name"] if shown > 2 else "",
        "function": person["function"] if shown > 1 else "",
        "organisation": organisations.get(person["organisation"], "") if shown > 0 else "",
    }


@cache
def _people() -> list[tuple[str, Document, str]]:
    sectors = {each["key"]: each["sector"] for each in people.ORGANISATIONS}
    return [
        (f"m{number}", person, sectors.get(person["organisation"], ""))
        for number, person in enumerate(people.PEOPLE, 1)
    ]


def _ref(key: str) -> str:
    return next(ref for ref, person, _sector in _people() if person["key"] == key)


def _nodes(key: str) -> list[Document]:
    return richtext.nodes(SECTIONS[key])


def code(letter: str, number: int) -> str:
    return f"{letter}-{number:02d}"


def _codes(letter: str, records: list[Document]) -> Callable[[list[str]], list[str]]:
    """Keys of the demo as codes: the first barrier is B-01."""
    found = {record["key"]: code(letter, number) for number, record in enumerate(records, 1)}
    return lambda keys: [found[key] for key in keys]


finding_codes = _codes("F", findings.FINDINGS)
barrier_codes = _codes("B", barriers.BARRIERS)
solution_codes = _codes("S", solutions.SOLUTIONS)
objective_codes = _codes("O", objectives.OBJECTIVES)


def _pick(record: Document, *keys: str) -> Document:
    return {key: record.get(key, "") for key in keys}


def _findings() -> list[Document]:
    return [
        {"code": code("F", number), **_pick(each, "title", "text", "source", "year")}
        for number, each in enumerate(findings.FINDINGS, 1)
    ]


def _barriers() -> list[Document]:
    return [
        {
            "code": code("B", number),
            **_pick(each, "title", "description", "category", "step", "status", "parked_reason"),
            "findings": finding_codes(each["findings"]),
            "raised_by": _ref(each["raised_by"]),
            "raised_on": each["raised_on"].isoformat(),
        }
        for number, each in enumerate(barriers.BARRIERS, 1)
    ]


def _solutions() -> list[Document]:
    return [
        {
            "code": code("S", number),
            **_pick(each, "title", "description", "kind", "status", "rejected_reason"),
            "barriers": barrier_codes(each["barriers"]),
            "proposed_by": _ref(each["proposed_by"]),
            "proposed_on": each["proposed_on"].isoformat(),
        }
        for number, each in enumerate(solutions.SOLUTIONS, 1)
    ]


def _objectives() -> list[Document]:
    return [
        {"code": code("O", number), **_pick(each, "title", "description")}
        for number, each in enumerate(objectives.OBJECTIVES, 1)
    ]


def _actions(count: int) -> list[Document]:
    measured = {code("A", number): [] for number in range(1, count + 1)}
    for indicator in _indicators(count):
        for action in indicator["actions"]:
            measured[action].append(indicator["code"])
    found = islice(cycle(ACTIONS), count)
    return [_action(code("A", number), each, measured[code("A", number)]) for number, each in enumerate(found, 1)]


def _action(action: str, each: Document, indicators: list[str]) -> Document:
    solution = next((solution for solution in solutions.SOLUTIONS if solution["key"] == each["solution"]), None)
    return {
        "code": action,
        **_pick(each, "title", "description", "status", "lead", "responsible"),
        "objective": objective_codes([each["objective"]])[0],
        "solution": solution_codes([each["solution"]])[0],
        "barriers": barrier_codes(solution["barriers"]),
        "indicators": indicators,
        "starts_on": each["starts_on"].isoformat(),
        "ends_on": each["ends_on"].isoformat(),
        "cost": {"kind": each["cost_kind"], "amount": _amount(each["cost_amount"]), "hours": each["cost_hours"]},
        "funding": {
            "source": each["funding_source"],
            "status": each["funding_status"],
            "amount": _amount(each["funding_amount"]),
        },
        "risk": {
            "text": each["risk"],
            "likelihood": each["risk_likelihood"],
            "impact": each["risk_impact"],
            "mitigation": each["risk_mitigation"],
        },
    }


def _amount(value: Any) -> str | None:
    return None if value is None else str(value)


def _indicators(actions: int) -> list[Document]:
    """Each measures its action, and those that repeat it in a long plan."""
    keys = [each["key"] for each in islice(cycle(ACTIONS), actions)]
    return [
        {
            "code": code("I", number),
            **_pick(each, "title", "unit", "baseline_year", "target_year", "source"),
            "baseline": _amount(each["baseline"]),
            "target": _amount(each["target"]),
            "actions": [code("A", place) for place, key in enumerate(keys, 1) if key in each["actions"]],
        }
        for number, each in enumerate(objectives.INDICATORS, 1)
    ]


def _is_kept(comment: Document) -> bool:
    """Not on an action that was dropped."""
    kind, key = comment["on"]
    return kind != "action" or key in {action["key"] for action in ACTIONS}


def _comment(each: Document) -> Document:
    kind, key = each["on"]
    return {
        "on": {"kind": kind, "code": _code_of(kind, key)},
        **_said(each),
        "is_answered": any(answer["is_answer"] for answer in each["answers"]),
        "replies": [{**_said(answer), "is_answer": answer["is_answer"]} for answer in each["answers"]],
    }


def _code_of(kind: str, key: str) -> str:
    codes = {"barrier": barrier_codes, "solution": solution_codes, "action": _codes("A", ACTIONS)}
    return key if kind == "section" else codes[kind]([key])[0]


def _said(each: Document) -> Document:
    is_withdrawn = bool(each.get("withdrawn_at"))
    return {
        "author": _ref(each["author"]),
        "on_day": each["at"].date().isoformat(),
        "text": "" if is_withdrawn else each["text"],
        "is_withdrawn": is_withdrawn,
    }


def filled_with(text: str, nodes: list[Any] | None = None, figures: Document | None = None) -> Document:
    """A plan of one record of each kind with the same text in every field that holds any, as far as it fits.

    Where figures are given, they stand in the fields of their names, and what nobody writes stays.
    """
    whole = plan(actions=1)
    kinds = [part.records for chapter in OUTLINE for part in chapter.parts if part.records]
    parts = [{"key": kind, "number": text[:4], "title": text[:200], "kind": kind, "section": None} for kind in kinds]
    written = {"key": "x", "number": text[:4], "title": text[:200], "kind": "text", "section": "x"}
    chapter = {"key": "x", "number": text[:4], "title": text[:200], "lead": text[:500], "parts": [written, *parts]}
    return _filled(whole, text, "", figures or {}) | {
        "language": "sv",
        "version": {**version(), "decision": {"body": text[:200], "on": "2025-11-11", "paragraph": text[:60]}},
        "outline": [chapter],
        "sections": {"x": {"status": text[:12], "nodes": _every_node(text) if nodes is None else nodes}},
    }


def _filled(value: Any, text: str, field: str, figures: Document) -> Any:
    """The first of each list, with the text in place of every other; the portal's forms set the lengths."""
    if isinstance(value, dict):
        return {key: figures.get(key, _filled(each, text, key, figures)) for key, each in value.items()}
    if isinstance(value, list):
        return [_filled(each, text, field, figures) for each in value[:1]]
    if figures and isinstance(value, str) and (field in CHOSEN or CODE.fullmatch(value)):
        return value
    most = None if field in ("text", "description", "mitigation") else 12 if field in ("code", "currency") else 200
    return text[:most] if isinstance(value, str) else value


def _every_node(text: str) -> list[Any]:
    link = {"t": "a", "href": f"https://example.org/{text}", "c": [text]}
    line = [text, {"t": "br"}, {"t": "strong", "c": [text]}, {"t": "em", "c": [{"t": "strong", "c": [text]}]}, link]
    return [
        *({"t": tag, "c": line} for tag in ("p", "h3", "h2")),
        {"t": "blockquote", "c": [{"t": "p", "c": line}]},
        {"t": "ul", "c": [{"t": "li", "c": [{"t": "p", "c": line}, {"t": "ol", "c": [{"t": "li", "c": line}]}]}]},
    ]
