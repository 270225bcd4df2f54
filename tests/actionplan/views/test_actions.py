from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from actionplan.models import Action
from tests.factories import (
    ActionFactory,
    IndicatorFactory,
    MembershipFactory,
    ObjectiveFactory,
    PlanFactory,
    SolutionFactory,
)
from ulg.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return PlanFactory(city__currency="SEK")


def open_list(client, plan, role=Role.EDITOR):
    client.force_login(MembershipFactory(city=plan.city, role=role).user)
    return client.get(reverse("actionplan:actions", args=[plan.city.slug]))


def complete(plan, **fields):
    answers = {
        "starts_on": date(2026, 1, 15),
        "ends_on": date(2026, 12, 1),
        "lead": "Procurement office",
        "cost_kind": "once",
        "cost_amount": Decimal(85000),
        "funding_source": "Own budget",
        "funding_status": "secured",
        "risk": "Nobody has time",
    }
    action = ActionFactory(plan=plan, **{**answers, **fields})
    IndicatorFactory(plan=plan, actions=[action], baseline=Decimal(0), target=Decimal(4))
    return action


def test_actions_stand_under_their_objectives(client, plan):
    objectives = ObjectiveFactory.create_batch(2, plan=plan)
    gone = ObjectiveFactory(plan=plan, removed_at=timezone.now())
    without, orphan = ActionFactory(plan=plan), ActionFactory(plan=plan, objective=gone)
    second, first = [ActionFactory(plan=plan, objective=each) for each in reversed(objectives)]

    groups = open_list(client, plan).context["groups"]

    assert [(group.objective, [row.action for row in group.rows]) for group in groups] == [
        (objectives[0], [first]),
        (objectives[1], [second]),
        (None, [without, orphan]),
    ]


def test_an_objective_that_no_action_serves_is_named(client, plan):
    served, unserved = ObjectiveFactory.create_batch(2, plan=plan)
    ActionFactory(plan=plan, objective=served)

    response = open_list(client, plan)

    assert list(response.context["unserved"]) == [unserved]
    assert f"?objective={unserved.pk}" in response.content.decode()


def test_a_complete_action_shows_who_when_cost_and_readiness(client, plan):
    complete(plan, status="funded")

    page = open_list(client, plan, Role.OBSERVER).content.decode()

    for words in ("Procurement office", "2026 Q1–", "2026 Q4", "85,000\u00a0SEK", "Secured", "step 5 of 7", "6 of 6"):
        assert words in page
    assert "Missing" not in page


def test_missing_duties_are_said_in_words_with_a_way_to_the_field(client, plan):
    action = ActionFactory(plan=plan)

    page = open_list(client, plan).content.decode()

    edit = reverse("actionplan:action-edit", args=[plan.city.slug, action.pk])
    assert f'Missing: <a href="{edit}#id_starts_on">when</a>, <a href="{edit}#id_lead">who</a>' in page


def test_who_may_not_edit_reads_what_is_missing_without_links(client, plan):
    ActionFactory(plan=plan)

    page = open_list(client, plan, Role.MEMBER).content.decode()

    assert "Missing: when, who, cost, funding, indicator, risk" in page


def test_a_dropped_action_is_not_asked_to_be_ready(client, plan):
    ActionFactory(plan=plan, status="dropped", title="Newsletter")

    page = open_list(client, plan).content.decode()

    assert ('<span class="status status-parked">Dropped</span>' in page, "0 of 6" in page) == (True, False)


def test_the_timeline_is_drawn_beside_its_table(client, plan):
    complete(plan, title="<Lots> & more")
    ActionFactory(plan=plan, title="Without days")

    response = open_list(client, plan)

    (chart,) = response.context["charts"]
    page = response.content.decode()
    assert chart.svg in page
    assert "&lt;Lots&gt; &amp; more" in chart.svg
    assert '<td data-label="Begins">15 January 2026</td>' in page


def test_no_day_means_no_timeline(client, plan):
    ActionFactory(plan=plan)

    assert open_list(client, plan).context["charts"] == []


def test_an_indicator_shows_its_values_with_their_years_and_what_is_missing(client, plan):
    IndicatorFactory(plan=plan, baseline=Decimal("3.50"), baseline_year=2024, unit="per cent")

    page = open_list(client, plan).content.decode()

    assert '3.5<span class="under">2024</span>' in page
    assert page.count("Missing") == 1
    assert ("No source" in page, "No action" in page) == (True, True)


def test_an_empty_list_leads_to_the_solutions(client, plan):
    page = open_list(client, plan).content.decode()

    assert "The plan has no actions yet" in page
    assert reverse("actionplan:solutions", args=[plan.city.slug]) in page


def test_an_action_is_written_with_all_its_duties(client, plan):
    objective, solution = ObjectiveFactory(plan=plan), SolutionFactory(plan=plan)
    client.force_login(MembershipFactory(city=plan.city, role=Role.EDITOR).user)
    posted = {
        "title": "Three tenders in lots",
        "objective": objective.pk,
        "solution": solution.pk,
        "status": "costed",
        "starts_on": "2026-01-15",
        "ends_on": "2026-12-01",
        "lead": "Procurement office",
        "cost_kind": "yearly",
        "cost_amount": "85\u00a0000,50",
        "cost_hours": "1 200",
        "funding_source": "Own budget",
        "funding_status": "applied",
        "risk": "Nobody has time",
        "risk_likelihood": "3",
        "risk_impact": "4",
    }

    client.post(reverse("actionplan:action-add", args=[plan.city.slug]), posted)

    action = Action.objects.get()
    assert (action.objective, action.solution, action.starts_on) == (objective, solution, date(2026, 1, 15))
    assert (action.cost_amount, action.cost_hours, action.risk_score) == (Decimal("85000.50"), 1200, 12)
    assert action.missing_duties(has_indicator=False) == ["indicator"]


def test_an_action_page_says_what_it_takes(client, plan):
    solution = SolutionFactory(plan=plan)
    action = complete(plan, solution=solution, risk_likelihood=3, risk_impact=4, cost_kind="yearly")
    client.force_login(MembershipFactory(city=plan.city, role=Role.OBSERVER).user)

    page = client.get(action.get_absolute_url()).content.decode()

    for words in ("6 of 6", "85,000\u00a0SEK a year", "Own budget", "Likelihood 3 × consequence 4 = 12 of 25"):
        assert words in page
    assert f'Based on</dt><dd><a href="{solution.get_absolute_url()}">' in page


def test_an_action_page_names_its_indicators_among_what_it_takes(client, plan):
    action = ActionFactory(plan=plan)
    indicator = IndicatorFactory(plan=plan, actions=[action], title="Tenders with criteria")
    client.force_login(MembershipFactory(city=plan.city, role=Role.OBSERVER).user)

    page = html.fromstring(client.get(action.get_absolute_url()).content)

    [answer] = page.xpath("//dl[@class='answers']/div[dt='Indicator']/dd")
    assert [link.get("href") for link in answer.iter("a")] == [indicator.get_absolute_url()]


def test_the_objective_of_the_address_is_chosen(client, plan):
    objective = ObjectiveFactory(plan=plan)
    client.force_login(MembershipFactory(city=plan.city, role=Role.EDITOR).user)

    response = client.get(reverse("actionplan:action-add", args=[plan.city.slug]) + f"?objective={objective.pk}")

    assert f'<option value="{objective.pk}" selected>' in response.content.decode()
