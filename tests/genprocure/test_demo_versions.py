"""The stages of Umeå's plan: each can be written after the one before it, and each differs from it."""

import pytest

from actionplan import richtext
from genprocure.demo.umea import after
from genprocure.demo.umea.comments import COMMENTS
from genprocure.demo.umea.people import PEOPLE
from genprocure.demo.umea.versions import RECORDS, STAGE_1, STAGE_2, STAGE_3, STAGES, VERSION_1, VERSION_2, Stage

REFERENCES = [
    ("barriers", "findings", "findings"),
    ("solutions", "barriers", "barriers"),
    ("indicators", "actions", "actions"),
]


def written(stages: list[Stage]) -> dict[str, dict[str, dict]]:
    """All records by kind and key, as they stand when these stages have been written."""
    state = {kind: {} for kind in RECORDS}
    for stage in stages:
        for kind, records in stage.new.items():
            state[kind] |= {record["key"]: record for record in records}
        for kind, changes in stage.changed.items():
            state[kind] |= {key: state[kind][key] | fields for key, fields in changes.items()}
    return state


def money(state: dict, status: str) -> int:
    return sum(
        action["funding_amount"] or 0
        for action in state["actions"].values()
        if action["status"] != "dropped" and action["funding_status"] == status
    )


def test_two_stages_give_version_2():
    assert written([STAGE_1, STAGE_2]) == {
        kind: {record["key"]: record for record in records} for kind, records in RECORDS.items()
    }


@pytest.mark.parametrize("count", [1, 2, 3], ids=["version 1", "version 2", "today"])
def test_references_resolve_in_every_stage(count):
    state = written(STAGES[:count])

    for kind, field, target in REFERENCES:
        assert {key for record in state[kind].values() for key in record[field]} <= set(state[target])
    assert {action["solution"] for action in state["actions"].values()} <= set(state["solutions"])
    assert {action["objective"] for action in state["actions"].values()} == set(state["objectives"])


def test_version_1_holds_less():
    state = written([STAGE_1])
    solved = {key for solution in state["solutions"].values() for key in solution["barriers"]}

    assert {kind: len(records) for kind, records in state.items()} == {
        "sections": 22,
        "findings": 10,
        "barriers": 13,
        "solutions": 11,
        "objectives": 4,
        "actions": 10,
        "indicators": 11,
    }
    assert set(state["barriers"]) - solved == {"mandate", "ownership"}


def test_every_change_changes_something():
    before = written([STAGE_1])

    unchanged = [
        (kind, key, name)
        for kind, changes in STAGE_2.changed.items()
        for key, fields in changes.items()
        for name, value in fields.items()
        if before[kind][key][name] == value
    ]

    assert unchanged == []
    assert len(STAGE_2.changed["sections"]) == 16


def test_one_action_was_dropped_and_two_came_after_version_1():
    dropped = [key for key, fields in STAGE_2.changed["actions"].items() if fields.get("status") == "dropped"]

    assert dropped == ["newsletter"]
    assert [action["key"] for action in STAGE_2.new["actions"]] == ["lots", "register"]


def test_the_money_in_the_text_of_version_1_is_the_money_of_its_actions():
    state = written([STAGE_1])
    sums = [money(state, "secured"), money(state, "applied"), money(state, "to_find")]

    for key in ("summary", "funding"):
        for amount in [sum(sums), *sums]:
            assert f"{amount:,} kronor".replace(",", " ") in state["sections"][key]["text"]


def test_every_action_of_version_1_is_measured():
    state = written([STAGE_1])
    measured = {key for indicator in state["indicators"].values() for key in indicator["actions"]}

    assert set(state["actions"]) - measured == set()


def test_comments_and_answers_come_in_the_stage_of_their_day():
    limits = [VERSION_1["published_at"], VERSION_2["published_at"]]
    said = [
        [moment for comment in stage.comments for moment in (comment["at"], *(a["at"] for a in comment["answers"]))]
        + [answer["at"] for _comment, answer in stage.answers]
        for stage in STAGES
    ]

    assert max(said[0]) < limits[0] <= min(said[1])
    assert max(said[1]) < limits[1] <= min(said[2])


def test_no_comment_and_no_answer_is_lost_between_the_stages():
    answers = [answer for stage in STAGES for comment in stage.comments for answer in comment["answers"]]
    late = [answer for stage in STAGES for _comment, answer in stage.answers]

    assert sum(len(stage.comments) for stage in STAGES) == len(COMMENTS) + len(after.COMMENTS)
    assert len(answers) + len(late) == sum(len(comment["answers"]) for comment in COMMENTS)


def test_comments_in_every_stage_are_on_what_is_there():
    for count, stage in enumerate(STAGES, start=1):
        state = written(STAGES[:count])
        assert [c["key"] for c in stage.comments if c["on"][1] not in state[f"{c['on'][0]}s"]] == []


def test_each_version_was_decided_before_it_was_published():
    coordinators = {person["key"] for person in PEOPLE if person["role"] == "coordinator"}

    for version in (VERSION_1, VERSION_2):
        assert version["decision"]["on"] < version["published_at"].date()
        assert version["published_by"] in coordinators
        assert version["decision"]["paragraph"].startswith("§ ")


def test_something_waits_after_version_2():
    state = written(STAGES)

    assert STAGE_3.version is None
    assert state["sections"]["vision"]["status"] == "review"
    assert richtext.clean(after.VISION) == after.VISION
    assert state["barriers"]["systems"]["status"] == "raised"
    assert [comment["answers"] for comment in STAGE_3.comments] == [[]] * 7
