from __future__ import annotations

import pytest

from actionplan.forms.solutions import ProposeSolutionForm, SolutionForm
from actionplan.models import Solution
from tests.factories import ActionFactory, BarrierFactory, SolutionFactory

pytestmark = pytest.mark.django_db


def form_of(solution, **values):
    barrier = BarrierFactory(plan=solution.plan)
    posted = {"title": "Smaller lots", "solution_type": "process", "barriers": [barrier.pk], "status": "proposed"}
    return SolutionForm({**posted, **values}, instance=solution)


def test_a_solution_answers_at_least_one_barrier():
    barrier = BarrierFactory()

    form = ProposeSolutionForm({"title": "Lots", "solution_type": "process"}, instance=Solution(plan=barrier.plan))

    assert form.errors == {"barriers": ["Choose at least one barrier that the solution would remove."]}


def test_another_citys_barrier_is_refused():
    form = form_of(SolutionFactory(), barriers=[BarrierFactory().pk])

    assert list(form.errors) == ["barriers"]


def test_nobody_adopts_a_solution_by_its_status():
    form = form_of(SolutionFactory(), status="adopted")

    assert list(form.errors) == ["status"]


def test_an_adopted_solution_may_stay_adopted():
    form = form_of(SolutionFactory(status="adopted"), status="adopted")

    assert form.is_valid()


def test_a_solution_that_is_not_chosen_needs_a_reason():
    form = form_of(SolutionFactory(), status="rejected")

    assert form.errors == {
        "rejected_reason": ["Give the reason why the solution was not chosen. The person who proposed it can read it."]
    }


def test_a_solution_that_an_action_carries_out_cannot_be_rejected():
    solution = SolutionFactory(status="adopted")
    carried_out = ActionFactory(plan=solution.plan, solution=solution)

    form = form_of(solution, status="rejected", rejected_reason="Too dear")

    assert form.errors == {
        "status": [f"{carried_out} carries out this solution. Drop the action or remove it from the plan first."]
    }
