"""Two people who want what only one can have, in the same moment: nobody gets a server error, and one gets it."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from django.core.exceptions import ValidationError

from actionplan.exports.formats import HTML
from actionplan.models import (
    AimDecision,
    Answer,
    Assessment,
    Barrier,
    EnteredFigure,
    OwnScore,
    Plan,
    PlanVersion,
    Procedure,
    ProcedureLot,
    Publication,
    PublishedName,
    Section,
    Supplier,
    SupplierUpload,
    VersionFile,
)
from actionplan.models import Notice as StoredNotice
from actionplan.notices.archives import File
from actionplan.queries import version_faults
from actionplan.reference.outline import WRITTEN
from actionplan.services import assessments, notices, plans, possible_aims, records, supplier_uploads, versions
from actionplan.suppliers.reading import Firm, Sheet
from tests.at_once import at_once
from tests.factories import (
    AssessmentFactory,
    BarrierFactory,
    CityFactory,
    EnteredFigureFactory,
    MembershipFactory,
    PlanFactory,
    SectionFactory,
    SupplierFactory,
)
from tests.notices import Lot, Notice, number
from ulg.models import City, CityRevision, UnsentText, Visit
from ulg.roles import Role
from ulg.services import cities
from ulg.writing import saving, unsent_texts

pytestmark = pytest.mark.django_db(transaction=True)
FOUR = range(4)


@pytest.fixture
def coordinator():
    seat = MembershipFactory(role=Role.COORDINATOR, published_as="name")
    PlanFactory(city=seat.city)
    return seat


def test_first_two_records_of_a_plan_get_two_numbers(coordinator):
    plan = coordinator.city.plan

    at_once(*[partial(records.add, Barrier(plan=plan, title=f"{n}", category="market"), by=coordinator) for n in FOUR])

    assert list(Barrier.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_plan_that_two_open_is_one():
    city = CityFactory()

    at_once(*[partial(plans.open_plan, city, by=None) for _ in FOUR])

    assert (Plan.objects.count(), Section.objects.count()) == (1, len(WRITTEN))


def test_assessment_that_two_open_is_one(coordinator):
    about = {"title": "Start", "describes_on": date(2023, 7, 1), "by": coordinator}

    outcomes = at_once(
        *[partial(assessments.open_assessment, coordinator.city.plan, **about) for _ in FOUR],
        refusals=(ValidationError,),
    )

    assert outcomes == [*["ValidationError"] * 3, "done"]
    assert list(Assessment.objects.values_list("number", flat=True)) == [1]


def test_statements_that_two_add_stand_beside_each_other(coordinator):
    opened = AssessmentFactory(plan=coordinator.city.plan)
    about = {"dimension": "market", "by": coordinator}

    at_once(*[partial(assessments.add_statement, opened, title=f"Own {n}", **about) for n in FOUR])

    codes = Answer.objects.filter(dimension="market").values_list("code", flat=True)
    assert list(codes) == [f"1/7.{place}" for place in range(1, 7)]


def test_score_that_one_member_gives_twice_is_one(coordinator):
    answer = AssessmentFactory(plan=coordinator.city.plan).answers.first()

    at_once(*[partial(assessments.give_own_score, answer, "1", by=coordinator) for _ in FOUR])

    assert OwnScore.objects.count() == 1


def test_figure_that_two_enter_is_there_once(coordinator):
    about = {"city": coordinator.city, "by": coordinator}

    outcomes = at_once(*[partial(EnteredFigureFactory, **about) for _ in FOUR], refusals=(ValidationError,))

    assert outcomes == [*["ValidationError"] * 3, "done"]
    assert EnteredFigure.objects.count() == 1


def test_firm_that_two_add_is_in_the_register_once(coordinator):
    about = {"city": coordinator.city, "shown_number": "556000-0001", "by": coordinator}

    outcomes = at_once(*[partial(SupplierFactory, **about) for _ in FOUR], refusals=(ValidationError,))

    assert outcomes == [*["ValidationError"] * 3, "done"]
    assert Supplier.objects.count() == 1


def test_file_that_one_person_uploads_twice_at_once_is_held_once(coordinator):
    at_once(*[partial(supplier_uploads.hold, "suppliers.csv", Sheet(), by=coordinator) for _ in FOUR])

    assert SupplierUpload.objects.count() == 1


def test_file_that_is_confirmed_twice_at_once_is_taken_once(coordinator):
    firm = Firm(2, "5560000001", "556000-0001", "A", "women-owned", "Survey", "2025-02-14")
    supplier_uploads.hold("suppliers.csv", Sheet([firm]), by=coordinator)
    seal = supplier_uploads.dry_run(by=coordinator).seal

    at_once(*[partial(supplier_uploads.take, seal, by=coordinator) for _ in FOUR])

    assert list(Supplier.objects.values_list("number", "revision")) == [("5560000001", 1)]


def test_answer_that_comes_while_the_assessment_is_closed_stands_before_it_or_is_refused(coordinator):
    answer = AssessmentFactory(plan=coordinator.city.plan).answers.first()
    close = partial(assessments.close, answer.assessment, seen=1, by=coordinator)

    outcomes = at_once(
        partial(assessments.answer, answer, {"score": "1"}, seen=1, by=coordinator), close, refusals=(ValidationError,)
    )

    answer.refresh_from_db()
    assert answer.score == ("" if "ValidationError" in outcomes else "1")


def test_second_of_two_publishers_is_told_of_the_first(coordinator):
    plan = coordinator.city.plan
    publish = partial(versions.publish_version, plan, by=coordinator, seen=0)

    outcomes = at_once(*[publish] * 4, refusals=(versions.PublishedMeanwhile,))

    assert outcomes == [*["PublishedMeanwhile"] * 3, "done"]
    assert (PlanVersion.objects.count(), PublishedName.objects.count()) == (1, 1)


def test_publishers_who_look_at_nothing_publish_one_after_the_other(coordinator):
    at_once(*[partial(versions.publish_version, coordinator.city.plan, by=coordinator) for _ in range(3)])

    assert list(PlanVersion.objects.values_list("number", flat=True)) == [3, 2, 1]
    assert version_faults.find() == []


def test_file_that_two_ask_for_first_is_made_once(coordinator):
    version = versions.publish_version(coordinator.city.plan, by=coordinator)

    at_once(*[partial(versions.render_file, version, HTML, "en") for _ in FOUR])

    assert VersionFile.objects.count() == 1


def test_version_that_two_open_is_open(coordinator):
    version = versions.publish_version(coordinator.city.plan, by=coordinator, is_public=False)

    at_once(*[partial(versions.open_version, version, by=coordinator, reason="Asked for") for _ in FOUR])

    assert Publication.objects.count() == 1


def test_address_that_two_cities_want_is_refused_to_the_second():
    outcomes = at_once(
        *[partial(cities.open_city, "lund", name=f"Lund {n}", language="sv") for n in FOUR], refusals=(ValidationError,)
    )

    assert outcomes == [*["ValidationError"] * 3, "done"]
    assert City.objects.count() == 1


def test_address_that_is_taken_after_the_check_is_refused(monkeypatch):
    create = saving.create

    def after_another(city, **about):
        CityFactory(slug="lund")
        return create(city, **about)

    monkeypatch.setattr(saving, "create", after_another)

    with pytest.raises(ValidationError) as refusal:
        cities.open_city("lund", name="Lund", language="sv")

    assert list(refusal.value.message_dict) == ["slug"]


def test_text_that_one_page_keeps_twice_at_once_is_kept_once():
    section = SectionFactory()
    author = MembershipFactory(city=section.plan.city, role=Role.EDITOR)
    page = f"/{author.city.slug}/plan/sections/vision/edit/"
    about = {"form_url": page, "page": page, "title": "Vision", "seen": 1, "fields": {"text": ["a"]}}
    keep = partial(unsent_texts.keep, by=author, **about, origin=unsent_texts.Origin(window="one", edits=1))

    at_once(*[keep] * 4)

    assert UnsentText.objects.count() == 1


def test_first_two_changes_of_a_city_make_one_revision(coordinator):
    CityRevision.objects.all().delete()
    barriers = [BarrierFactory(plan=coordinator.city.plan) for _ in FOUR]

    at_once(*[partial(saving.save, each, {"title": "New"}, seen=1, by=coordinator) for each in barriers])

    assert CityRevision.objects.count() == 1


def test_first_two_requests_of_a_member_are_one_visit(coordinator):
    at_once(*[partial(Visit.note, coordinator) for _ in FOUR])

    assert Visit.objects.count() == 1


def test_first_request_of_a_member_that_was_seen_before_there_was_a_visit(coordinator):
    seat, same = (type(coordinator).objects.select_related("visit").get(pk=coordinator.pk) for _ in range(2))

    assert Visit.note(seat) == Visit.note(same)


def test_notices_that_two_import_are_there_once():
    city, procedure = CityFactory(), number()
    made = [Notice(procedure=procedure), Notice(procedure=procedure, form="result", day="2024-08-01Z"), Notice()]
    files = [File("a.xml", notice.xml()) for notice in made]

    at_once(*[lambda: list(notices.import_files(city, files, by=None))] * 4)

    assert (StoredNotice.objects.count(), ProcedureLot.objects.count()) == (3, 2)
    assert list(Procedure.objects.order_by("notices").values_list("notices", flat=True)) == [1, 2]


def test_lot_that_two_editors_decide_about_is_decided_by_one(coordinator):
    city, notice = coordinator.city, Notice([Lot(condition="Kvinnor")])
    list(notices.import_files(city, [File("a.xml", notice.xml())], by=None))
    words = ProcedureLot.objects.get().words_sha256
    about = {"decision": "confirmed", "reason": "Read", "seen": 0, "words": words, "by": coordinator}
    decide = partial(possible_aims.decide, city, notice.procedure, "LOT-0001", **about)

    outcomes = at_once(*[decide] * 4, refusals=(possible_aims.Overtaken,))

    assert outcomes == [*["Overtaken"] * 3, "done"]
    assert AimDecision.objects.count() == 1


def test_decision_that_comes_while_notices_are_imported_is_kept(coordinator):
    city, notice = coordinator.city, Notice([Lot(condition="Kvinnor")])
    files = [File("a.xml", notice.xml())]
    list(notices.import_files(city, files, by=None))
    words = ProcedureLot.objects.get().words_sha256
    about = {"decision": "dismissed", "reason": "Read", "seen": 0, "words": words, "by": coordinator}
    later = Notice([Lot()], procedure=notice.procedure, form="result", day="2024-08-01Z")

    at_once(
        partial(possible_aims.decide, city, notice.procedure, "LOT-0001", **about),
        *[lambda: list(notices.import_files(city, [File("b.xml", later.xml())], by=None))] * 3,
    )

    assert ProcedureLot.objects.get().possible == "dismissed"
