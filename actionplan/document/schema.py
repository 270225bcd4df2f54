"""The frozen document as exports read it (docs/document.md); what a broken one lacks or mistypes is filled in."""

from __future__ import annotations

from typing import Any

SCHEMA = 4  # the number of this shape; `document.upgrade` leads to it from every older one

TEXT, ANY, FLAG = "", None, False
CODES: list[Any] = [TEXT]

PART = {"key": TEXT, "number": TEXT, "title": TEXT, "kind": TEXT, "section": ANY}
COUNTS = {"gender": ANY, "social": ANY, "no": ANY, "not_stated": ANY, "not_applicable": ANY}
COUNTED = {"whole": COUNTS, "years": [{"year": ANY, **COUNTS}]}
AMOUNTS = {**COUNTS, "not_divided": ANY}
OWNERSHIP = {
    "women-owned": ANY,
    "women-led": ANY,
    "mixed": ANY,
    "men-owned": ANY,
    "no-owner": ANY,
    "unknown": ANY,
}
STATEMENT = {
    "code": TEXT,
    "key": TEXT,
    "title": TEXT,
    "dimension": TEXT,
    "score": TEXT,
    "evidence": TEXT,
    "links": [TEXT],
    "source": TEXT,
    "source_on": ANY,
    "left_out_reason": TEXT,
}
SAID = {"author": ANY, "on_day": ANY, "text": TEXT, "is_withdrawn": FLAG}
DOCUMENT: dict[str, Any] = {
    "language": TEXT,
    "currency": TEXT,
    "title": TEXT,
    "subtitle": TEXT,
    "period": TEXT,
    "case_number": TEXT,
    "city": {"name": TEXT, "authority": TEXT},
    "version": {
        "number": ANY,
        "date": TEXT,
        "previous": {"number": ANY, "date": TEXT, "sha256": TEXT},
        "decision": {"body": TEXT, "on": ANY, "paragraph": TEXT},
    },
    "outline": [{"number": TEXT, "title": TEXT, "lead": TEXT, "parts": [PART]}],
    "assessments": [{"number": ANY, "title": TEXT, "describes_on": TEXT, "closed_on": ANY, "statements": [STATEMENT]}],
    "figures": {
        "notices": ANY,
        "until": ANY,
        "procedures": COUNTED,
        "lots": COUNTED,
        "divisions": [{"division": TEXT, **COUNTS}],
        "values": [
            {"measure": TEXT, "currency": TEXT, "whole": AMOUNTS, "years": [{"year": ANY, **AMOUNTS}]},
        ],
        "possible": {"to_review": ANY, "confirmed": ANY, "dismissed": ANY},
        "ownership": [{"year": ANY, "currency": TEXT, **OWNERSHIP}],
        "entered": [
            {
                "year": ANY,
                "measure": TEXT,
                "currency": TEXT,
                "division": TEXT,
                "total": ANY,
                "social": ANY,
                "gender": ANY,
                "not_stated": ANY,
                "source": TEXT,
                "source_on": ANY,
                "remark": TEXT,
            }
        ],
    },
    "findings": [{"code": TEXT, "title": TEXT, "text": TEXT, "source": TEXT, "year": ANY}],
    "barriers": [
        {
            "code": TEXT,
            "title": TEXT,
            "description": TEXT,
            "category": TEXT,
            "step": TEXT,
            "status": TEXT,
            "parked_reason": TEXT,
            "findings": CODES,
            "raised_by": ANY,
            "raised_on": ANY,
        }
    ],
    "solutions": [
        {
            "code": TEXT,
            "title": TEXT,
            "description": TEXT,
            "kind": TEXT,
            "status": TEXT,
            "rejected_reason": TEXT,
            "barriers": CODES,
            "proposed_by": ANY,
            "proposed_on": ANY,
        }
    ],
    "objectives": [{"code": TEXT, "title": TEXT, "description": TEXT}],
    "actions": [
        {
            "code": TEXT,
            "title": TEXT,
            "description": TEXT,
            "objective": ANY,
            "solution": ANY,
            "barriers": CODES,
            "indicators": CODES,
            "status": TEXT,
            "starts_on": ANY,
            "ends_on": ANY,
            "lead": TEXT,
            "responsible": TEXT,
            "cost": {"kind": TEXT, "amount": ANY, "hours": ANY},
            "funding": {"source": TEXT, "status": TEXT, "amount": ANY},
            "risk": {"text": TEXT, "likelihood": ANY, "impact": ANY, "mitigation": TEXT},
        }
    ],
    "indicators": [
        {
            "code": TEXT,
            "title": TEXT,
            "unit": TEXT,
            "baseline": ANY,
            "baseline_year": ANY,
            "target": ANY,
            "target_year": ANY,
            "source": TEXT,
        }
    ],
    "comments": [
        {"on": {"kind": TEXT, "code": TEXT}, **SAID, "is_answered": FLAG, "replies": [{**SAID, "is_answer": FLAG}]}
    ],
    "members": [{"ref": TEXT, "role": TEXT, "sector": TEXT}],
}
SECTION: dict[str, Any] = {"status": TEXT}


def whole(document: dict[str, Any]) -> dict[str, Any]:
    """Every key that an export reads, each with a value of its type. The nodes of the sections stay as they are."""
    filled = fill(DOCUMENT, document)
    sections = document.get("sections")
    filled["sections"] = {
        str(key): {**fill(SECTION, section), "nodes": _list(section.get("nodes"))}
        for key, section in (sections if isinstance(sections, dict) else {}).items()
        if isinstance(section, dict)
    }
    return filled


def fill(shape: Any, value: Any) -> Any:
    if isinstance(shape, dict):
        known = value if isinstance(value, dict) else {}
        return {key: fill(part, known.get(key)) for key, part in shape.items()}
    if isinstance(shape, list):
        part = shape[0]
        return [fill(part, each) for each in _list(value) if isinstance(each, type(part))]
    if isinstance(shape, bool):
        return value is True
    if isinstance(shape, str):
        return value if isinstance(value, str) else "" if value is None else str(value)
    return value if isinstance(value, str | int) and value != "" else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
