from datetime import date
from decimal import Decimal

import pytest

from actionplan.document import snapshot
from actionplan.notices.archives import File
from actionplan.notices.facts import Outcome
from actionplan.services import assessments
from actionplan.services.notices import import_files
from tests import notices
from tests.factories import EnteredFigureFactory, SupplierFactory
from tests.plans import FullPlan, full_plan

pytestmark = pytest.mark.django_db
TODAY = date(2025, 11, 24)
ANSWER = {
    "code": "1.2",
    "key": "frame-policy",
    "dimension": "frame",
    "score": "2",
    "evidence": "Så är det.",
    "links": ["https://example.org/a"],
    "source": "Policyn",
    "source_on": "2025-11-24",
    "left_out_reason": "",
}
NOTHING = {"gender": 0, "social": 0, "no": 0, "not_stated": 0, "not_applicable": 0}
LOTS = {**NOTHING, "gender": 1, "no": 1}
AMOUNTS = {**dict.fromkeys((*NOTHING, "not_divided"), "0"), "gender": "100.5", "no": "200"}
FIGURES = {
    "notices": 1,
    "until": "2024-03-19",
    "procedures": {"whole": {**NOTHING, "gender": 1}, "years": [{"year": 2024, **NOTHING, "gender": 1}]},
    "lots": {"whole": LOTS, "years": [{"year": 2024, **LOTS}]},
    "divisions": [{"division": "45", **NOTHING, "no": 1}, {"division": "90", **NOTHING, "gender": 1}],
    "possible": {"to_review": 0, "confirmed": 0, "dismissed": 0},
    "ownership": [],
    "entered": [],
    "values": [{"measure": "estimated", "currency": "SEK", "whole": AMOUNTS, "years": [{"year": 2024, **AMOUNTS}]}],
}


def add_baseline(made: FullPlan, count: int) -> None:
    """So many more assessments and notices."""
    for _more in range(count):
        opened = assessments.open_assessment(made.plan, title="Start", describes_on=TODAY, by=made.coordinator)
        assessments.close(opened, seen=opened.revision, by=made.coordinator)
        file = File("notice.xml", notices.Notice(buyer=made.city.full_name).xml())
        assert [line.outcome for line in import_files(made.city, [file], by=None)] == [Outcome.TAKEN]


def test_an_assessment_stands_in_the_document_with_its_answers():
    made = full_plan()
    opened = assessments.open_assessment(made.plan, title="Nuläge", describes_on=TODAY, by=made.coordinator)
    answer = opened.answers.get(statement="frame-policy")
    said = {"score": "2", "evidence": "Så är det.", "links": "https://example.org/a", "source": "Policyn"}
    assessments.answer(answer, {**said, "source_on": TODAY}, seen=1, by=made.coordinator)

    [found] = snapshot.take(made.plan)["assessments"]

    statements = found.pop("statements")
    dimensions = [each["code"].partition(".")[0] for each in statements]
    assert found == {"number": 1, "title": "Nuläge", "describes_on": "2025-11-24", "closed_on": None}
    assert statements[1] == {**ANSWER, "title": answer.title}
    assert dimensions == sorted(dimensions)


def test_the_figures_of_the_notices_stand_in_the_document():
    made = full_plan()
    lots = [
        notices.Lot("LOT-0001", estimated="100.50", codes={"social-objective": ["gen-eq"]}),
        notices.Lot("LOT-0002", estimated="200", cpv="45000000", codes={"strategic-procurement": ["none"]}),
    ]
    file = File("notice.xml", notices.Notice(lots, day="2024-03-19+01:00").xml())
    list(import_files(made.city, [file], by=None))

    assert snapshot.take(made.plan)["figures"] == FIGURES


def test_what_was_entered_by_hand_stands_in_the_document():
    made = full_plan()
    EnteredFigureFactory(
        city=made.city, year=2022, measure="spend", currency="SEK", total=Decimal("1200.50"), source="Ledger",
        source_on=TODAY,
    )  # fmt: skip

    found = snapshot.take(made.plan)["figures"]

    assert (found["notices"], found["until"], found["ownership"]) == (0, None, [])
    assert found["entered"] == [
        {
            "year": 2022, "measure": "spend", "currency": "SEK", "division": "", "total": "1200.5", "social": None,
            "gender": None, "not_stated": None, "source": "Ledger", "source_on": "2025-11-24", "remark": "",
        }
    ]  # fmt: skip


def test_who_owns_the_winners_stands_in_the_document_once_there_is_a_register():
    made = full_plan()
    lot = notices.Lot(won="100.50", winners=["990001-0015 F"])
    list(import_files(made.city, [File("notice.xml", notices.Notice([lot], form="result").xml())], by=None))
    SupplierFactory(city=made.city, shown_number="990001-0015", ownership="women-owned")

    [found] = snapshot.take(made.plan)["figures"]["ownership"]

    nothing = dict.fromkeys(("women-led", "mixed", "men-owned", "no-owner", "unknown"), "0")
    assert found == {"year": 2024, "currency": "SEK", "women-owned": "100.5", **nothing}
