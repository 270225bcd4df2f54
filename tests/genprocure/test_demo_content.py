"""The demo's content holds together: its codes are valid, its references resolve and its sums are right."""

import re
from datetime import date, datetime, time

import pytest

from actionplan import richtext
from actionplan.models import Action, Barrier, Finding, Indicator, Solution
from actionplan.reference.outline import WRITTEN
from actionplan.reference.questionnaire import NEWEST, QUESTIONNAIRES
from genprocure.demo import zagreb
from genprocure.demo.umea import after, assessments, early_records, early_sections
from genprocure.demo.umea.actions import ACTIONS
from genprocure.demo.umea.barriers import BARRIERS
from genprocure.demo.umea.comments import COMMENTS
from genprocure.demo.umea.findings import FINDINGS
from genprocure.demo.umea.objectives import INDICATORS, OBJECTIVES
from genprocure.demo.umea.people import ORGANISATIONS, PEOPLE, PLAN
from genprocure.demo.umea.sections import SECTIONS
from genprocure.demo.umea.solutions import SOLUTIONS

CODES = {
    "category": "law leadership organisation knowledge data market process followup culture stakeholders systems",
    "step": """need relevance market subject procedure lots light_regime documents exclusion selection specification
        award labels performance subcontracting monitoring reporting learning""",
    "barrier status": "raised discussed agreed addressed resolved parked",
    "kind": "policy process tool training dialogue clause data governance pilot",
    "solution status": "proposed assessed selected adopted rejected",
    "action status": "idea drafted costed agreed funded running done dropped",
    "cost": "none once yearly",
    "funding": "secured applied to_find",
    "role": "coordinator editor member observer",
    "published_as": "name function organisation anonymous",
    "sector": "public private civic knowledge",
    "organisation": """city_department municipal_company authority region supplier business_organisation ngo union
        residents university research consultant""",
}
COMPLETE = [action for action in ACTIONS if action["key"] not in {"register", "newsletter"}]
KEPT = [action for action in ACTIONS if action["status"] != "dropped"]


def codes(name: str) -> set[str]:
    return set(CODES[name].split())


def keys(records: list[dict]) -> set[str]:
    return {record["key"] for record in records}


def named(records: list[dict], field: str) -> set[str]:
    """Everything that the lists in this field refer to."""
    return {key for record in records for key in record[field]}


def every_text() -> list[str]:
    """All running text of both cities, also what stands in lists and answers."""

    def texts(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        if isinstance(value, dict):
            return [text for item in value.values() for text in texts(item)]
        if isinstance(value, list):
            return [text for item in value for text in texts(item)]
        return []

    ours = [PLAN, SECTIONS, early_sections.SECTIONS, FINDINGS, BARRIERS, SOLUTIONS, OBJECTIVES, ACTIONS]
    others = [early_records.BARRIERS, early_records.ACTIONS, after.BARRIER, after.COMMENTS]
    others += [assessments.START, assessments.FOLLOW_UP, zagreb.ASSESSMENT]
    theirs = [zagreb.PLAN, zagreb.SECTIONS, zagreb.BARRIERS, zagreb.SOLUTIONS, zagreb.PEOPLE]
    return [
        text for part in [*ours, *others, INDICATORS, COMMENTS, PEOPLE, ORGANISATIONS, *theirs] for text in texts(part)
    ]


def test_umea_has_as_many_of_each_as_the_plan_says():
    counts = {
        "findings": len(FINDINGS),
        "barriers": len(BARRIERS),
        "solutions": len(SOLUTIONS),
        "objectives": len(OBJECTIVES),
        "actions": len(KEPT),
        "complete actions": len(COMPLETE),
        "indicators": len(INDICATORS),
        "comments": len(COMMENTS),
    }

    assert counts == {
        "findings": 12,
        "barriers": 14,
        "solutions": 13,
        "objectives": 4,
        "actions": 11,
        "complete actions": 10,
        "indicators": 13,
        "comments": 32,
    }


@pytest.mark.parametrize(
    "records",
    [FINDINGS, BARRIERS, SOLUTIONS, OBJECTIVES, ACTIONS, INDICATORS, COMMENTS, PEOPLE, ORGANISATIONS],
)
def test_no_key_is_used_twice(records):
    assert len(keys(records)) == len(records)


def test_every_part_of_the_outline_has_text():
    assert tuple(SECTIONS) == WRITTEN
    assert [key for key, text in SECTIONS.items() if len(richtext.plain(text).split()) < 80] == []


@pytest.mark.parametrize("sections", [SECTIONS, early_sections.SECTIONS], ids=["now", "in version 1"])
def test_the_portal_keeps_every_section_as_it_is_written(sections):
    assert {key: richtext.clean(text) for key, text in sections.items()} == sections


def test_barriers_and_solutions_use_codes_of_the_portal():
    assert {barrier["category"] for barrier in BARRIERS} <= codes("category")
    assert {barrier["step"] for barrier in BARRIERS} <= codes("step")
    assert {barrier["status"] for barrier in BARRIERS} <= codes("barrier status")
    assert {solution["kind"] for solution in SOLUTIONS} <= codes("kind")
    assert {solution["status"] for solution in SOLUTIONS} <= codes("solution status")


def test_actions_use_codes_of_the_portal():
    assert {action["status"] for action in ACTIONS} <= codes("action status")
    assert {action["cost_kind"] for action in COMPLETE} <= codes("cost")
    assert {action["funding_status"] for action in COMPLETE} <= codes("funding")
    assert {action[name] for action in COMPLETE for name in ("risk_likelihood", "risk_impact")} <= {1, 2, 3, 4, 5}


@pytest.mark.parametrize("people", [PEOPLE, zagreb.PEOPLE], ids=["umea", "zagreb"])
def test_people_have_a_role_a_form_of_name_and_an_invented_address(people):
    assert {person["role"] for person in people} <= codes("role")
    assert {person["published_as"] for person in people} <= codes("published_as")
    assert [person["email"] for person in people] == [f"{person['key']}@example.org" for person in people]
    assert [person["role"] for person in people].count("coordinator") == 1


@pytest.mark.parametrize("place", [(PEOPLE, ORGANISATIONS), (zagreb.PEOPLE, zagreb.ORGANISATIONS)])
def test_organisations_have_a_sector_and_a_kind_and_people_belong_to_them(place):
    people, organisations = place

    assert {organisation["sector"] for organisation in organisations} <= codes("sector")
    assert {organisation["kind"] for organisation in organisations} <= codes("organisation")
    assert {person["organisation"] for person in people} <= keys(organisations)


def test_no_address_stands_outside_example_org():
    addresses = [address for text in every_text() for address in re.findall(r"[\w.]+@[\w.]+|https?://\S+", text)]

    assert [address for address in addresses if not address.endswith("@example.org")] == []


def test_references_resolve():
    assert named(BARRIERS, "findings") <= keys(FINDINGS)
    assert named(SOLUTIONS, "barriers") <= keys(BARRIERS)
    assert named(INDICATORS, "actions") <= keys(ACTIONS)
    assert {action["solution"] for action in ACTIONS} <= keys(SOLUTIONS)
    assert {action["objective"] for action in ACTIONS} == keys(OBJECTIVES)
    assert {action["lead"] for action in COMPLETE} <= {organisation["name"] for organisation in ORGANISATIONS}
    raisers = {barrier["raised_by"] for barrier in BARRIERS} | {solution["proposed_by"] for solution in SOLUTIONS}
    assert raisers <= keys(PEOPLE)


def test_every_finding_is_used_or_tells_of_what_is_not_measured():
    assert keys(FINDINGS) - named(BARRIERS, "findings") == {"employment"}


def test_reasons_are_given_where_and_only_where_they_are_due():
    assert {barrier["key"] for barrier in BARRIERS if barrier.get("parked_reason")} == {"segregation"}
    assert {barrier["key"] for barrier in BARRIERS if barrier["status"] == "parked"} == {"segregation"}
    assert {solution["key"] for solution in SOLUTIONS if solution.get("rejected_reason")} == {"points"}
    assert {solution["key"] for solution in SOLUTIONS if solution["status"] == "rejected"} == {"points"}


def test_a_barrier_met_by_an_action_has_one_through_its_solutions():
    adopted = {action["solution"] for action in KEPT}
    met = named([solution for solution in SOLUTIONS if solution["key"] in adopted], "barriers")

    assert {barrier["key"] for barrier in BARRIERS if barrier["status"] in {"addressed", "resolved"}} <= met
    assert {solution["key"] for solution in SOLUTIONS if solution["status"] == "adopted"} == adopted


@pytest.mark.parametrize("action", COMPLETE, ids=lambda action: action["key"])
def test_a_complete_action_answers_all_six_duties(action):
    model = Action(**{name: value for name, value in action.items() if name not in {"key", "objective", "solution"}})

    missing = model.missing_duties(has_indicator=action["key"] in named(INDICATORS, "actions"))

    assert missing == []
    assert action["starts_on"] < action["ends_on"]
    assert action["responsible"]
    assert action["funding_source"]
    assert (action["cost_amount"] is None) == (action["funding_amount"] is None) == (action["cost_kind"] == "none")


def test_the_money_in_the_text_is_the_money_of_the_actions():
    def money(status: str) -> int:
        return sum(action["funding_amount"] or 0 for action in KEPT if action["funding_status"] == status)

    sums = [money("secured"), money("applied"), money("to_find")]

    for key in ("summary", "funding"):
        for amount in [sum(sums), *sums]:
            assert f"{amount:,} kronor".replace(",", " ") in SECTIONS[key]


def test_the_hours_in_the_text_are_the_hours_of_the_actions():
    hours = sum(action["cost_hours"] or 0 for action in KEPT)

    assert f"{hours:,} timmar".replace(",", " ") in SECTIONS["funding"]


def test_indicators_say_from_where_to_where_and_how_it_is_known():
    for indicator in INDICATORS:
        assert indicator["baseline_year"] < indicator["target_year"]
        assert indicator["baseline"] != indicator["target"]
        assert indicator["unit"]
        assert indicator["source"]
        assert indicator["actions"]


def test_comments_come_after_what_they_are_about_and_answers_after_comments():
    raised = {("barrier", barrier["key"]): barrier["raised_on"] for barrier in BARRIERS}
    raised |= {("solution", solution["key"]): solution["proposed_on"] for solution in SOLUTIONS}
    raised |= {("action", key): date.min for key in keys(ACTIONS)} | {("section", key): date.min for key in SECTIONS}

    for comment in COMMENTS:
        assert datetime.combine(raised[comment["on"]], time.min) < comment["at"]
        said = [comment, *comment["answers"]]
        assert [word["at"] for word in said] == sorted(word["at"] for word in said)
        assert {word["author"] for word in said} <= keys(PEOPLE)
        assert all(word["text"] for word in said)


def test_most_comments_are_answered_by_somebody_who_may():
    editors = {person["key"] for person in PEOPLE if person["role"] in {"editor", "coordinator"}}
    answers = [answer for comment in COMMENTS for answer in comment["answers"] if answer["is_answer"]]
    answered = [comment for comment in COMMENTS if any(answer["is_answer"] for answer in comment["answers"])]
    withdrawn = [comment["key"] for comment in COMMENTS if comment["withdrawn_at"]]

    assert {answer["author"] for answer in answers} <= editors
    assert (len(answered), withdrawn) == (26, ["lots-live-tender"])


@pytest.mark.parametrize(
    ("model", "records"),
    [(Finding, FINDINGS), (Barrier, BARRIERS), (Solution, SOLUTIONS), (Action, ACTIONS), (Indicator, INDICATORS)],
)
def test_nothing_is_longer_than_its_field(model, records):
    lengths = {field.name: field.max_length for field in model._meta.concrete_fields if field.max_length}

    too_long = [
        (record["key"], name)
        for record in records
        for name, length in lengths.items()
        if len(record.get(name) or "") > length
    ]

    assert too_long == []


def test_the_plan_says_that_it_is_an_example():
    assert "påhittade" in PLAN["subtitle"]
    assert "påhittade" in SECTIONS["foreword"]
    assert "invented" in zagreb.PLAN["subtitle"]


ASSESSMENTS = {"start": assessments.START, "follow-up": assessments.FOLLOW_UP, "Zagreb": zagreb.ASSESSMENT}


@pytest.mark.parametrize("facts", ASSESSMENTS.values(), ids=ASSESSMENTS)
def test_an_assessment_answers_what_is_asked_and_by_people_of_the_city(facts):
    asked = {each.key for each in QUESTIONNAIRES[NEWEST]} | {assessments.OWN}
    people = keys(zagreb.PEOPLE) if facts is zagreb.ASSESSMENT else keys(PEOPLE)
    members = {key for found in facts["answers"].values() for key in found["own"]}

    assert facts["answers"].keys() - asked == set()
    assert {facts["by"], *members} - people == set()


def test_the_start_of_umea_is_answered_and_the_others_are_not():
    asked = len(QUESTIONNAIRES[NEWEST]) + 1

    counts = {name: len(facts["answers"]) for name, facts in ASSESSMENTS.items()}

    assert counts["start"] == asked
    assert all(asked / 3 < counts[name] < asked for name in ("follow-up", "Zagreb"))
