from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import BarrierFactory, FindingFactory, MembershipFactory, PlanFactory
from ulg.roles import Role

pytestmark = pytest.mark.django_db


def open_baseline(client, plan, role=Role.MEMBER):
    client.force_login(MembershipFactory(city=plan.city, role=role).user)
    return client.get(reverse("actionplan:findings", args=[plan.city.slug])).content.decode()


def test_the_baseline_shows_source_year_and_the_barriers_that_build_on_it(client):
    finding = FindingFactory(source="Register of contracts", year=2022)
    barrier = BarrierFactory(plan=finding.plan, findings=[finding])
    gone = BarrierFactory(plan=finding.plan, findings=[finding], removed_at=timezone.now())

    page = open_baseline(client, finding.plan)

    for words in ("Register of contracts", ">2022<", f'href="{barrier.get_absolute_url()}"'):
        assert words in page
    assert gone.get_absolute_url() not in page


def test_a_finding_without_source_or_barrier_says_so(client):
    page = open_baseline(client, FindingFactory().plan)

    assert ("No source" in page, "No barriers yet" in page) == (True, True)


@pytest.mark.parametrize(("role", "invited"), [(Role.MEMBER, False), (Role.EDITOR, True)])
def test_an_empty_baseline_invites_whoever_may_add_a_finding(client, role, invited):
    page = open_baseline(client, PlanFactory(), role)

    assert "The baseline has no findings yet" in page
    assert ("Add the first finding" in page) is invited
