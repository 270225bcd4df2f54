from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import CityFactory, InvitationFactory, MembershipFactory, OrganisationFactory
from ulg.models import Visit
from ulg.services import group

pytestmark = pytest.mark.django_db


def member(city, name, sector=None, **fields):
    organisation = OrganisationFactory(city=city, sector=sector) if sector else None
    return MembershipFactory(city=city, user__name=name, organisation=organisation, **fields)


def test_members_stand_sector_by_sector_and_by_name_in_each():
    city = CityFactory()
    for name, sector in [("Ove", None), ("Eva", "knowledge"), ("bo", "public"), ("Ada", "civic"), ("Ann", "public")]:
        member(city, name, sector)

    names = [str(seat) for seat in group.members(city)]

    assert names == ["Ann", "bo", "Ada", "Eva", "Ove"]


def test_neither_former_members_nor_those_of_other_cities_are_listed():
    city = CityFactory()
    here = member(city, "Here")
    member(city, "Gone", ended_at=timezone.now())
    member(CityFactory(), "Elsewhere")

    assert list(group.members(city)) == [here]


def test_a_member_shows_how_far_the_newest_invitation_has_come():
    seat = MembershipFactory()
    used = timezone.now() - timedelta(days=9)
    InvitationFactory(membership=seat, token="first", accepted_at=used)
    newest = InvitationFactory(membership=seat, token="second", mailed_at=None)

    shown = group.members(seat.city).get()

    assert (shown.invited_at, shown.mailed_at, shown.accepted_at) == (newest.sent_at, None, used)


def test_a_member_shows_when_she_was_last_here():
    seat = MembershipFactory()
    Visit.note(seat)

    assert group.members(seat.city).get().visit.seen_at == seat.visit.seen_at


def test_every_sector_is_counted_also_without_members():
    city = CityFactory()
    member(city, "Ann", "public")
    member(city, "Bo", "public")
    member(city, "Gone", "private", ended_at=timezone.now())
    member(city, "Ove")

    assert [sector.count for sector in group.sector_counts(city)] == [2, 0, 0, 0]


def test_former_members_stand_with_the_latest_first():
    city = CityFactory()
    now = timezone.now()
    long_ago = member(city, "A", ended_at=now - timedelta(days=300))
    lately = member(city, "B", ended_at=now)
    member(city, "C")

    assert list(group.former_members(city)) == [lately, long_ago]
