"""A member corrects a barrier in the moment in which somebody comments on it, each with a connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier as Start

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from actionplan.models import Barrier
from tests.factories import BarrierFactory, MembershipFactory
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds: Callable[[], int]) -> list[int]:
    start = Start(len(deeds))

    def run(deed: Callable[[], int]) -> int:
        try:
            start.wait()
            return deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


@pytest.mark.parametrize("turn", range(4))
def test_what_has_a_comment_is_not_corrected_afterwards(turn):
    member = MembershipFactory(role=Role.MEMBER)
    other = MembershipFactory(city=member.city, role=Role.MEMBER)
    barrier = BarrierFactory(plan__city=member.city, by=member, title="As it was")
    barrier.refresh_from_db()

    def send(seat, name, keys, values):
        browser = Client()
        browser.force_login(seat.user)
        return browser.post(reverse(f"actionplan:{name}", args=[member.city.slug, *keys]), values).status_code

    correction, comment = at_once(
        lambda: send(member, "barrier-edit", [barrier.pk], {"title": "Corrected", "category": "market", "revision": 1}),
        lambda: send(other, "comment-add", ["barrier", barrier.pk], {"text": "True."}),
    )

    barrier = Barrier.objects.get(pk=barrier.pk)
    said = barrier.comments.get()
    assert comment == 302
    assert (correction, barrier.title) in [(302, "Corrected"), (403, "As it was")]
    assert (
        send(member, "barrier-edit", [barrier.pk], {"title": "Once more", "category": "market", "revision": 2}) == 403
    )
    assert (said.text, Barrier.objects.get().title) == ("True.", barrier.title)
