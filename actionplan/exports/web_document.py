"""A frozen document as its web page and HTML file tell it: what the PDF says too, with addresses to jump to."""

from __future__ import annotations

from typing import Any

from actionplan import richtext
from actionplan.document.frozen import FrozenDocument
from actionplan.exports import view_model

Facts = dict[str, Any]
PART_HEADING = 3
WITH_STATE = {"barriers": "barriers", "solutions": "solutions", "actions": "actions", "overview": "actions"}


def read(document: FrozenDocument, names: dict[str, Any], language: str | None = None) -> Facts:
    """Everything that the templates of the document show, in the plan's language or another one."""
    plan = view_model.printed(document.plan)
    is_draft = plan["version"]["number"] is None
    told = view_model.build(plan, names, language, "" if is_draft else document.sha256)
    records = told["records"]
    for kind, source in WITH_STATE.items():
        records[kind] = [shown | {"state": each["status"]} for shown, each in _pairs(records.get(kind), plan[source])]
    return told | {
        "said_in": told["words_language"] if told["words_language"] != told["language"] else "",
        "chapters": [_chapter(shown, each, plan) for shown, each in _pairs(told["outline"], plan["outline"])],
        "comments": [
            shown | {"anchor": _anchor(each["on"], plan)}
            for shown, each in _pairs(records.get("comments"), plan["comments"])
        ],
        "previous_number": plan["version"]["previous"]["number"],
    }


def heading(document: FrozenDocument) -> Facts:
    """What the plan is called and what there is to know about this version, without its records."""
    return view_model.build(view_model.printed({**document.plan, "outline": []}), {}, None, "")


def _pairs(shown: list[Facts] | None, frozen: list[Facts]) -> list[tuple[Facts, Facts]]:
    return list(zip(shown or [], frozen, strict=False))


def _chapter(shown: Facts, frozen: Facts, plan: Facts) -> Facts:
    parts = [_part(part, each, plan) for part, each in _pairs(shown["parts"], frozen["parts"])]
    anchor = f"chapter-{parts[0]['key']}" if parts else ""
    return shown | {"anchor": anchor, "parts": parts}


def _part(shown: Facts, frozen: Facts, plan: Facts) -> Facts:
    section = plan["sections"].get(frozen["section"])
    return shown | {
        "key": frozen["key"],
        "anchor": part_anchor(frozen["key"]),
        "name": f"{shown['number']} {shown['title']}".strip(),
        "text": richtext.lowered(section["nodes"], PART_HEADING) if section else [],
    }


def part_anchor(key: str) -> str:
    return f"part-{key}"


def _anchor(on: Facts, plan: Facts) -> str:
    """Where the subject of a comment stands in this document, if it does."""
    if on["kind"] == "section":
        keys = {part["section"]: part["key"] for chapter in plan["outline"] for part in chapter["parts"]}
        return part_anchor(keys[on["code"]]) if on["code"] in keys else ""
    codes = {record["code"] for record in plan.get(f"{on['kind']}s", [])}
    return on["code"] if on["code"] in codes else ""
