from __future__ import annotations

import pytest

from actionplan.models import Action
from actionplan.services import records
from actionplan.services.solutions import NotAdoptable, adopt
from tests.factories import BarrierFactory, MembershipFactory, ObjectiveFactory, SolutionFactory
from ulg.models import Event
from ulg.roles import Role
from ulg.writing import saving

pytestmark = pytest.mark.django_db


@pytest.fixture
def solution():
    barrier = BarrierFactory()
    return SolutionFactory(plan=barrier.plan, barriers=[barrier], description="In every tender of services.")


@pytest.fixture
def editor(solution):
    return MembershipFactory(city=solution.plan.city, role=Role.EDITOR)


def test_a_solution_becomes_an_action_that_remembers_it(solution, editor):
    objective = ObjectiveFactory(plan=solution.plan)

    action = adopt(solution, by=editor, seen=1, title="Divide three tenders", objective=objective)

    action.refresh_from_db()
    assert (action.title, action.description, action.solution, action.objective, action.status, action.created_by) == (
        "Divide three tenders",
        "In every tender of services.",
        solution,
        objective,
        "idea",
        editor,
    )
    assert list(solution.actions.all()) == [action]


def test_an_adoption_moves_solution_and_barrier_on(solution, editor):
    adopt(solution, by=editor, seen=1, title="Lots", objective=None)

    solution.refresh_from_db()
    barrier = solution.barriers.get()
    assert (solution.status, solution.revision, solution.updated_by) == ("adopted", 2, editor)
    assert (barrier.status, barrier.revision, barrier.updated_by) == ("addressed", 2, editor)
    assert [Event.objects.of(each).latest("revision").deed for each in (solution, barrier)] == ["adopted", "adopted"]


@pytest.mark.parametrize("status", ["resolved", "addressed"])
def test_a_barrier_that_has_travelled_further_stays(solution, editor, status):
    barrier = solution.barriers.get()
    barrier.status = status
    barrier.save()

    adopt(solution, by=editor, seen=1, title="Lots", objective=None)

    barrier.refresh_from_db()
    assert (barrier.status, barrier.revision) == (status, 1)


def test_one_page_sent_twice_makes_one_action(solution, editor):
    outcomes = [adopt(solution, by=editor, seen=1, title="Lots", objective=None) for _click in range(2)]

    assert [type(outcome) for outcome in outcomes] == [Action, saving.Conflict]
    assert Action.objects.count() == 1


def test_a_solution_may_become_several_actions_each_once(solution, editor):
    for seen in (1, 2, 2):
        adopt(solution, by=editor, seen=seen, title=f"Lots {seen}", objective=None)

    solution.refresh_from_db()
    assert [action.title for action in solution.actions.all()] == ["Lots 1", "Lots 2"]
    assert (solution.revision, solution.history.count()) == (3, 3)


def test_a_page_without_a_revision_makes_nothing(solution, editor):
    outcome = adopt(solution, by=editor, seen=None, title="Lots", objective=None)

    assert isinstance(outcome, saving.Conflict)
    assert not Action.objects.exists()


def test_a_solution_that_was_not_chosen_cannot_be_adopted():
    rejected = SolutionFactory(status="rejected", rejected_reason="Too dear")
    editor = MembershipFactory(city=rejected.plan.city, role=Role.EDITOR)

    with pytest.raises(NotAdoptable):
        adopt(rejected, by=editor, seen=1, title="Lots", objective=None)

    assert not Action.objects.exists()


def test_a_solution_that_was_taken_out_cannot_be_adopted(solution, editor):
    records.remove(solution, seen=1, by=editor)

    with pytest.raises(NotAdoptable):
        adopt(solution, by=editor, seen=2, title="Divide three tenders", objective=None)

    assert not Action.objects.exists()


def test_a_solution_that_is_taken_out_while_it_is_being_adopted_makes_no_action(solution, editor):
    opened = type(solution).objects.select_related("plan__city").get()
    records.remove(solution, seen=1, by=editor)

    outcome = adopt(opened, by=editor, seen=1, title="Divide three tenders", objective=None)

    assert isinstance(outcome, saving.Conflict)
    assert not Action.objects.exists()
