"""What stands in the records, in turn: every status and category, every field filled."""

from __future__ import annotations

from datetime import date
from typing import Any

from actionplan.models import Objective, Solution
from actionplan.reference import procurement_steps
from actionplan.reference.actions import ActionStatus, FundingStatus
from actionplan.reference.barriers import BarrierCategory, BarrierStatus
from actionplan.reference.solutions import SolutionStatus, SolutionType
from genprocure.sample_data import words

STEPS = [step for _title, steps in procurement_steps.STAGES.values() for step in steps]
Facts = dict[str, Any]


def finding(turn: int) -> Facts:
    return {"text": words.text(turn), "source": f"Contract register, row {turn + 1}", "year": 2024}


def barrier(turn: int) -> Facts:
    status = BarrierStatus.values[turn % len(BarrierStatus)]
    return {
        "description": words.text(turn, 6),
        "category": BarrierCategory.values[turn % len(BarrierCategory)],
        "step": STEPS[turn % len(STEPS)],
        "status": status,
        "parked_reason": words.SENTENCES[3] if status == BarrierStatus.PARKED else "",
    }


def solution(turn: int) -> Facts:
    status = SolutionStatus.values[turn % len(SolutionStatus)]
    return {
        "description": words.text(turn, 6),
        "solution_type": SolutionType.values[turn % len(SolutionType)],
        "status": status,
        "rejected_reason": words.SENTENCES[3] if status == SolutionStatus.REJECTED else "",
    }


def objective(turn: int) -> Facts:
    return {"description": words.text(turn)}


def action(objectives: list[Objective], found: list[Solution], turn: int) -> Facts:
    return {
        "description": words.text(turn, 6),
        "objective": objectives[turn % len(objectives)],
        "solution": found[turn],
        "status": ActionStatus.values[turn % len(ActionStatus)],
        "starts_on": date(2026 + turn % 3, 2, 1),
        "ends_on": date(2027 + turn % 3, 11, 30),
        "lead": f"Department {turn % 9 + 1}",
        "responsible": "Category manager",
        "cost_kind": "once",
        "cost_amount": 1000 * (turn % 40 + 1),
        "cost_hours": 40,
        "funding_source": "The department's budget",
        "funding_status": FundingStatus.values[turn % 3],
        "risk": words.SENTENCES[turn % len(words.SENTENCES)],
        "risk_likelihood": turn % 5 + 1,
        "risk_impact": turn * 2 % 5 + 1,
        "risk_mitigation": words.text(turn, 2),
    }


def indicator(turn: int) -> Facts:
    return {
        "unit": "per cent of contracts",
        "baseline": turn % 30,
        "baseline_year": 2024,
        "target": 30 + turn % 60,
        "target_year": 2030,
        "source": "Contract register",
    }
