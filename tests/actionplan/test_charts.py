import re
from datetime import date
from xml.etree import ElementTree

import pytest

from actionplan import charts
from actionplan.charts import Bar, MatrixWords, Risk, TimelineWords, gantt, risk_level, risk_matrix

SVG = "{http://www.w3.org/2000/svg}"
TIMELINE = TimelineWords(
    title="By quarter",
    title_by_year="By year",
    alt="From {start} to {end}. {rows}.",
    row="{code}: {start} to {end}",
    quarter="Q{quarter}",
    states={"secured": "Secured", "applied": "Applied for", "to_find": "Not yet funded", "not_stated": "Not stated"},
    day=date.isoformat,
)
MATRIX = MatrixWords(
    title="Risks",
    alt="Matrix. {rows}.",
    row="{code}: {likelihood} × {impact}, {level}",
    likelihood="Likelihood",
    impact="Consequence",
    levels={level: level.upper() for level in charts.LEVEL_FILLS},
)


def bar(code="A1", starts=date(2026, 2, 1), ends=date(2027, 6, 30), state="secured", title="Policy"):
    return Bar(code, title, starts, ends, state)


def texts(chart) -> list[str]:
    return [each.text for each in ElementTree.fromstring(chart.svg).iter(f"{SVG}text")]


def bars_of(chart) -> list[tuple[float, float, str]]:
    """Left edge, width and fill of each bar: rounded, below the head."""
    found = [each.attrib for each in ElementTree.fromstring(chart.svg).iter(f"{SVG}rect") if each.get("rx") == "2"]
    return [(float(each["x"]), float(each["width"]), each["fill"]) for each in found]


def test_a_bar_covers_its_quarters():
    (chart,) = gantt([bar(starts=date(2026, 5, 1), ends=date(2026, 9, 30)), bar(ends=date(2026, 12, 31))], TIMELINE)

    column = (706 - 230) / 4
    assert bars_of(chart)[0][:2] == (round(230 + column + 1, 1), 2 * column - 2)


def test_the_state_of_the_funding_is_told_by_pattern_and_legend():
    (chart,) = gantt([bar(state=state) for state in ("secured", "applied", "not_stated")], TIMELINE)

    fills = [fill for _x, _width, fill in bars_of(chart)]
    patterns = re.findall(r'<pattern id="([^"]+)"', chart.svg)
    assert fills == ["#0A574B", *(f"url(#{name})" for name in patterns)]
    assert [name.split("-")[0] for name in patterns] == ["hatch", "dots"]
    assert texts(chart)[:3] == ["Secured", "Applied for", "Not stated"]


def test_a_timeline_says_in_words_what_it_shows():
    (chart,) = gantt([bar(), bar("A2", date(2025, 1, 1), date(2025, 12, 31))], TIMELINE)
    root = ElementTree.fromstring(chart.svg)

    said = "From 2025-01-01 to 2027-06-30. A1: 2026-02-01 to 2027-06-30; A2: 2025-01-01 to 2025-12-31."
    assert (chart.title, chart.alt) == ("By quarter", said)
    assert (root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == ("By quarter", said)


@pytest.mark.parametrize(("count", "rows"), [(0, []), (1, [1]), (16, [16]), (17, [9, 8]), (60, [15, 15, 15, 15])])
def test_a_long_timeline_is_spread_over_pages(count, rows):
    pages = gantt([bar(f"A{number}") for number in range(count)], TIMELINE)

    assert [len(bars_of(page)) for page in pages] == rows


def test_more_than_eight_years_are_shown_by_year():
    (chart,) = gantt([bar(ends=date(2035, 1, 1))], TIMELINE)

    assert chart.title == "By year"
    assert [each for each in texts(chart) if each.isdigit()] == [str(year) for year in range(2026, 2036)]


def test_a_day_far_away_stays_on_the_page():
    (chart,) = gantt([bar(starts=date(1, 1, 1), ends=date(9999, 12, 31)), bar()], TIMELINE)

    assert all(x + width <= 706 for x, width, _fill in bars_of(chart))


def test_words_are_text_and_never_markup():
    (chart,) = gantt([bar(title="<b>&amp;", code="{rows}")], TIMELINE)

    assert {"<b>&amp;", "{rows}"} <= set(texts(chart))


def test_a_long_title_takes_two_lines_and_is_shortened_in_the_second():
    title = "En mycket lång rubrik som inte alls får plats i raden" + " och så vidare" * 9

    (chart,) = gantt([bar(title=title)], TIMELINE)

    assert texts(chart)[-2:] == ["En mycket lång rubrik som inte alls", "får plats i raden och så vidare och s…"]


@pytest.mark.parametrize(
    ("score", "level"),
    [
        (1, "low"),
        (4, "low"),
        (5, "medium"),
        (9, "medium"),
        (10, "high"),
        (14, "high"),
        (15, "critical"),
        (25, "critical"),
    ],
)
def test_a_score_has_a_level(score, level):
    assert risk_level(score) == level


def test_a_risk_stands_in_the_cell_of_its_two_numbers():
    chart = risk_matrix([Risk("A1", 1, 5), Risk("A2", 5, 1)], MATRIX)
    marks = {each.text: (each.get("x"), each.get("y")) for each in ElementTree.fromstring(chart.svg).iter(f"{SVG}text")}

    assert (marks["A1"], marks["A2"]) == (("80.0", "29.2"), ("400.0", "173.2"))
    assert chart.alt == "Matrix. A1: 1 × 5, MEDIUM; A2: 5 × 1, MEDIUM."


def test_a_crowded_cell_counts_those_that_do_not_fit():
    chart = risk_matrix([Risk(f"A{number}", 3, 3) for number in range(1, 8)], MATRIX)

    assert [each for each in texts(chart) if each[0] in "A+"] == ["A1", "A2", "A3", "+4"]


def test_every_cell_says_its_score():
    numbers = [each for each in texts(risk_matrix([], MATRIX)) if each.isdigit()]

    assert sorted(map(int, numbers)) == sorted([x * y for x in range(1, 6) for y in range(1, 6)] + [*range(1, 6)] * 2)
