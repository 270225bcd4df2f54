from __future__ import annotations

import pytest
from django.urls import reverse

from actionplan.models import PublishedName
from actionplan.services import versions
from tests.factories import MembershipFactory, PlanFactory
from tests.sent_forms import confirm

pytestmark = pytest.mark.django_db


def publish(plan):
    return versions.publish_version(plan, by=MembershipFactory(city=plan.city, role="coordinator"))


def test_a_person_takes_her_own_name_out_of_every_version_and_nobody_elses(client):
    plan = PlanFactory()
    anna = MembershipFactory(city=plan.city, user__name="Anna", published_as="name")
    karin = MembershipFactory(city=plan.city, user__name="Karin", published_as="name")
    publish(plan)
    publish(plan)
    client.force_login(anna.user)

    confirm(client, client.get(reverse("actionplan:my-name", args=[plan.city.slug])))

    rows = PublishedName.objects.filter(membership__in=[anna, karin]).order_by("membership", "version")
    assert list(rows.values_list("shown_as", "name")) == [
        ("anonymous", ""),
        ("anonymous", ""),
        ("name", "Karin"),
        ("name", "Karin"),
    ]


def test_the_page_shows_how_one_stands_in_each_version(client):
    plan = PlanFactory()
    anna = MembershipFactory(city=plan.city, user__name="Anna", published_as="name")
    version = publish(plan)
    client.force_login(anna.user)

    response = client.get(reverse("actionplan:my-name", args=[plan.city.slug]))

    assert [(row.version, row.name) for row in response.context["rows"]] == [(version, "Anna")]
