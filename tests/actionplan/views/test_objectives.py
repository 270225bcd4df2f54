from __future__ import annotations

import pytest

from tests.factories import ActionFactory, MembershipFactory, ObjectiveFactory

pytestmark = pytest.mark.django_db


def test_an_objective_shows_the_actions_that_serve_it(client):
    objective = ObjectiveFactory(description="9 of 10 by 2028")
    serving = ActionFactory(plan=objective.plan, objective=objective, title="Smaller lots")
    ActionFactory(plan=objective.plan, title="Something else")
    client.force_login(MembershipFactory(city=objective.plan.city).user)

    response = client.get(objective.get_absolute_url())

    assert [row.action for row in response.context["rows"]] == [serving]
    assert "9 of 10 by 2028" in response.content.decode()


def test_an_objective_without_an_action_says_so(client):
    objective = ObjectiveFactory()
    client.force_login(MembershipFactory(city=objective.plan.city).user)

    assert "No action yet" in client.get(objective.get_absolute_url()).content.decode()
