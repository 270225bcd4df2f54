"""The records and comments of a plan, as the frozen document holds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from actionplan.models import Action, Barrier, Comment, Finding, Indicator, Objective, Plan, Record, Solution
from actionplan.models.kind_of_record import note_carried_out

Document = dict[str, Any]


def records(plan: Plan, zone: ZoneInfo) -> Document:
    """The records from finding to indicator. What is not in the document is not linked from it either."""
    barriers = list(_linked(Barrier.objects.current().filter(plan=plan), "findings", Finding.objects.current()))
    solutions = list(_linked(Solution.objects.current().filter(plan=plan), "barriers", Barrier.objects.current()))
    note_carried_out(barriers)
    note_carried_out(solutions)
    objectives = list(Objective.objects.current().filter(plan=plan))
    indicators = list(_linked(Indicator.objects.current().filter(plan=plan), "actions", Action.objects.kept()))
    origins = _Origins(solutions, objectives, indicators)
    return {
        "findings": [_finding(finding) for finding in Finding.objects.current().filter(plan=plan)],
        "barriers": [_barrier(barrier, zone) for barrier in barriers],
        "solutions": [_solution(solution, zone) for solution in solutions],
        "objectives": [_objective(objective) for objective in objectives],
        "actions": [_action(action) | origins.of(action) for action in Action.objects.kept().filter(plan=plan)],
        "indicators": [_indicator(indicator) for indicator in indicators],
    }


class _Origins:
    """What an action comes from and what it is measured by."""

    def __init__(self, solutions: list[Solution], objectives: list[Objective], indicators: list[Indicator]) -> None:
        self.solutions = {solution.pk: solution for solution in solutions}
        self.objectives = {objective.pk: objective.code for objective in objectives}
        self.indicators: dict[int, list[str]] = defaultdict(list)
        for indicator in indicators:
            for action in indicator.actions.all():
                self.indicators[action.pk].append(indicator.code)

    def of(self, action: Action) -> Document:
        solution = self.solutions.get(action.solution_id)
        return {
            "objective": self.objectives.get(action.objective_id),
            "solution": solution and solution.code,
            "barriers": _codes(solution.barriers.all()) if solution else [],
            "indicators": self.indicators.get(action.pk, []),
        }


def _linked(records: QuerySet, name: str, others: QuerySet) -> QuerySet:
    return records.prefetch_related(Prefetch(name, others.order_by("number")))


def _codes(records: Iterable[Record]) -> list[str]:
    return [record.code for record in records]


def _finding(finding: Finding) -> Document:
    return {
        "code": finding.code,
        "title": finding.title,
        "text": finding.text,
        "source": finding.source,
        "year": finding.year,
    }


def _barrier(barrier: Barrier, zone: ZoneInfo) -> Document:
    return {
        "code": barrier.code,
        "title": barrier.title,
        "description": barrier.description,
        "category": barrier.category,
        "step": barrier.step,
        "status": barrier.status_now,
        "parked_reason": barrier.parked_reason if barrier.is_parked else "",
        "findings": _codes(barrier.findings.all()),
        "raised_by": _reference(barrier.created_by_id),
        "raised_on": _day(barrier.created_at, zone),
    }


def _solution(solution: Solution, zone: ZoneInfo) -> Document:
    return {
        "code": solution.code,
        "title": solution.title,
        "description": solution.description,
        "kind": solution.solution_type,
        "status": solution.status_now,
        "rejected_reason": solution.rejected_reason if solution.is_rejected else "",
        "barriers": _codes(solution.barriers.all()),
        "proposed_by": _reference(solution.created_by_id),
        "proposed_on": _day(solution.created_at, zone),
    }


def _objective(objective: Objective) -> Document:
    return {"code": objective.code, "title": objective.title, "description": objective.description}


def _action(action: Action) -> Document:
    return {
        "code": action.code,
        "title": action.title,
        "description": action.description,
        "status": action.status,
        "starts_on": action.starts_on and action.starts_on.isoformat(),
        "ends_on": action.ends_on and action.ends_on.isoformat(),
        "lead": action.lead,
        "responsible": action.responsible,
        "cost": {"kind": action.cost_kind, "amount": _decimal(action.cost_amount), "hours": action.cost_hours},
        "funding": {
            "source": action.funding_source,
            "status": action.funding_status,
            "amount": _decimal(action.funding_amount),
        },
        "risk": {
            "text": action.risk,
            "likelihood": action.risk_likelihood,
            "impact": action.risk_impact,
            "mitigation": action.risk_mitigation,
        },
    }


def _indicator(indicator: Indicator) -> Document:
    return {
        "code": indicator.code,
        "title": indicator.title,
        "unit": indicator.unit,
        "baseline": _decimal(indicator.baseline),
        "baseline_year": indicator.baseline_year,
        "target": _decimal(indicator.target),
        "target_year": indicator.target_year,
        "source": indicator.source,
        "actions": _codes(indicator.actions.all()),
    }


def comments(plan: Plan, zone: ZoneInfo) -> list[Document]:
    """What was said, with the replies below it; comments on what has been taken out of the plan are out with it."""
    replies = Prefetch("replies", Comment.objects.order_by("created_at", "pk"))
    threads = Comment.objects.in_plan().threads().filter(plan=plan).select_related("record").prefetch_related(replies)
    return [_comment(thread, zone) for thread in threads.order_by("created_at", "pk")]


def _comment(thread: Comment, zone: ZoneInfo) -> Document:
    replies = list(thread.replies.all())
    return {
        "on": {"kind": thread.record.kind, "code": thread.record.code},
        **_said(thread, zone),
        "is_answered": any(reply.is_answer and not reply.withdrawn_at for reply in replies),
        "replies": [{**_said(reply, zone), "is_answer": reply.is_answer} for reply in replies],
    }


def _said(comment: Comment, zone: ZoneInfo) -> Document:
    return {
        "author": _reference(comment.author_id),
        "on_day": _day(comment.created_at, zone),
        "text": "" if comment.withdrawn_at else comment.text,
        "is_withdrawn": comment.withdrawn_at is not None,
    }


def _reference(seat_id: int | None) -> str | None:
    return f"m{seat_id}" if seat_id else None


def _day(moment: datetime, zone: ZoneInfo) -> str:
    return timezone.localtime(moment, zone).date().isoformat()


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else format(value.normalize(), "f")
