"""What the pages of the PDF are given to show."""

import pytest

from actionplan.document.frozen import FrozenDocument
from actionplan.exports import view_model
from tests.actionplan.exports import documents


def built(document, names=None, language="en"):
    plan = view_model.printed(FrozenDocument(document).plan)
    return view_model.build(plan, documents.names() if names is None else names, language, "7" * 64)


def records(document, kind, **options):
    return built(document, **options)["records"][kind]


def ref(code, title, target):
    return {"code": code, "title": title, "target": target}


def test_a_reference_carries_the_title_and_the_target_of_what_it_means():
    document = documents.plan(actions=2)
    barrier, solution = document["barriers"][0], document["solutions"][0]

    shown = records(document, "barriers")[0]

    assert shown["label"] == "barriers-0"
    assert shown["solutions"] == [ref("S-01", solution["title"], "solutions-0")]
    assert shown["findings"] == [ref("F-01", document["findings"][0]["title"], "findings-0")]
    assert (shown["code"], shown["title"], shown["category"]) == ("B-01", barrier["title"], "Law and policy")


def test_a_solution_is_not_taken_for_another_whose_code_begins_alike():
    document = documents.plan(actions=11)

    shown = {each["code"]: [action["code"] for action in each["actions"]] for each in records(document, "solutions")}

    assert shown["S-01"] == ["A-01"]
    assert shown["S-13"] == []


def test_a_reference_to_nothing_is_left_out():
    document = documents.plan(actions=1)
    document["actions"][0] |= {"solution": "S-99", "objective": "O-99", "barriers": ["B-99"], "indicators": ["I-99"]}

    sheet = records(document, "actions")[0]

    assert [sheet[name] for name in ("solution", "objective", "barriers", "findings", "indicators")] == [
        None,
        None,
        [],
        [],
        [],
    ]


def test_only_the_first_of_two_records_with_one_code_is_a_target():
    document = documents.plan(actions=1)
    document["barriers"][1]["code"] = "B-01"

    assert [each["label"] for each in records(document, "barriers")[:3]] == ["barriers-0", "", "barriers-2"]


def test_records_that_are_not_printed_are_no_target():
    document = documents.plan(actions=1)
    document["outline"] = [chapter for chapter in document["outline"] if chapter["key"] != "logic"]

    assert records(document, "barriers")[0]["solutions"][0]["target"] == ""


def test_records_are_printed_once_and_unknown_kinds_not_at_all():
    document = documents.plan(actions=1)
    parts = [
        {"key": "x", "number": "", "title": kind, "kind": kind, "section": None} for kind in ("risks", "risks", "new")
    ]
    document["outline"] = [{"key": "x", "number": "", "title": "X", "lead": "", "parts": parts}]

    shown = built(document)

    assert [part["kind"] for part in shown["outline"][0]["parts"]] == ["risks", "text", "text"]
    assert list(shown["records"]) == ["risks"]


@pytest.mark.parametrize("field", ["title", "chapter", "part", "record"])
def test_what_has_no_title_says_so(field):
    document = documents.plan(actions=1)
    chapter = document["outline"][0]
    {"title": document, "chapter": chapter, "part": chapter["parts"][0], "record": document["barriers"][0]}[field][
        "title"
    ] = " \u200b"

    shown = built(document)

    titles = {
        "title": shown["title"],
        "chapter": shown["outline"][0]["title"],
        "part": shown["outline"][0]["parts"][0]["title"],
        "record": shown["records"]["barriers"][0]["title"],
    }
    assert titles[field] == "Without a title"


def test_sections_without_a_text_stand_in_one_list_and_not_in_the_outline():
    empty = {"status": "not_started", "nodes": []}
    document = documents.plan(actions=1)
    keys = [part["section"] for part in document["outline"][1]["parts"]]
    document["sections"] |= dict.fromkeys(keys, empty)

    shown = built(document)

    parts = {part["title"]: part["kind"] for chapter in shown["outline"] for part in chapter["parts"]}
    left_out = [part for chapter in document["outline"] for part in chapter["parts"] if part["section"] in keys]
    assert shown["left_out"] == [f"{part['number']} {part['title']}" for part in left_out]
    assert {part["title"] for part in left_out if part["title"] in parts} == {
        part["title"] for part in left_out if part["kind"] != "text"
    }


def test_a_chapter_that_says_nothing_has_no_heading():
    document = documents.plan(actions=1)
    only = {**document["outline"][0], "parts": document["outline"][0]["parts"][:1]}
    document["sections"][only["parts"][0]["section"]] = {"status": "draft", "nodes": []}

    assert built({**document, "outline": [only]})["outline"] == []


def test_the_state_of_a_section_is_shown_in_a_draft_only():
    nodes = [{"t": "p", "c": ["Written."]}]
    states = {"vision": {"status": "review", "nodes": nodes}, "needs": {"status": "done", "nodes": nodes}}

    def shown(document):
        return [part["state"] for chapter in built(document)["outline"] for part in chapter["parts"] if part["state"]]

    assert shown(documents.draft(actions=1, sections=states)) == ["In review"]
    assert shown(documents.plan(actions=1, sections=states)) == []


def test_an_action_without_cost_needs_no_funding():
    document = documents.plan(actions=1)
    document["actions"][0] |= {"cost": {"kind": "none", "amount": None, "hours": 160}}

    free = records(document, "actions")[0]

    assert free["cost"] == {"kind": "No extra cost", "amount": "", "hours": "160 hours of own work", "is_free": True}
    assert free["funding"]["is_needed"] is False


def test_costs_and_funds_are_added_up_exactly():
    document = documents.plan(actions=4)
    amounts = [
        ("once", "0.10", "secured", "0.1"),
        ("once", "0.20", "to_find", "5"),
        ("yearly", "7", "", "9"),
        ("", "1", "secured", None),
    ]
    for action, (kind, cost, status, funded) in zip(document["actions"], amounts, strict=True):
        action["cost"] = {"kind": kind, "amount": cost, "hours": None}
        action["funding"] = {"source": "", "status": status, "amount": funded}

    sums = records(document, "funding")["sums"]

    assert [(each["name"], each["amount"].replace("\u00a0", " ")) for each in sums] == [
        ("One-off", "0.30 SEK"),
        ("Every year", "7 SEK"),
        ("Secured", "0.10 SEK"),
        ("Not yet funded", "5 SEK"),
    ]


def test_a_risk_without_both_numbers_has_no_level():
    document = documents.plan(actions=2)
    document["actions"][0]["risk"] |= {"likelihood": 3, "impact": 5}
    document["actions"][1]["risk"] |= {"likelihood": 3, "impact": None}

    shown = records(document, "risks")

    assert [each["score"] for each in shown["rows"]] == ["3 × 5 = 15, critical", ""]
    assert [chart["alt"] for chart in shown["charts"]] == [
        "Matrix of likelihood and consequence. A-01: likelihood 3, consequence 5, critical."
    ]


def test_the_timeline_draws_only_actions_with_both_days_in_order():
    document = documents.plan(actions=3)
    document["actions"][0]["ends_on"] = None
    document["actions"][1] |= {"starts_on": "2027-01-01", "ends_on": "2026-01-01"}

    shown = records(document, "timeline")

    assert [row["code"] for row in shown["rows"]] == ["A-01", "A-02", "A-03"]
    assert [chart["alt"].count(": ") for chart in shown["charts"]] == [1]


def comment(**changes):
    said = {"author": "m1", "on_day": "2024-03-19", "text": "Why?", "is_withdrawn": False}
    return {"on": {"kind": "barrier", "code": "B-01"}, **said, "is_answered": False, "replies": [], **changes}


def answer(**changes):
    return {"author": "m2", "on_day": "2024-04-02", "text": "So.", "is_withdrawn": False, "is_answer": True, **changes}


def commented(**changes):
    return records(documents.plan(actions=1, comments=[comment(**changes)]), "comments")[0]


def test_a_comment_waits_until_an_answer_stands():
    assert commented()["is_waiting"] is True
    assert commented(replies=[answer()])["is_waiting"] is False
    assert commented(replies=[answer(is_withdrawn=True, text="")])["is_waiting"] is True
    assert commented(replies=[answer(is_answer=False)])["is_waiting"] is True
    assert commented(is_withdrawn=True, text="")["is_waiting"] is False


def test_answers_and_other_replies_stand_apart():
    shown = commented(replies=[answer(is_answer=False, text="Me too."), answer()])

    assert [each["text"] for each in shown["replies"]] == [[["Me too."]]]
    assert shown["answers"] == [
        {
            "text": [["So."]],
            "by": "Anna Lindqvist, Upphandlingsbyrån",
            "day": "2\u00a0April\u00a02024",
            "is_withdrawn": False,
        }
    ]


@pytest.mark.parametrize(
    ("on", "shown"),
    [
        ({"kind": "barrier", "code": "B-01"}, ("Barrier", "B-01", "Upphandlingspolicyn nämner inte jämställdhet")),
        ({"kind": "section", "code": "vision"}, ("Section", "1.5", "Vision")),
        ({"kind": "barrier", "code": "B-99"}, ("Barrier", "B-99", "")),
        ({"kind": "section", "code": "gone"}, ("Section", "", "")),
    ],
)
def test_a_comment_names_what_it_is_about(on, shown):
    said = commented(on=on)

    assert (said["kind"], said["code"], said["title"]) == shown


@pytest.mark.parametrize(
    ("language", "code"), [("sv", "sv"), ("pt-br", "pt"), ("", "en"), ("klingon", "en"), ("åä", "en")]
)
def test_the_compiler_gets_a_language_that_it_knows(language, code):
    assert built(documents.plan(actions=0) | {"language": language})["language"] == code
