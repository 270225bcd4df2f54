from __future__ import annotations

import pytest
from django.db import transaction

from actionplan.services import versions
from tests.factories import BarrierFactory, CommentFactory, MembershipFactory, SectionFactory
from ulg.models import City, Stamp
from ulg.services import cities, saving, stamps

pytestmark = pytest.mark.django_db


def stamp_of(city: City) -> str:
    return Stamp.objects.get(city=city).value


def change(record, **changes):
    by = MembershipFactory(city=city_of(record))
    before = stamp_of(by.city)
    saving.save(record, changes, seen=record.revision, by=by)
    return before != stamp_of(by.city)


def city_of(record) -> City:
    return record if isinstance(record, City) else getattr(record, "city", None) or record.plan.city


def test_a_new_city_has_a_stamp():
    city = cities.open_city("umea", name="Umeå", language="sv")

    assert len(stamp_of(city)) == 16


@pytest.mark.parametrize(
    ("make", "changes"),
    [
        (BarrierFactory, {"title": "New"}),
        (SectionFactory, {"text": "<p>New</p>"}),
        (MembershipFactory, {"function": "New"}),
        (lambda: MembershipFactory().city, {"name": "New"}),
    ],
    ids=["record", "section", "membership", "city"],
)
def test_what_is_saved_in_a_city_brings_a_new_stamp(make, changes):
    assert change(make(), **changes)


def test_a_save_that_changes_nothing_brings_none():
    barrier = BarrierFactory(title="The same")

    assert not change(barrier, title="The same")


def test_a_comment_brings_none_for_pages_ask_for_comments_each_time():
    assert not change(CommentFactory(), text="New words")


def test_a_published_version_brings_a_new_stamp_for_the_overview_names_the_next():
    barrier = BarrierFactory()
    before = stamp_of(barrier.plan.city)

    versions.publish_version(barrier.plan, by=MembershipFactory(city=barrier.plan.city))

    assert stamp_of(barrier.plan.city) != before


def test_another_city_keeps_its_stamp():
    other = MembershipFactory().city
    before = stamp_of(other)

    change(BarrierFactory(), title="New")

    assert stamp_of(other) == before


def test_a_name_that_changes_brings_a_new_stamp_to_every_city_of_the_person():
    seats = [MembershipFactory()]
    seats += [MembershipFactory(user=seats[0].user), MembershipFactory()]
    before = [stamp_of(seat.city) for seat in seats]

    stamps.renew_all_of(seats[0].user)

    assert [stamp_of(seat.city) == old for seat, old in zip(seats, before, strict=True)] == [False, False, True]


@pytest.mark.django_db(transaction=True)
def test_a_stamp_comes_once_the_change_stands_and_not_before():
    barrier = BarrierFactory()
    before = stamp_of(barrier.plan.city)

    with transaction.atomic():
        saving.save(barrier, {"title": "New"}, seen=1, by=MembershipFactory(city=barrier.plan.city))
        meanwhile = stamp_of(barrier.plan.city)

    assert (meanwhile == before, stamp_of(barrier.plan.city) == before) == (True, False)
