from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.notices.archives import File
from actionplan.queries import women_owned
from actionplan.queries.women_owned import Awarded
from actionplan.reference.suppliers import Ownership
from actionplan.services import notices
from tests.factories import CityFactory, SupplierFactory
from tests.notices import Lot, Notice

CENTS = st.dictionaries(st.sampled_from([each.value for each in Ownership]), st.integers(-(10**6), 10**15))
CLASSES = [Ownership.WOMEN_OWNED, Ownership.WOMEN_LED, Ownership.MIXED]


@given(CENTS)
def test_parts_add_up_and_the_unknown_is_the_width_of_a_range(by_class):
    found = Awarded(2024, "SEK", by_class)

    assert found.total == found.of(*Ownership)
    for each in CLASSES:
        share = found.share(each)
        assert (share is None) is (found.unknown_share is None) is (found.total <= 0 or min(by_class.values()) < 0)
        if share is not None:
            assert 0 <= share.lower <= share.upper <= 1
            assert share.upper - share.lower == found.unknown_share
            assert share.lower * found.total == found.of(each)


def take(city, *lots: Lot, day: str = "2024-02-01Z", **fields) -> None:
    made = Notice(list(lots), form="result", day=day, **fields)
    list(notices.import_files(city, [File("a.xml", made.xml())], by=None))


def won(value: str, *firms: str, currency: str = "SEK", name: str = "LOT-0001") -> Lot:
    return Lot(name, won=value, winners=[f"{firm} Firm" for firm in firms], currency=currency)


def register(city, **ownerships: str) -> None:
    for number, ownership in ownerships.items():
        SupplierFactory(city=city, shown_number=f"556000-{number[1:]}", ownership=ownership)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("winners", "ownership"),
    [
        (["SE556000000101"], "women-owned"),
        (["556000-0001", "5560000002"], "women-owned"),
        (["556000-0001", "556000-0003"], "mixed"),
        (["556000-0003", "556000-0004"], "mixed"),
        (["556000-0001", "556000-9999"], "unknown"),
        (["556000-0001", "556000-0005"], "unknown"),
        (["556000-0001", ""], "unknown"),
        ([], "unknown"),
    ],
)
def test_tender_counts_in_the_class_of_the_firms_that_made_it(winners, ownership):
    city = CityFactory()
    register(city, n0001="women-owned", n0002="women-owned", n0003="women-led", n0004="men-owned", n0005="unknown")
    register(CityFactory(), n9999="women-owned")

    take(city, won("100.50", *winners))

    assert women_owned.awarded(city) == [Awarded(2024, "SEK", {ownership: 10050})]


@pytest.mark.django_db
def test_years_and_currencies_stand_apart():
    city = CityFactory()
    register(city, n0001="women-owned")
    take(city, won("100", "556000-0001"), won("50", name="LOT-0002"), won("7", currency="EUR", name="LOT-0003"))
    take(city, won("30", "556000-0001"), day="2025-02-01Z")

    assert women_owned.awarded(city) == [
        Awarded(2024, "EUR", {"unknown": 700}),
        Awarded(2024, "SEK", {"women-owned": 10000, "unknown": 5000}),
        Awarded(2025, "SEK", {"women-owned": 3000}),
    ]
    assert [each.year for each in women_owned.awarded(city, 2025)] == [2025]


@pytest.mark.django_db
def test_firm_that_is_added_later_is_known_from_then_on():
    city = CityFactory()
    take(city, won("100", "556000-0001"))

    register(city, n0001="mixed")

    assert women_owned.awarded(city) == [Awarded(2024, "SEK", {"mixed": 10000})]
    assert women_owned.firms(city) == {**dict.fromkeys(Ownership, 0), Ownership.MIXED: 1}
