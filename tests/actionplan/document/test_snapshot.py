from datetime import date
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from actionplan.document import snapshot
from actionplan.document.canonical import canonical
from actionplan.models import Plan
from actionplan.reference.outline import OUTLINE, WRITTEN
from actionplan.services import records
from tests import factories
from tests.actionplan.document.test_baseline import add_baseline
from tests.plans import full_plan

pytestmark = pytest.mark.django_db
TODAY = date(2025, 11, 24)
TEXT = {"t": "p", "c": ["En ", {"t": "strong", "c": ["plan"]}, "."]}


def test_a_plan_becomes_the_document_of_the_schema():
    made = full_plan()
    karin, yusuf = made.coordinator.reference, made.supplier.reference

    document = snapshot.take(made.plan, number=1, on=TODAY)

    outline, sections = document.pop("outline"), document.pop("sections")
    assert [chapter["key"] for chapter in outline] == [chapter.key for chapter in OUTLINE]
    assert list(sections) == list(WRITTEN)
    assert sections["vision"] == {"status": "done", "nodes": [{"t": "h2", "c": ["Mål"]}, TEXT]}
    assert sections["foreword"] == {"status": "not_started", "nodes": []}
    assert document == {
        "schema": 4,
        "language": "sv",
        "city": {
            "slug": "umea",
            "name": "Umeå",
            "authority": "Umeå kommun",
            "kind": "municipality",
            "country": "SE",
        },
        "currency": "SEK",
        "title": "Handlingsplan",
        "subtitle": "Ett exempel",
        "period": "2026–2030",
        "case_number": "KS-1",
        "version": {"number": 1, "date": "2025-11-24", "previous": None, "decision": None},
        "assessments": [],
        "figures": None,
        "findings": [
            {
                "code": made.finding.code,
                "title": "28 of 46 suppliers",
                "text": "Counted.",
                "source": "Ledger",
                "year": 2023,
            }
        ],
        "barriers": [
            {
                "code": made.barrier.code,
                "title": "Lots are too large",
                "description": "One lot.",
                "category": "market",
                "step": "lots",
                "status": "agreed",
                "parked_reason": "",
                "findings": [made.finding.code],
                "raised_by": yusuf,
                "raised_on": "2025-08-28",
            }
        ],
        "solutions": [
            {
                "code": made.solution.code,
                "title": "Smaller lots",
                "description": "",
                "kind": "process",
                "status": "adopted",
                "rejected_reason": "",
                "barriers": [made.barrier.code],
                "proposed_by": yusuf,
                "proposed_on": "2025-08-28",
            }
        ],
        "objectives": [{"code": made.objective.code, "title": "More bids", "description": "By 2028."}],
        "actions": [
            {
                "code": made.action.code,
                "title": "Try lots",
                "description": "Three times.",
                "objective": made.objective.code,
                "solution": made.solution.code,
                "barriers": [made.barrier.code],
                "indicators": [made.indicator.code],
                "status": "agreed",
                "starts_on": "2026-01-15",
                "ends_on": "2026-12-18",
                "lead": "Procurement office",
                "responsible": "Category manager",
                "cost": {"kind": "once", "amount": "85000", "hours": 220},
                "funding": {"source": "Own budget", "status": "secured", "amount": "85000.5"},
                "risk": {"text": "No bids", "likelihood": 2, "impact": 4, "mitigation": "Prolong"},
            }
        ],
        "indicators": [
            {
                "code": made.indicator.code,
                "title": "Bids per lot",
                "unit": "bids",
                "baseline": "1.5",
                "baseline_year": 2024,
                "target": "3",
                "target_year": 2028,
                "source": "Notices",
                "actions": [made.action.code],
            }
        ],
        "comments": [
            {
                "on": {"kind": "barrier", "code": made.barrier.code},
                "author": yusuf,
                "on_day": "2025-08-28",
                "text": "It shuts us out.",
                "is_withdrawn": False,
                "is_answered": True,
                "replies": [
                    {
                        "author": karin,
                        "on_day": "2025-08-28",
                        "text": "We divide it.",
                        "is_withdrawn": False,
                        "is_answer": True,
                    }
                ],
            }
        ],
        "members": [
            {"ref": karin, "role": "coordinator", "sector": "public"},
            {"ref": yusuf, "role": "member", "sector": "private"},
        ],
    }


def test_the_outline_is_numbered_and_says_which_parts_are_written():
    outline = snapshot.take(full_plan().plan)["outline"]

    parts = {part["key"]: part for chapter in outline for part in chapter["parts"]}
    assert [chapter["number"] for chapter in outline] == ["", "1", "2", "3", "4", ""]
    chosen = {key: parts[key] for key in ("foreword", "needs", "sheets", "members", "glossary")}
    assert {key: (part["number"], part["kind"], part["section"]) for key, part in chosen.items()} == {
        "foreword": ("", "text", "foreword"),
        "needs": ("1.4", "barriers", "needs"),
        "sheets": ("3.2", "actions", None),
        "members": ("A", "members", None),
        "glossary": ("C", "text", "glossary"),
    }


def test_the_outline_speaks_the_plans_language_whoever_takes_it():
    made = full_plan()

    with translation.override("sv"):
        in_swedish = snapshot.take(made.plan, on=TODAY)
    with translation.override("en"):
        in_english = snapshot.take(made.plan, on=TODAY)

    assert canonical(in_english) == canonical(in_swedish)


def test_a_draft_has_no_number_and_the_day_of_the_city():
    made = full_plan()

    document = snapshot.take(made.plan)

    assert document["version"] == {
        "number": None,
        "date": timezone.localdate(timezone=ZoneInfo("Europe/Stockholm")).isoformat(),
        "previous": None,
        "decision": None,
    }


@pytest.mark.parametrize(
    ("given", "frozen"),
    [
        (None, None),
        ({"body": "", "on": None, "paragraph": ""}, None),
        (
            {"body": "Council", "on": TODAY, "paragraph": "§ 7"},
            {"body": "Council", "on": "2025-11-24", "paragraph": "§ 7"},
        ),
        ({"body": "Council"}, {"body": "Council", "on": None, "paragraph": ""}),
    ],
)
def test_a_decision_is_frozen_in_words_and_a_day(given, frozen):
    assert snapshot.take(full_plan().plan, decision=given)["version"]["decision"] == frozen


def test_what_was_taken_out_is_left_out_with_every_link_and_comment():
    made = full_plan()
    records.remove(made.barrier, seen=made.barrier.revision, by=made.coordinator)

    document = snapshot.take(made.plan)

    assert (document["barriers"], document["comments"]) == ([], [])
    assert [solution["barriers"] for solution in document["solutions"]] == [[]]
    assert [action["barriers"] for action in document["actions"]] == [[]]


def test_a_dropped_action_is_left_out_but_what_was_said_about_it_stays():
    made = full_plan()
    dropped = factories.ActionFactory(plan=made.plan, status="dropped", objective=made.objective)
    made.indicator.actions.add(dropped)
    factories.CommentFactory(record=dropped, author=made.supplier)

    document = snapshot.take(made.plan)

    assert [action["code"] for action in document["actions"]] == [made.action.code]
    assert [indicator["actions"] for indicator in document["indicators"]] == [[made.action.code]]
    assert [comment["on"] for comment in document["comments"]] == [
        {"kind": "barrier", "code": made.barrier.code},
        {"kind": "action", "code": dropped.code},
    ]


def test_a_solution_that_was_not_chosen_stays_with_its_reason():
    made = full_plan()
    factories.SolutionFactory(plan=made.plan, status="rejected", rejected_reason="Too dear", barriers=[made.barrier])

    solutions = snapshot.take(made.plan)["solutions"]

    assert [(each["status"], each["rejected_reason"]) for each in solutions] == [
        ("adopted", ""),
        ("rejected", "Too dear"),
    ]


def test_a_withdrawn_comment_is_a_stub_and_a_withdrawn_answer_answers_nothing():
    made = full_plan()
    made.answer.withdrawn_at = made.comment.withdrawn_at = timezone.now()
    made.answer.save()
    made.comment.save()

    (comment,) = snapshot.take(made.plan)["comments"]

    assert (comment["text"], comment["is_withdrawn"], comment["is_answered"]) == ("", True, False)
    assert [(each["text"], each["is_withdrawn"], each["is_answer"]) for each in comment["replies"]] == [
        ("", True, True)
    ]


def test_the_document_holds_no_name_and_no_address():
    made = full_plan()

    text = canonical(snapshot.take(made.plan))

    assert [word for word in ("Karin", "Yusuf", "strategist", "Tallmon", "@") if word in text] == []


def test_the_number_of_queries_does_not_grow_with_the_plan():
    made = full_plan()
    add_baseline(made, 1)
    before = _queries(made.plan)
    add_baseline(made, 3)
    for _more in range(3):
        barrier = factories.BarrierFactory(plan=made.plan, findings=[made.finding], by=made.supplier)
        solution = factories.SolutionFactory(plan=made.plan, barriers=[barrier])
        action = factories.ActionFactory(plan=made.plan, solution=solution, objective=made.objective)
        factories.IndicatorFactory(plan=made.plan, actions=[action])
        comment = factories.CommentFactory(record=barrier)
        factories.CommentFactory(record=barrier, parent=comment)

    assert (before, _queries(made.plan)) == (24, 24)


def _queries(plan):
    plan = Plan.objects.select_related("city").get(pk=plan.pk)
    with CaptureQueriesContext(connection) as queries:
        snapshot.take(plan)
    return len(queries)
