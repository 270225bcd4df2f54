from __future__ import annotations

import pytest
from django.db import transaction

from actionplan.services import versions
from tests.factories import BarrierFactory, CommentFactory, MembershipFactory, OrganisationFactory, SectionFactory
from ulg.caching import revisions
from ulg.models import City, CityRevision
from ulg.services import cities
from ulg.writing import saving

pytestmark = pytest.mark.django_db


PARTS = ("plan", "people", "comments")


def revision_of(city: City) -> dict[str, str]:
    return CityRevision.objects.filter(city=city).values(*PARTS).get()


def change(record, **changes) -> set[str]:
    """The parts of the city whose revision the change renews."""
    by = MembershipFactory(city=city_of(record))
    before = revision_of(by.city)
    saving.save(record, changes, seen=record.revision, by=by)
    return {part for part, revision in revision_of(by.city).items() if revision != before[part]}


def city_of(record) -> City:
    return record if isinstance(record, City) else getattr(record, "city", None) or record.plan.city


def test_a_new_city_has_a_revision():
    city = cities.open_city("umea", name="Umeå", language="sv")

    assert [len(each) for each in revision_of(city).values()] == [16, 16, 16]


@pytest.mark.parametrize(
    ("make", "changes", "parts"),
    [
        (BarrierFactory, {"title": "New"}, {"plan"}),
        (SectionFactory, {"text": "<p>New</p>"}, {"plan"}),
        (CommentFactory, {"text": "New"}, {"comments"}),
        (MembershipFactory, {"function": "New"}, {"plan", "people"}),
        (OrganisationFactory, {"name": "New"}, {"plan", "people"}),
        (lambda: MembershipFactory().city, {"name": "New"}, {"plan", "people"}),
    ],
    ids=["record", "section", "comment", "membership", "organisation", "city"],
)
def test_what_is_saved_in_a_city_renews_the_revision_of_the_parts_that_it_belongs_to(make, changes, parts):
    assert change(make(), **changes) == parts


def test_a_save_that_changes_nothing_brings_none():
    barrier = BarrierFactory(title="The same")

    assert change(barrier, title="The same") == set()


def test_a_published_version_brings_a_new_revision_for_the_overview_names_the_next():
    barrier = BarrierFactory()
    before = revision_of(barrier.plan.city)

    versions.publish_version(barrier.plan, by=MembershipFactory(city=barrier.plan.city))

    assert revision_of(barrier.plan.city) != before


def test_another_city_keeps_its_revision():
    other = MembershipFactory().city
    before = revision_of(other)

    change(BarrierFactory(), title="New")

    assert revision_of(other) == before


def test_a_name_that_changes_brings_a_new_revision_to_every_city_of_the_person():
    seats = [MembershipFactory()]
    seats += [MembershipFactory(user=seats[0].user), MembershipFactory()]
    before = [revision_of(seat.city) for seat in seats]

    revisions.renew_all_of(seats[0].user)

    assert [revision_of(seat.city) == old for seat, old in zip(seats, before, strict=True)] == [False, False, True]


@pytest.mark.django_db(transaction=True)
def test_a_revision_is_renewed_once_the_change_is_committed_and_not_before():
    barrier = BarrierFactory()
    before = revision_of(barrier.plan.city)

    with transaction.atomic():
        saving.save(barrier, {"title": "New"}, seen=1, by=MembershipFactory(city=barrier.plan.city))
        meanwhile = revision_of(barrier.plan.city)

    assert (meanwhile == before, revision_of(barrier.plan.city) == before) == (True, False)
