from __future__ import annotations

import pytest
from django.urls import reverse
from lxml.html import document_fromstring as document

from actionplan.models import Action, Solution
from tests.factories import (
    ActionFactory,
    BarrierFactory,
    MembershipFactory,
    ObjectiveFactory,
    PlanFactory,
    SolutionFactory,
)
from ulg.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def solution():
    barrier = BarrierFactory(title="Too large")
    return SolutionFactory(plan=barrier.plan, barriers=[barrier], title="Smaller lots")


def adopt_url(solution, city=None):
    return reverse("actionplan:solution-adopt", args=[(city or solution.plan.city).slug, solution.pk])


def log_in(client, plan, role=Role.EDITOR):
    seat = MembershipFactory(city=plan.city, role=role)
    client.force_login(seat.user)
    return seat


def test_a_member_proposes_a_solution_for_the_barrier_she_came_from(client):
    barrier = BarrierFactory()
    log_in(client, barrier.plan, Role.MEMBER)
    address = reverse("actionplan:solution-add", args=[barrier.plan.city.slug])

    asked = client.get(f"{address}?barrier={barrier.pk}")
    posted = {"title": "Smaller lots", "solution_type": "process", "barriers": [barrier.pk], "status": "selected"}
    client.post(address, posted)

    solution = Solution.objects.get()
    assert asked.context["form"]["barriers"].value() == [str(barrier.pk)]
    assert (solution.status, list(solution.barriers.all())) == ("proposed", [barrier])


def test_a_city_without_barriers_says_what_to_do_first(client):
    plan = PlanFactory()
    log_in(client, plan, Role.MEMBER)

    response = client.post(reverse("actionplan:solution-add", args=[plan.city.slug]), {"title": "Lots"})

    page = response.content.decode()
    assert (response.status_code, '<a href="#id_barriers">' in page, 'id="id_barriers"' in page) == (422, True, True)
    assert "add it first" in page


def test_the_list_says_which_action_a_solution_became(client, solution):
    action = ActionFactory(plan=solution.plan, solution=solution)
    without_action = SolutionFactory(plan=solution.plan)
    SolutionFactory(plan=solution.plan, status="rejected", rejected_reason="Too dear")
    log_in(client, solution.plan, Role.OBSERVER)

    page = client.get(reverse("actionplan:solutions", args=[solution.plan.city.slug]))

    rows = page.content.decode().split("<tr>")[2:]
    assert [action.code in row for row in rows] == [True, False, False]
    assert ["No action yet" in row for row in rows] == [False, True, False]
    assert ["No barriers" in row for row in rows] == [False, True, True]
    assert without_action.title in rows[1]


@pytest.mark.parametrize(
    ("asked", "found"), [("?status=rejected", ["B"]), ("?solution_type=policy&q=a", ["A"]), ("?q=none", [])]
)
def test_the_list_is_filtered(client, asked, found):
    plan = PlanFactory()
    SolutionFactory(plan=plan, title="A", solution_type="policy")
    SolutionFactory(plan=plan, title="B", status="rejected", rejected_reason="Too dear")
    log_in(client, plan)

    response = client.get(reverse("actionplan:solutions", args=[plan.city.slug]) + asked)

    assert document(response.content).xpath("//tbody//th/a/text()") == found


@pytest.mark.parametrize("role", Role)
def test_adopting_is_for_staff(client, solution, role):
    log_in(client, solution.plan, role)

    answers = [
        client.get(adopt_url(solution)).status_code,
        client.post(adopt_url(solution), {"title": "Lots", "revision": 1}).status_code,
    ]

    assert answers == ([200, 302] if role in (Role.EDITOR, Role.COORDINATOR) else [403, 403])


def test_another_citys_solution_cannot_be_adopted(client, solution):
    stranger = log_in(client, PlanFactory(), Role.COORDINATOR)

    answers = [client.post(adopt_url(solution, city)).status_code for city in (solution.plan.city, stranger.city)]

    assert answers == [404, 404]


def test_the_page_is_filled_in_and_says_what_will_happen(client, solution):
    log_in(client, solution.plan)

    response = client.get(adopt_url(solution))

    form = response.context["form"]
    assert (form["title"].value(), form["revision"].value()) == ("Smaller lots", 1)
    assert list(response.context["barriers"]) == list(solution.barriers.all())


def test_an_adopted_solution_and_its_action_show_each_other(client, solution):
    objective = ObjectiveFactory(plan=solution.plan)
    log_in(client, solution.plan)

    response = client.post(adopt_url(solution), {"title": "Three tenders", "objective": objective.pk, "revision": 1})

    action = Action.objects.get()
    pages = [client.get(each.get_absolute_url()).content.decode() for each in (solution, action)]
    assert (response.status_code, response.url) == (302, action.get_absolute_url())
    assert (action.title, action.objective, action.solution) == ("Three tenders", objective, solution)
    assert f'href="{action.get_absolute_url()}"' in pages[0]
    assert f'href="{solution.get_absolute_url()}"' in pages[1]


def test_a_double_click_makes_one_action_and_leads_to_it(client, solution):
    log_in(client, solution.plan)

    answers = [client.post(adopt_url(solution), {"title": "My title", "revision": 1}) for _click in range(2)]

    action = Action.objects.get()
    assert [(answer.status_code, answer.url) for answer in answers] == [(302, action.get_absolute_url())] * 2


def test_an_old_page_makes_no_second_action_and_says_what_became_of_it(client, solution):
    log_in(client, solution.plan)

    titles = ["Somebody's title", "My title"]
    answers = [client.post(adopt_url(solution), {"title": title, "revision": 1}) for title in titles]

    action = Action.objects.get()
    page = answers[1].content.decode()
    assert [answer.status_code for answer in answers] == [302, 409]
    assert (action.get_absolute_url() in page, "no action was created" in page) == (True, True)
    assert answers[1].context["form"]["title"].value() == "My title"
    assert answers[1].context["form"]["revision"].value() == 2


def test_sent_once_more_from_that_page_it_becomes_a_second_action(client, solution):
    log_in(client, solution.plan)

    for revision in (1, 1, 2):
        client.post(adopt_url(solution), {"title": f"Seen {revision}", "revision": revision})

    assert [action.title for action in Action.objects.all()] == ["Seen 1", "Seen 2"]


@pytest.mark.parametrize("revision", ["", "x", "7"])
def test_a_page_that_never_was_makes_no_action(client, solution, revision):
    log_in(client, solution.plan)

    response = client.post(adopt_url(solution), {"title": "Lots", "revision": revision})

    assert response.status_code in (409, 422)
    assert not Action.objects.exists()


@pytest.mark.parametrize("values", [{"title": ""}, {"title": "x" * 201}, {"objective": "foreign"}])
def test_a_fault_is_shown_at_its_field(client, solution, values):
    foreign = ObjectiveFactory(title="Of the other city")
    log_in(client, solution.plan)
    posted = {name: foreign.pk if value == "foreign" else value for name, value in values.items()}

    response = client.post(adopt_url(solution), {"title": "Lots", "revision": 1, **posted})

    assert (response.status_code, list(response.context["form"].errors)) == (422, list(values))
    assert "Of the other city" not in response.content.decode()
    assert not Action.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_solution_that_was_not_chosen_has_to_be_reopened_first(client, method):
    rejected = SolutionFactory(status="rejected", rejected_reason="Too dear")
    log_in(client, rejected.plan)

    response = getattr(client, method)(adopt_url(rejected), {"title": "Lots", "revision": 1}, follow=True)

    assert response.redirect_chain == [(rejected.get_absolute_url(), 302)]
    assert "was not chosen. Change its status before it becomes an action" in response.content.decode()
    assert not Action.objects.exists()
