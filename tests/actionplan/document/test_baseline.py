from datetime import date

import pytest

from actionplan.document import snapshot
from actionplan.notices.archives import File
from actionplan.notices.facts import Outcome
from actionplan.services import assessments
from actionplan.services.notices import import_files
from tests import notices
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
