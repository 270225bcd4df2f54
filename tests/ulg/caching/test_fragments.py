from __future__ import annotations

from datetime import date

import pytest
from django.test import RequestFactory
from django.utils import translation
from django.utils.safestring import mark_safe

from tests.factories import MembershipFactory
from ulg.caching import fragments, revisions
from ulg.caching.fragments import COMMENTS, PEOPLE, PLAN
from ulg.models import CityRevision
from ulg.roles import Role

pytestmark = pytest.mark.django_db


def request_of(seat):
    request = RequestFactory().get("/")
    request.user, request.membership, request.city = seat.user, seat, seat.city
    return request


def drawn(seat, *name, until=(PLAN,)) -> bool:
    """Whether the fragment had to be made."""
    seat.city = type(seat.city).objects.select_related("page_revision").get(pk=seat.city_id)
    made = []
    fragments.cached(request_of(seat), *name, make=lambda: made.append(True), until=until)
    return bool(made)


def test_a_fragment_is_made_once_for_everybody_of_one_role():
    anna, karin = MembershipFactory(role=Role.MEMBER), MembershipFactory(role=Role.MEMBER)
    karin.city = anna.city
    karin.city_id = anna.city_id

    assert [drawn(anna, "list"), drawn(anna, "list"), drawn(karin, "list")] == [True, False, False]


def test_a_fragment_is_made_anew_for_another_role_language_day_name_and_city(monkeypatch):
    anna = MembershipFactory(role=Role.MEMBER)
    made = [drawn(anna, "list", "1"), drawn(anna, "list", "2")]
    anna.role = Role.EDITOR
    made.append(drawn(anna, "list", "1"))
    with translation.override("sv"):
        made.append(drawn(anna, "list", "1"))
    monkeypatch.setattr(fragments.timezone, "localdate", lambda: date(2030, 1, 1))
    made.append(drawn(anna, "list", "1"))
    made.append(drawn(MembershipFactory(role=Role.EDITOR), "list", "1"))

    assert made == [True] * 6


def test_a_fragment_is_made_anew_after_the_city_has_changed():
    anna = MembershipFactory()
    drawn(anna, "list")

    revisions.renew(anna)

    assert drawn(anna, "list")


def test_a_fragment_is_valid_until_a_part_that_it_shows_is_renewed():
    anna = MembershipFactory()
    names = {each: (each,) for each in (PLAN, PEOPLE, COMMENTS)}
    for each, name in names.items():
        drawn(anna, *name, until=(each,))

    CityRevision.objects.filter(city=anna.city).update(comments="new")

    assert [drawn(anna, *name, until=(each,)) for each, name in names.items()] == [False, False, True]


def test_a_name_as_long_as_a_comment_with_a_hundred_replies_is_no_trouble():
    anna = MembershipFactory()
    name = ("comment", tuple((number, 1, number) for number in range(100)))

    assert [drawn(anna, *name), drawn(anna, *name), drawn(anna, name[0], name[1][:-1])] == [True, False, True]


def test_nothing_is_kept_of_a_city_without_a_revision():
    anna = MembershipFactory()
    CityRevision.objects.filter(city=anna.city).delete()

    assert [drawn(anna, "list"), drawn(anna, "list")] == [True, True]


def test_of_several_fragments_only_those_that_are_missing_are_made():
    request = request_of(MembershipFactory())
    fragments.cached_many(request, [("a",), ("b",)], lambda names: [name[0].upper() for name in names])
    asked = []

    def make(names):
        asked.extend(names)
        return ["made"]

    assert (fragments.cached_many(request, [("a",), ("c",), ("b",)], make), asked) == (["A", "made", "B"], [("c",)])


def test_a_mark_is_filled_with_escaped_text():
    html = mark_safe(f"<b>{fragments.placeholder('person')}</b>")

    assert fragments.fill(html, person="<Anna>") == "<b>&lt;Anna&gt;</b>"
