from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actionplan.models import Notice, Procedure
from actionplan.notices.archives import File, files_of
from actionplan.notices.facts import Outcome, Remark
from actionplan.notices.reading import read
from actionplan.queries import figures
from actionplan.services import notices
from tests import notices as made
from tests.factories import CityFactory, MembershipFactory
from tests.notices import Lot, tarred

pytestmark = pytest.mark.django_db

GENDER = {"strategic-procurement": ["soc-obj"], "social-objective": ["gen-eq"]}


def take(city, *files: made.Notice | bytes) -> list[Outcome]:
    data = [each.xml() if isinstance(each, made.Notice) else each for each in files]
    found = [File(f"{place}.xml", each) for place, each in enumerate(data)]
    return [line.outcome for line in notices.import_files(city, found, by=None)]


def standing(city) -> list[tuple]:
    """Everything that the figures are made of."""
    procedures = Procedure.objects.in_city(city).prefetch_related("lots", "amounts")
    told = [
        (
            each.identifier,
            *(each.year, each.aim, each.division, each.notices, each.remarks),
            [(lot.identifier, lot.aim, lot.division) for lot in each.lots.all()],
            sorted((amount.measure, amount.lot, amount.aim, amount.cents) for amount in each.amounts.all()),
        )
        for each in procedures
    ]
    rows = Notice.objects.in_city(city).values_list("identifier", "version", "is_counted", "remarks", "publication")
    return [sorted(told), sorted(rows)]


def test_a_notice_is_stored_as_it_was_read_with_its_xml():
    city, member = CityFactory(), MembershipFactory()
    aims = {**GENDER, "environmental-impact": ["other"]}
    lot = Lot(estimated="10.55", codes=aims, description="Lika lön", condition="Kön", won="5", bids={"tenders": 2})
    notice = made.Notice([lot], form="result", publication="123-2024", estimated="20")

    list(notices.import_files(city, [File("a.xml", notice.xml())], by=member))

    stored = Notice.objects.get()
    assert (stored.facts, stored.document, stored.imported_by) == (read(notice.xml()), notice.xml(), member)


def test_each_file_is_told_what_became_of_it():
    city, first = CityFactory(), made.Notice()
    second = replace(first, version="02")
    again = replace(first, version="01", title=first.title)

    assert take(city, first, second, again, replace(first, version="01"), b"no notice") == [
        Outcome.TAKEN,
        Outcome.NEWER,
        Outcome.ALREADY_HERE,
        Outcome.ALREADY_HERE,
        Outcome.REFUSED,
    ]
    assert take(city, replace(first, version="03"), second) == [Outcome.NEWER, Outcome.ALREADY_HERE]
    assert take(CityFactory(), second, first) == [Outcome.TAKEN, Outcome.OLDER]


def test_a_lot_that_the_database_refuses_keeps_the_whole_batch_out(monkeypatch):
    city = CityFactory()
    monkeypatch.setattr(notices.procedures, "count", lambda *_given: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        take(city, made.Notice())

    assert not Notice.objects.exists()


def test_two_files_under_one_number_and_version_give_the_same_whichever_comes_first():
    quiet, loud = CityFactory(), CityFactory()
    first = made.Notice([Lot(codes=GENDER)])
    other = replace(first, lots=[Lot()], publication="77-2024")

    take(quiet, first, other)
    take(loud, other)
    take(loud, first)

    assert standing(quiet) == standing(loud)
    assert [(each.lots.get().social, each.remarks) for each in Notice.objects.in_city(quiet)] == [
        ([], [[Remark.SAYS_TWO_THINGS, ""]])
    ]


def test_a_procedure_that_lost_its_notice_to_another_is_no_longer_counted():
    city, first = CityFactory(), made.Notice()

    take(city, first)
    take(city, replace(first, procedure=made.number(), publication="77-2024"))

    assert Procedure.objects.exclude(identifier=first.procedure).count() == Procedure.objects.count() == 1


def test_the_number_in_the_official_journal_may_come_later():
    city, notice = CityFactory(), made.Notice()

    take(city, notice)
    outcomes = take(city, replace(notice, publication="77-2024"))

    assert (outcomes, Notice.objects.get().publication) == ([Outcome.ALREADY_HERE], "77-2024")
    assert Notice.objects.get().remarks == []


def test_a_notice_without_a_procedure_is_counted_with_the_one_that_it_refers_to():
    city, first = CityFactory(), made.Notice([Lot(codes=GENDER)])
    later = made.Notice(
        [Lot(won="5")], procedure=None, form="result", previous=f"{first.identifier}-01", day="2024-09-01Z"
    )
    alone = made.Notice(procedure=None)

    take(city, later, alone)
    take(city, first)

    found = Procedure.objects.in_city(city).values_list("identifier", "notices", "aim")
    assert sorted(found) == [
        (first.procedure, 2, "gender"),
        (f"notice {alone.identifier}", 1, "not_stated"),
    ]


def test_a_planning_notice_without_a_procedure_is_a_notice_and_no_procedure():
    city = CityFactory()

    take(city, made.Notice([], procedure=None, form="planning", day="2024-02-01Z"), made.Notice(day="2025-02-01Z"))

    assert (figures.of_city(city).notices, Procedure.objects.count()) == (2, 1)
    assert (figures.of_city(city, 2024).notices, figures.of_city(city, 2025).notices) == (1, 1)


@pytest.mark.parametrize(
    ("city", "outcome"),
    [
        ({"authority": "EXEMPELBY  Kommun"}, Outcome.TAKEN),
        ({"aliases": ["Exempelby kommun"]}, Outcome.TAKEN),
        ({"organisation_numbers": ["2120000000"]}, Outcome.TAKEN),
        ({"authority": "Exempelby kommunförbund", "organisation_numbers": ["212000-0001"]}, Outcome.NOT_OURS),
    ],
)
def test_of_a_package_of_everybodys_notices_only_the_citys_own_are_kept(city, outcome):
    packed = tarred({"20240319_056/1.xml": made.Notice().xml()})
    files = files_of("day.tar.gz", io.BytesIO(packed))

    assert [line.outcome for line in notices.import_files(CityFactory(**city), files, by=None)] == [outcome]


def test_the_notices_of_another_city_are_no_part_of_the_figures():
    city, other, notice = CityFactory(), CityFactory(), made.Notice([Lot(codes=GENDER, estimated="5")])

    take(city, notice)
    take(other, notice, made.Notice())

    assert (figures.of_city(city).notices, figures.of_city(city).whole.lots.total) == (1, 1)
    assert figures.of_city(other).whole.procedures.total == 2


def test_figures_are_added_up_by_year_and_division():
    city = CityFactory()
    lots = [Lot(estimated="400", codes=GENDER), Lot("LOT-0002", estimated="600", cpv="45000000-7")]

    take(
        city,
        made.Notice(lots, day="2024-03-01Z"),
        made.Notice([Lot(codes={"strategic-procurement": ["none"]})], day="2025-01-01Z"),
    )
    found = figures.of_city(city)

    assert (found.whole.lots.total, found.whole.lots.gender, found.whole.lots.could_state) == (3, 1, 3)
    assert {year: each.lots.total for year, each in found.by_year.items()} == {2024: 2, 2025: 1}
    assert {division: each.lots.total for division, each in found.by_division.items()} == {"90": 2, "45": 1}
    [(_measure, currency)] = found.whole.values
    assert (currency, found.whole.values["estimated", "SEK"].total) == ("SEK", 100_000)
    assert found.by_division["45"].values["estimated", "SEK"].by_aim == {"not_stated": 60_000}


def test_figures_need_as_many_queries_for_many_notices_as_for_one(django_assert_num_queries):
    city = CityFactory()
    take(city, *(made.Notice(day=f"20{year}-01-01Z") for year in (23, 24, 25)))

    with django_assert_num_queries(4):
        figures.of_city(city)


def drawn_notices(drawn) -> list[bytes]:
    found = []
    for place, (procedure, version, changed, aim, estimated) in enumerate(drawn):
        notice = made.Notice(
            [Lot(codes=GENDER if aim else {}, estimated=estimated)],
            identifier=f"n{place % 3}",
            procedure=f"p{procedure}" if procedure else None,
            version=str(version),
            changes=f"n{changed}" if changed < 3 else "",
            day="2024-05-01",
        )
        found.append(notice.xml())
    return found


@given(
    st.lists(
        st.tuples(
            st.integers(0, 2), st.integers(1, 2), st.integers(0, 4), st.booleans(), st.sampled_from(["", "5.25"])
        ),
        min_size=1,
        max_size=6,
    ),
    st.randoms(use_true_random=False),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_neither_order_nor_repetition_nor_the_number_of_imports_changes_anything(drawn, random):
    files = drawn_notices(drawn)
    mixed = [*files, *random.sample(files, len(files) // 2)]
    random.shuffle(mixed)
    cut = random.randint(0, len(mixed))
    once, often = CityFactory(), CityFactory()

    take(once, *files)
    take(often, *mixed[:cut])
    take(often, *mixed[cut:])

    assert standing(once) == standing(often)
    total = figures.of_city(once).whole
    assert total.lots.total == sum(each.lots.total for each in figures.of_city(once).by_year.values())
    assert total.lots.total == sum(total.lots.by_aim.values())
    assert Decimal(total.values["estimated", "SEK"].total) % 525 == 0
