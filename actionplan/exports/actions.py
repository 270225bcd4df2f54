"""The actions as the pages show them: in a table, on a sheet each, in time, in money and by what may go wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from actionplan import charts
from actionplan.exports.blocks import paragraphs
from actionplan.exports.characters import clean_text
from actionplan.exports.records import Index, Plan, Record, is_long, measured
from actionplan.exports.wording import Wording, decimal
from actionplan.reference.actions import CostKind, FundingStatus

LONGEST_ALT = 10_000  # a longer text is none that the standard allows, and the table says it all


def overview(plan: Plan, words: Wording, index: Index) -> list[Record]:
    return [
        {
            **_named(action, index),
            "lead": action["lead"],
            "starts": words.month(action["starts_on"]),
            "ends": words.month(action["ends_on"]),
            "cost": cost(action, words),
            "status": words.code("action_status", action["status"]),
        }
        for action in plan["actions"]
    ]


def sheets(plan: Plan, words: Wording, index: Index) -> list[Record]:
    indicators = {record["code"]: record for record in reversed(plan["indicators"])}
    barriers = {record["code"]: record for record in reversed(plan["barriers"])}
    return [
        {
            **index.own("actions", place, action),
            "text": paragraphs(action["description"]),
            "status": words.code("action_status", action["status"]),
            "objective": index.one("objectives", action["objective"]),
            "starts": words.day(action["starts_on"]),
            "ends": words.day(action["ends_on"]),
            "lead": action["lead"],
            "responsible": action["responsible"],
            "cost": cost(action, words),
            "funding": funded(action, words),
            "risk": risk(action, words),
            "findings": index.all("findings", _findings(action, barriers, plan)),
            "barriers": index.all("barriers", action["barriers"]),
            "solution": index.one("solutions", action["solution"]),
            "indicators": [
                {**shown, **measured(indicators[shown["code"]], words)}
                for shown in index.all("indicators", action["indicators"])
            ],
        }
        for place, action in enumerate(plan["actions"])
    ]


def cost(action: Record, words: Wording) -> Record:
    stated = action["cost"]
    is_free = stated["kind"] == CostKind.NONE
    return {
        "kind": words.code("cost", stated["kind"]),
        "amount": "" if is_free else words.money(stated["amount"]),
        "hours": words.say("hours", hours=words.number(stated["hours"])) if stated["hours"] else "",
        "is_free": is_free,
    }


def funded(action: Record, words: Wording) -> Record:
    stated = action["funding"]
    return {
        "source": stated["source"],
        "status": words.code("funding", stated["status"]),
        "amount": words.money(stated["amount"]),
        "is_needed": action["cost"]["kind"] != CostKind.NONE,
    }


def risk(action: Record, words: Wording) -> Record:
    stated = action["risk"]
    scored = rated(action)
    score = {
        "likelihood": scored.likelihood,
        "impact": scored.impact,
        "score": scored.score,
        "level": words.say(scored.level),
    }
    return {
        "text": paragraphs(stated["text"]),
        "short": _shortened(stated["text"]),
        "score": words.say("score", **score) if scored.score else "",
        "scored": words.say("scored", **score) if scored.score else "",
        "mitigation": paragraphs(stated["mitigation"]),
    }


def rated(action: Record) -> charts.Risk:
    """The risk with its two numbers, or with zeros where one is missing or no number from 1 to 5."""
    stated = [action["risk"]["likelihood"], action["risk"]["impact"]]
    likelihood, impact = stated if all(value in range(1, 6) for value in stated) else (0, 0)
    return charts.Risk(clean_text(action["code"]), likelihood, impact)


def risks(plan: Plan, words: Wording, index: Index) -> Record:
    rows = [
        {**_named(action, index), **risk(action, words), "is_long": is_long(*map(str, action["risk"].values()))}
        for action in plan["actions"]
    ]
    points = [point for point in map(rated, plan["actions"]) if point.score]
    levels = {level: words.say(level) for level in charts.LEVEL_FILLS}
    said = charts.MatrixWords(
        words.say("risk_matrix"),
        words.say("risk_matrix_alt"),
        words.say("risk_row"),
        words.say("likelihood"),
        words.say("impact"),
        levels,
    )
    return {"rows": rows, "charts": [drawn(charts.risk_matrix(points, said))] if points else []}


def timeline(plan: Plan, words: Wording, index: Index) -> Record:
    rows = [
        {
            **_named(action, index),
            "lead": action["lead"],
            "starts": words.day(action["starts_on"]),
            "ends": words.day(action["ends_on"]),
        }
        for action in plan["actions"]
    ]
    bars = [bar for action in plan["actions"] if (bar := _bar(action, words.plan_language))]
    said = charts.TimelineWords(
        words.say("timeline"),
        words.say("timeline_years"),
        words.say("timeline_alt"),
        words.say("timeline_row"),
        words.say("quarter"),
        {state: words.code("funding", state) for state in FundingStatus.values}
        | {"not_stated": words.say("not_stated")},
        lambda day: words.day(day.isoformat()),
    )
    return {"rows": rows, "charts": [drawn(page) for page in charts.gantt(bars, said)]}


def funding(plan: Plan, words: Wording, index: Index) -> Record:
    """The table, and above it what the plan costs and how much of that is found."""
    actions = plan["actions"]
    rows = [
        {**_named(action, index), "cost": cost(action, words), "funding": funded(action, words)} for action in actions
    ]
    costs = {kind: _sum(actions, "cost", "kind", kind) for kind in ("once", "yearly")}
    found = {state: _sum(actions, "funding", "status", state) for state in FundingStatus.values}
    sums = [
        *(
            {"name": words.code("cost", kind), "amount": words.money(amount), "is_cost": True}
            for kind, amount in costs.items()
        ),
        *(
            {"name": words.code("funding", state), "amount": words.money(amount), "is_cost": False}
            for state, amount in found.items()
        ),
    ]
    return {"rows": rows, "sums": [each for each in sums if each["amount"]]}


def _sum(actions: list[Record], field: str, name: str, value: str) -> Decimal | None:
    amounts = [decimal(action[field]["amount"]) for action in actions if action[field][name] == value]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal()) if known else None


def _named(action: Record, index: Index) -> Record:
    shown = index.one("actions", action["code"]) or {}
    return {"code": action["code"], "title": action["title"], "target": shown.get("target", "")}


def _findings(action: Record, barriers: dict[str, Record], plan: Plan) -> list[str]:
    """What the action's barriers rest on, in the plan's order."""
    known = {code for barrier in action["barriers"] if barrier in barriers for code in barriers[barrier]["findings"]}
    return [finding["code"] for finding in plan["findings"] if finding["code"] in known]


def _bar(action: Record, language: str) -> charts.Bar | None:
    """The action in the timeline, where both its days are known and in order."""
    try:
        starts, ends = (date.fromisoformat(action[field]) for field in ("starts_on", "ends_on"))
    except (TypeError, ValueError):
        return None
    state = action["funding"]["status"]
    if state not in FundingStatus.values:
        state = FundingStatus.SECURED if action["cost"]["kind"] == CostKind.NONE else "not_stated"
    title, code = clean_text(action["title"]), clean_text(action["code"])
    return charts.Bar(code, title, starts, ends, state, language) if starts <= ends else None


def drawn(chart: charts.Chart) -> Record:
    return {"svg": chart.svg, "title": chart.title, "alt": chart.alt[:LONGEST_ALT]}


def _shortened(text: str, most: int = 150) -> str:
    """For the duty's small box; the whole text stands below it and in the table of risks."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"
