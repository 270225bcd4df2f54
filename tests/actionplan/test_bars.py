import re

from actionplan.bars import WIDTH, BarWords, StackedBar, stacked_bars

CLASSES = ("Gender equality", "Social aim", "No aim")
WORDS = BarWords("Lots", "{rows}.", lambda bar: f"{bar.name}: {bar.counts}", CLASSES, "The series breaks here")


def rectangles(svg: str) -> list[tuple[float, float, str]]:
    """Place, width and filling of each bar; those of the legend are narrower."""
    found = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="20.0" rx="0" fill="([^"]+)"', svg)
    return [(float(x), float(width), re.sub(r"-[0-9a-f]{8}", "", fill)) for x, width, fill in found]


def test_bars_are_as_long_as_what_they_count():
    chart = stacked_bars([StackedBar("2024", (1, 2, 1)), StackedBar("2025", (0, 2, 0))], WORDS)

    quarter = WIDTH / 4
    assert rectangles(chart.svg) == [
        (0, quarter, "#0A574B"),
        (quarter, 2 * quarter, "url(#hatch)"),
        (3 * quarter, quarter, "#fff"),
        (0, 2 * quarter, "url(#hatch)"),
    ]


def test_bars_of_nothing_are_no_chart():
    assert (stacked_bars([], WORDS), stacked_bars([StackedBar("2024", (0, None, 0))], WORDS)) == (None, None)


def test_bars_name_the_classes_that_they_show():
    chart = stacked_bars([StackedBar("2024", (1, 0, 3))], WORDS)

    assert [name in chart.svg.partition("</desc>")[2] for name in CLASSES] == [True, False, True]


def test_bars_say_where_the_series_breaks():
    before, after = StackedBar("2023", (1, 1, 1)), StackedBar("2024", (1, 1, 1), is_after_break=True)

    broken, whole = stacked_bars([before, after], WORDS), stacked_bars([before], WORDS)

    assert [WORDS.series_break in each.svg for each in (broken, whole)] == [True, False]
    assert broken.svg.index(">2023<") < broken.svg.index(WORDS.series_break) < broken.svg.index(">2024<")


def test_bars_have_a_text_with_every_row():
    chart = stacked_bars([StackedBar("2024", (1, 0, 3)), StackedBar("2025", (2, 0, 3))], WORDS)

    assert (chart.title, chart.alt) == ("Lots", "2024: (1, 0, 3); 2025: (2, 0, 3).")
