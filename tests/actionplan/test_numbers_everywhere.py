"""A number is written alike wherever it stands: in the form of its language, by the one module."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import translation

from actionplan.exports.wording import Wording
from actionplan.models import Indicator
from actionplan.templatetags import plan, records
from ulg import numbers
from ulg.writing import field_values

ROOT = Path(__file__).parents[2]
OTHER_WAYS = re.compile(r"number_format|floatformat|intcomma|force_grouping|:,[.}]|:,\.?\df")


@pytest.mark.parametrize(("language", "written"), [("sv", "−12\u00a0345,5"), ("en", "−12,345.5")])
def test_page_history_and_export_write_a_figure_alike(language, written):
    number = Decimal("-12345.50")

    with translation.override(language):
        told = {
            records.figure(number),
            field_values.words(Indicator._meta.get_field("baseline"), number, {}),
            Wording(language, {}, "SEK").number("-12345.50"),
        }

    assert told == {written}


@pytest.mark.parametrize(("language", "written"), [("sv", "12\u00a0345,50\u00a0kr"), ("en", "12,345.50\u00a0SEK")])
def test_page_and_export_write_money_alike(language, written):
    with translation.override(language):
        assert {plan.money(Decimal("12345.5"), "SEK"), Wording(language, {}, "SEK").money("12345.5")} == {written}


def test_no_other_place_writes_numbers_in_a_way_of_its_own():
    folders = ("actionplan", "ulg", "genprocure", "templates")
    files = [each for folder in folders for kind in ("*.py", "*.html") for each in (ROOT / folder).rglob(kind)]

    found = [str(each.relative_to(ROOT)) for each in files if OTHER_WAYS.search(each.read_text())]

    assert found == [str(Path(numbers.__file__).relative_to(ROOT))]
