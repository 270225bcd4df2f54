from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from actionplan.forms.actions import ActionForm
from actionplan.models import Action
from tests.factories import ActionFactory, ObjectiveFactory, PlanFactory, SolutionFactory

pytestmark = pytest.mark.django_db


def form_with(plan=None, **values):
    posted = {"title": "Smaller lots", "status": "idea", **values}
    return ActionForm(posted, instance=Action(plan=plan or PlanFactory()))


@pytest.mark.parametrize("written", ["85 000", "85\u00a0000", "85000", "85 000,00", "85 000.00"])
def test_an_amount_may_be_written_as_people_write_it(written):
    form = form_with(cost_kind="once", cost_amount=written)

    assert form.is_valid(), form.errors
    assert form.changes["cost_amount"] == Decimal(85000)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("some", "Write digits only, such as 85 000 or 85 000,50."),
        ("85,000", "This can be read in two ways. Write 85 000 for thousands, or 85,00 for decimals."),
        ("1,2345", "Write at most two decimals."),
        ("9" * 40, "This number is too large to be right."),
        ("-5", "Write zero or more."),
    ],
)
def test_an_amount_that_cannot_be_right_says_why(written, fault):
    form = form_with(cost_kind="once", cost_amount=written)

    assert form.errors == {"cost_amount": [fault]}


def test_an_amount_stands_in_its_field_as_the_language_writes_it():
    action = ActionFactory(cost_kind="once", cost_amount=Decimal("85000.50"))

    with translation.override("sv"):
        written = ActionForm(instance=action)["cost_amount"].as_widget()

    assert 'value="85\u00a0000,50"' in written


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"cost_hours": "1 200"}, {}),
        ({"cost_hours": "12,5"}, {"cost_hours": ["Write whole hours, such as 120."]}),
        ({"cost_amount": "5"}, {"cost_kind": ["Say whether the amount is paid once or every year."]}),
        (
            {"cost_amount": "5", "cost_kind": "none"},
            {"cost_amount": ["You chose “No extra cost”. Clear the amount, or choose another kind."]},
        ),
        (
            {"starts_on": "2026-03-02", "ends_on": "2026-03-01"},
            {"ends_on": ["The action ends before it starts. Check both dates."]},
        ),
        ({"starts_on": "03/02/2026"}, {"starts_on": ["Write the date as year, month and day, such as 2026-03-31."]}),
        ({"starts_on": "0202-03-01"}, {"starts_on": ["Check the year of this date."]}),
        ({"title": " \x00 "}, {"title": ["Describe in one sentence what the city will do."]}),
    ],
)
def test_each_fault_stands_at_its_field(values, errors):
    assert form_with(**values).errors == errors


def test_days_are_asked_for_with_the_browsers_calendar():
    action = ActionFactory(starts_on=date(2026, 3, 1))

    with translation.override("sv"):
        asked = ActionForm(instance=action)["starts_on"].as_widget()

    assert ('type="date"' in asked, 'value="2026-03-01"' in asked) == (True, True)


def test_only_the_plans_own_records_are_offered():
    plan = PlanFactory()
    objective = ObjectiveFactory(plan=plan)
    foreign = ObjectiveFactory(), SolutionFactory()

    form = form_with(plan=plan, objective=foreign[0].pk, solution=foreign[1].pk)

    assert sorted(form.errors) == ["objective", "solution"]
    assert list(form.fields["objective"].queryset) == [objective]
