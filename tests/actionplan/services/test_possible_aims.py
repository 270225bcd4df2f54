from __future__ import annotations

from dataclasses import replace

import pytest

from actionplan.models import AimDecision, ProcedureLot
from actionplan.notices.archives import File
from actionplan.notices.rules import Aim
from actionplan.queries import figures, possible_aims
from actionplan.reference.possible_aims import PossibleAim
from actionplan.services import notices
from actionplan.services.possible_aims import Overtaken, decide
from tests import notices as made
from tests.factories import CityFactory, MembershipFactory
from tests.notices import Lot

pytestmark = pytest.mark.django_db

GENDER = {"strategic-procurement": ["soc-obj"], "social-objective": ["gen-eq"]}
NONE = {"strategic-procurement": ["none"]}


@pytest.fixture
def editor():
    return MembershipFactory()


def take(city, *found: made.Notice) -> None:
    list(notices.import_files(city, [File("a.xml", each.xml()) for each in found], by=None))


def possible(city) -> list[tuple[str, str]]:
    return list(ProcedureLot.objects.in_city(city).order_by("identifier").values_list("identifier", "possible"))


def decided(editor, notice: made.Notice, decision: str = "confirmed", **about) -> AimDecision:
    lot = ProcedureLot.objects.in_city(editor.city).get(procedure__identifier=notice.procedure)
    about = {"seen": 0, "words": lot.words_sha256, "reason": "Read the terms.", **about}
    return decide(editor.city, notice.procedure, lot.identifier, decision=decision, by=editor, **about)


def test_lots_that_speak_of_gender_equality_without_the_code_are_listed_beside_the_figures():
    city = CityFactory()
    lots = [
        Lot("LOT-1", condition="Lika lön för kvinnor"),
        Lot("LOT-2", codes=GENDER, condition="Lika lön för kvinnor"),
        Lot("LOT-3", condition="Fakturor skickas elektroniskt"),
        Lot("LOT-4", codes=NONE, condition="Lika lön för kvinnor"),
    ]

    take(city, made.Notice(lots))

    assert possible(city) == [("LOT-1", "to_review"), ("LOT-2", ""), ("LOT-3", ""), ("LOT-4", "to_review")]
    found = figures.of_city(city).whole.lots
    assert (found.by_aim[Aim.NOT_STATED], found.by_aim[Aim.NO], found.gender) == (2, 1, 1)


def test_a_lot_whose_later_notice_states_gender_equality_is_not_listed():
    city, first = CityFactory(), made.Notice([Lot(condition="Kvinnor")])
    later = made.Notice([Lot(codes=GENDER)], procedure=first.procedure, form="result", day="2024-09-01Z")

    take(city, first)
    take(city, later)

    assert possible(city) == [("LOT-0001", "")]


def test_a_lot_that_only_planning_notices_tell_of_is_not_listed():
    city = CityFactory()

    take(city, made.Notice([Lot(condition="Kvinnor")], form="planning"))

    assert possible(city) == [("LOT-0001", "")]


def test_words_of_a_notice_that_another_replaces_count_no_more():
    city, first = CityFactory(), made.Notice([Lot(condition="Kvinnor")])

    take(city, first, replace(first, version="02", lots=[Lot()]))

    assert possible(city) == [("LOT-0001", "")]


@pytest.mark.parametrize("decision", ["confirmed", "dismissed"])
def test_a_decision_is_kept_with_who_and_why_and_changes_no_figure(editor, decision):
    notice = made.Notice([Lot(condition="Kvinnor")])
    take(editor.city, notice)
    before = figures.of_city(editor.city)

    found = decided(editor, notice, decision)

    assert (found.number, found.reason, found.decided_by) == (1, "Read the terms.", editor)
    assert possible(editor.city) == [("LOT-0001", decision)]
    assert figures.of_city(editor.city) == before


def test_a_decision_survives_imports_in_any_order(editor):
    notice = made.Notice([Lot(condition="Kvinnor")])
    award = made.Notice([Lot(won="5")], procedure=notice.procedure, form="result", day="2024-09-01Z")
    take(editor.city, notice)
    decided(editor, notice)

    take(editor.city, award, made.Notice())
    take(editor.city, notice, award)

    assert ("LOT-0001", "confirmed") in possible(editor.city)


def test_a_lot_is_to_be_looked_at_again_when_its_words_change_and_no_more_when_they_come_back(editor):
    notice = made.Notice([Lot(condition="Kvinnor")])
    take(editor.city, notice)
    decided(editor, notice)

    take(editor.city, replace(notice, version="02", lots=[Lot(condition="Kvinnor och flickor")]))
    assert possible(editor.city) == [("LOT-0001", "to_review")]

    take(editor.city, replace(notice, version="03"))
    assert possible(editor.city) == [("LOT-0001", "confirmed")]


def test_a_decision_may_be_changed_and_the_earlier_one_stays(editor):
    notice = made.Notice([Lot(condition="Kvinnor")])
    take(editor.city, notice)

    decided(editor, notice)
    decided(editor, notice, "dismissed", seen=1)

    assert possible(editor.city) == [("LOT-0001", "dismissed")]
    assert list(AimDecision.objects.values_list("number", "decision")) == [(1, "confirmed"), (2, "dismissed")]


@pytest.mark.parametrize("about", [{"seen": 1}, {"words": "other words"}])
def test_a_decision_about_what_is_no_longer_so_is_refused(editor, about):
    notice = made.Notice([Lot(condition="Kvinnor")])
    take(editor.city, notice)

    with pytest.raises(Overtaken):
        decided(editor, notice, **about)

    assert (AimDecision.objects.count(), possible(editor.city)) == (0, [("LOT-0001", "to_review")])


def test_lots_are_counted_by_what_was_decided_in_one_city_and_year(editor):
    notices_of_city = [made.Notice([Lot(condition="Kvinnor")], day=f"202{year}-01-01Z") for year in (3, 4, 4)]
    take(editor.city, *notices_of_city)
    take(CityFactory(), made.Notice([Lot(condition="Kvinnor")]))
    decided(editor, notices_of_city[1], "dismissed")

    everything = {PossibleAim.TO_REVIEW: 2, PossibleAim.CONFIRMED: 0, PossibleAim.DISMISSED: 1}
    assert possible_aims.counts(editor.city) == everything
    assert possible_aims.counts(editor.city, 2023) == dict.fromkeys(PossibleAim, 0) | {PossibleAim.TO_REVIEW: 1}
