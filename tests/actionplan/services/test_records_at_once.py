"""Two people who add the same record in one moment: each has their own, under a code of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier as Start

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from actionplan.models import Barrier
from tests.factories import MembershipFactory, PlanFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_people_who_raise_the_same_barrier_at_once_raise_one_each():
    plan = PlanFactory()
    seats = [MembershipFactory(city=plan.city) for _each in range(3)]
    start = Start(len(seats))

    def raise_it(seat):
        browser = Client()
        browser.force_login(seat.user)
        start.wait(timeout=20)
        try:
            url = reverse("actionplan:barrier-add", args=[plan.city.slug])
            return browser.post(url, {"title": "The lots are too large", "category": "market"}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(seats)) as pool:
        answers = list(pool.map(raise_it, seats))

    assert answers == [302] * 3
    assert sorted(Barrier.objects.values_list("number", flat=True)) == [1, 2, 3]
    assert {barrier.created_by for barrier in Barrier.objects.all()} == {*seats}
