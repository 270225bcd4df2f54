from hypothesis import given
from hypothesis import strategies as st

from actionplan import figure_bars
from actionplan.bars import StackedBar
from actionplan.notices.rules import Aim

NUMBERS = st.integers(0, 50)
MAYBE = st.none() | NUMBERS


def test_counted_bar_has_a_class_for_each_aim():
    bar = figure_bars.counted("2024", {Aim.GENDER: 3, Aim.NO: 5}, "3 of 8")

    assert bar == StackedBar("2024", (3, 0, 5, 0, 0, 0), "3 of 8")


def test_entered_bar_shows_what_is_left_of_the_total_as_not_known():
    assert figure_bars.entered("2022", 96, 14, 1, None).counts == (1, 13, None, None, 0, 82)


def test_entered_bar_computes_those_without_an_aim_where_all_else_is_known():
    assert figure_bars.entered("2023", 92, 15, 1, 31).counts == (1, 14, 46, 31, 0, 0)


def test_entered_social_aims_are_one_class_where_gender_equality_is_not_known():
    assert figure_bars.entered("2023", 20, 8, None, 2).counts == (None, 8, 10, 2, 0, 0)


@given(social=MAYBE, gender=NUMBERS, not_stated=MAYBE, rest=NUMBERS)
def test_entered_bar_is_as_long_as_its_total(social, gender, not_stated, rest):
    gender_known = min(gender, social) if social is not None else None
    total = (social or 0) + (not_stated or 0) + rest

    assert figure_bars.entered("2022", total, social, gender_known, not_stated).total == total


def test_shortened_bars_keep_the_longest_and_add_up_the_others():
    bars = [StackedBar(name, (count, 1)) for name, count in (("a", 1), ("b", 9), ("c", 5), ("d", 2))]

    assert figure_bars.shortened(bars, 2, "Others") == [
        StackedBar("b", (9, 1)),
        StackedBar("c", (5, 1)),
        StackedBar("Others", (3, 2)),
    ]


def test_bars_that_fit_are_not_shortened():
    bars = [StackedBar("a", (1,)), StackedBar("b", (2,))]

    assert figure_bars.shortened(bars, 2, "Others") == [bars[1], bars[0]]
