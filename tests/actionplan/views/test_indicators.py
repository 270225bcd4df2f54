from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse

from actionplan.models import Indicator
from tests.factories import ActionFactory, IndicatorFactory, MembershipFactory
from ulg.roles import Role

pytestmark = pytest.mark.django_db


def test_an_indicator_is_added_for_the_action_that_lacked_one(client):
    action = ActionFactory()
    client.force_login(MembershipFactory(city=action.plan.city, role=Role.EDITOR).user)
    address = reverse("actionplan:indicator-add", args=[action.plan.city.slug])

    asked = client.get(f"{address}?action={action.pk}")
    client.post(address, {"title": "Lots", "baseline": "3,5", "actions": asked.context["form"]["actions"].value()})

    indicator = Indicator.objects.get()
    assert (indicator.baseline, list(indicator.actions.all())) == (Decimal("3.5"), [action])


def test_an_indicator_says_which_value_is_missing(client):
    indicator = IndicatorFactory(target=Decimal(25), target_year=2029)
    client.force_login(MembershipFactory(city=indicator.plan.city).user)

    page = client.get(indicator.get_absolute_url()).content.decode()

    assert (page.count("Missing"), "<b>25</b>" in page, "2029" in page) == (1, True, True)
