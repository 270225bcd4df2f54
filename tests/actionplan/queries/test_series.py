from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from actionplan.models import EnteredFigure
from actionplan.queries.figures import CityFigures
from actionplan.queries.series import Break, Point, Series, series

YEARS = st.sets(st.integers(2018, 2028), max_size=6)


def figures(counted: set[int], lots: int = 1) -> CityFigures:
    found = CityFigures(notices=len(counted))
    for year in counted:
        for place in found.places(year, "45"):
            place.lots.add("gender", lots)
    return found


def entered(years: set[int], **fields) -> list[EnteredFigure]:
    return [EnteredFigure(year=year, measure="lots", total=5, **fields) for year in years]


def of_lots(found: list[Series], division: str = "") -> Series:
    [one] = [each for each in found if (each.measure, each.division) == ("lots", division)]
    return one


def rows(one: Series) -> list[tuple[int, str]]:
    return [(point.year, "entered" if point.entered else "counted") for point in one.points]


def test_break_lies_between_the_last_entered_and_the_first_counted_year():
    found = of_lots(series(figures({2024, 2025}), entered({2021, 2023})))

    assert rows(found) == [(2021, "entered"), (2023, "entered"), (2024, "counted"), (2025, "counted")]
    assert (found.broken, found.is_mixed) == (Break(2023, 2024), False)


def test_break_lies_within_a_year_that_was_entered_and_counted():
    found = of_lots(series(figures({2023, 2024}), entered({2022, 2023})))

    assert rows(found) == [(2022, "entered"), (2023, "entered"), (2023, "counted"), (2024, "counted")]
    assert (found.broken, found.first_after_break, found.is_mixed) == (Break(2023, 2023), 2, False)


def test_years_that_lie_among_each_other_have_no_one_break():
    found = of_lots(series(figures({2023, 2024}), entered({2022, 2024})))

    assert rows(found) == [(2022, "entered"), (2023, "counted"), (2024, "entered"), (2024, "counted")]
    assert (found.broken, found.is_mixed) == (None, True)


def test_series_made_in_one_way_has_no_break():
    only_entered, only_counted = series(figures(set()), entered({2022})), series(figures({2024}), [])

    for found in (*only_entered, *only_counted):
        assert (found.broken, found.is_mixed) == (None, False)


@given(counted=YEARS, given_years=YEARS)
def test_no_number_is_lost_or_added_to_another(counted: set[int], given_years: set[int]):
    found = series(figures(counted), entered(given_years))

    lots = of_lots(found).points if counted or given_years else ()
    assert [(each.year, each.total) for each in lots if each.entered] == [(year, 5) for year in sorted(given_years)]
    assert [(each.year, each.total) for each in lots if each.counts] == [(year, 1) for year in sorted(counted)]
    assert [each.year for each in lots] == sorted(each.year for each in lots)


def test_figure_of_a_division_stands_beside_the_counted_ones_of_that_division():
    found = series(figures({2024}, lots=3), entered({2023}, division="45") + entered({2023}, division="80"))

    assert [(each.measure, each.division) for each in found] == [
        ("procedures", ""), ("lots", ""), ("lots", "45"), ("lots", "80"),
    ]  # fmt: skip
    assert rows(of_lots(found, "45")) == [(2023, "entered"), (2024, "counted")]
    assert rows(of_lots(found, "80")) == [(2023, "entered")]


def test_values_are_in_hundredths_and_what_is_not_known_stays_so():
    spend = EnteredFigure(year=2023, measure="spend", currency="SEK", total="10.50", social=0)
    spend.clean_fields(exclude=["source", "source_on"])

    [found] = series(figures(set()), [spend])

    [point] = found.points
    assert point == Point(2023, 1050, 0, None, None, entered=spend)
    assert (point.other_social, point.no_aim, found.is_money) == (None, None, True)
