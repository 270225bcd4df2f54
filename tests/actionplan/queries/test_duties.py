from __future__ import annotations

from datetime import date

import pytest

from actionplan.queries.duties import readiness
from tests.factories import ActionFactory

pytestmark = pytest.mark.django_db


def missing_of(action, *, has_indicator=False):
    found = readiness(action, has_indicator=has_indicator)
    return [(each.duty, each.url.rpartition("/")[2]) for each in found.missing]


def test_an_idea_lacks_all_six_duties_each_with_its_field():
    action = ActionFactory()

    assert missing_of(action) == [
        ("timing", "#id_starts_on"),
        ("responsible", "#id_lead"),
        ("cost", "#id_cost_kind"),
        ("funding", "#id_funding_source"),
        ("indicator", f"?action={action.pk}"),
        ("risk", "#id_risk"),
    ]


def test_a_duty_that_is_half_answered_leads_to_the_other_half():
    action = ActionFactory(starts_on=date(2026, 1, 1), cost_kind="once", funding_source="Own budget", lead="Office")

    assert missing_of(action, has_indicator=True) == [
        ("timing", "#id_ends_on"),
        ("cost", "#id_cost_amount"),
        ("funding", "#id_funding_status"),
        ("risk", "#id_risk"),
    ]


def test_an_action_that_answers_for_everything_is_ready():
    action = ActionFactory(
        starts_on=date(2026, 1, 1), ends_on=date(2026, 6, 30), lead="Office", cost_kind="none", risk="Nobody has time"
    )

    ready = readiness(action, has_indicator=True)

    assert (ready.missing, ready.answered, ready.total) == ((), 6, 6)
