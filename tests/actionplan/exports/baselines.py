"""Assessments and figures as a frozen document holds them."""

from __future__ import annotations

from itertools import cycle
from typing import Any

from actionplan.reference.assessment import Dimension
from actionplan.reference.questionnaire import QUESTIONNAIRES

Document = dict[str, Any]
STATED = {"no": 90, "not_stated": 30, "not_applicable": 1}
COUNTS = [{"year": 2023 + place, "gender": 2 * place, "social": 20 + place, **STATED} for place in range(3)]
OWNED = {
    "women-owned": "100", "women-led": "50", "mixed": "200", "men-owned": "350", "no-owner": "0", "unknown": "300",
}  # fmt: skip
ENTERED = {
    "year": 2022, "measure": "lots", "currency": "", "division": "", "total": "158", "social": "24", "gender": "1",
    "not_stated": None, "source": "Genomgång av diariet", "source_on": "2024-02-14", "remark": "Räknat för hand",
}  # fmt: skip
Said = tuple[str, str, str]  # score, evidence, why it is left out


def assessments() -> list[Document]:
    """A closed start and a follow-up that goes on."""
    start = [
        ("0", "", None),
        ("1", "En riktlinje från 2016 nämner det.", None),
        ("unknown", "", None),
        ("", "", "Prövas"),
    ]
    now = [("2", "Infört i policyn.", None), ("3", "Två ansvariga är utsedda.", None), ("1", "Ett av tio avtal.", None)]
    return [
        _assessment(1, "Start", "2023-07-15", "2023-08-31", start),
        _assessment(2, "Uppföljning", "2025-10-01", None, [*now, ("", "", "")]),
    ]


def _assessment(number: int, title: str, on: str, closed_on: str | None, said: list[Said]) -> Document:
    asked = [each for each in QUESTIONNAIRES[1] if each.dimension in ("frame", "organisation", "data", "criteria")]
    statements = [
        {
            "code": f"{list(Dimension).index(each.dimension) + 1}.{place}",
            "key": each.key,
            "title": f"Påstående {each.key}",
            "dimension": str(each.dimension),
            "score": score,
            "evidence": evidence,
            "links": ["https://example.org/underlag"] if evidence else [],
            "source": "Genomgång av diariet" if evidence else "",
            "source_on": "2025-09-30" if evidence else None,
            "left_out_reason": reason,
        }
        for place, (each, (score, evidence, reason)) in enumerate(zip(asked, cycle(said), strict=False), 1)
    ]
    return {"number": number, "title": title, "describes_on": on, "closed_on": closed_on, "statements": statements}


def figures() -> Document:
    """A city that has published notices for three years."""
    counted = {"whole": _summed(COUNTS), "years": COUNTS}
    divisions = [{**_no_year(each), "division": code} for each, code in zip(COUNTS, ("90", "45", ""), strict=True)]
    values = [{**_amounts(each), "year": each["year"], "not_divided": "1200000.5"} for each in COUNTS]
    whole = {**_amounts(_summed(COUNTS)), "not_divided": "3600001.5"}
    return {
        "notices": 412,
        "until": "2025-10-31",
        "procedures": counted,
        "lots": counted,
        "divisions": divisions,
        "possible": {"to_review": 4, "confirmed": 2, "dismissed": 1},
        "ownership": [{"year": 2025, "currency": "SEK", **OWNED}],
        "entered": [ENTERED],
        "values": [{"measure": "awarded", "currency": "SEK", "whole": whole, "years": values}],
    }


def _no_year(counts: Document) -> Document:
    return {name: value for name, value in counts.items() if name != "year"}


def _amounts(counts: Document) -> Document:
    return {name: str(value) for name, value in _no_year(counts).items()}


def _summed(counts: list[Document]) -> Document:
    return {name: sum(each[name] for each in counts) for name in _no_year(counts[0])}
