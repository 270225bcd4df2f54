from __future__ import annotations

from decimal import Decimal

import pytest

from actionplan.forms.indicators import IndicatorForm
from actionplan.models import Indicator
from tests.factories import ActionFactory, PlanFactory

pytestmark = pytest.mark.django_db


def form_with(**values):
    return IndicatorForm({"title": "Lots", **values}, instance=Indicator(plan=PlanFactory()))


def test_a_swedish_figure_is_read():
    form = form_with(baseline="3,5", baseline_year="2024", target="−1 000", target_year="2028")

    assert form.is_valid(), form.errors
    assert (form.changes["baseline"], form.changes["target"]) == (Decimal("3.5"), Decimal(-1000))


@pytest.mark.parametrize("year", ["24", "20245", "next", "2024.5"])
def test_a_year_has_four_digits(year):
    assert form_with(baseline_year=year).errors == {"baseline_year": ["Write the year with four digits, such as 2024."]}


def test_the_target_lies_after_the_start():
    form = form_with(baseline_year="2028", target_year="2024")

    assert form.errors == {"target_year": ["The target year is before the baseline year. Check both years."]}


def test_another_citys_action_is_refused():
    form = form_with(actions=[ActionFactory().pk])

    assert list(form.errors) == ["actions"]
