from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree

import pytest

from actionplan.radar import Axis, RadarWords, radar

SVG = "{http://www.w3.org/2000/svg}"
WORDS = RadarWords(
    title="Means", alt="{rows}. See the table.", row=lambda axis: f"{axis.name} {axis.now}", now="Later", before="Start"
)
ALONE = RadarWords(title="Means", alt="{rows}.", row=lambda axis: axis.name, now="Start", before="")


def axes(*now: str | None, before: str | None = "1.0") -> list[Axis]:
    def mean(value: str | None) -> Decimal | None:
        return None if value is None else Decimal(value)

    return [Axis(f"Axis {number}", mean(value), mean(before)) for number, value in enumerate(now)]


def drawn(chart, tag: str) -> list[dict[str, str]]:
    return [each.attrib for each in ElementTree.fromstring(chart.svg).iter(f"{SVG}{tag}")]


def dots(chart) -> list[dict[str, str]]:
    return [each for each in drawn(chart, "circle") if each["r"] == "5.5"]


def squares(chart) -> list[dict[str, str]]:
    return [each for each in drawn(chart, "rect") if each["width"] == "9"]


def lines(chart, *, dashed: bool) -> int:
    """Of one time, without that in the legend."""
    found = [each for each in drawn(chart, "path") if each.get("stroke-width") in ("2", "3")]
    return sum(("stroke-dasharray" in each) is dashed for each in found) - 1


def test_it_says_in_words_what_it_shows():
    chart = radar(axes("0.5", "2.0", None), 3, WORDS)

    texts = {
        each.tag: each.text for each in ElementTree.fromstring(chart.svg) if each.tag in (f"{SVG}title", f"{SVG}desc")
    }
    assert list(texts.values()) == ["Means", "Axis 0 0.5; Axis 1 2.0; Axis 2 None. See the table."]


def test_two_times_differ_by_line_and_by_point():
    chart = radar(axes("0.5", "2.0", "3.0", "1.0"), 3, WORDS)

    assert (lines(chart, dashed=False), lines(chart, dashed=True)) == (4, 4)
    assert (len(dots(chart)), len(squares(chart))) == (5, 5)  # four points and one in the legend


def test_no_line_leads_to_a_mean_that_is_not_known():
    chart = radar(axes("0.5", "2.0", None, "1.0"), 3, WORDS)

    assert (lines(chart, dashed=False), lines(chart, dashed=True)) == (2, 4)


@pytest.mark.parametrize(("means", "surfaces"), [(("1.0", "1.0", "2.0"), 1), (("1.0", None, "2.0"), 0)])
def test_a_surface_is_filled_only_where_every_mean_is_known(means, surfaces):
    chart = radar(axes(*means), 3, WORDS)

    assert len([each for each in drawn(chart, "polygon") if each["fill"] != "none"]) == surfaces


def test_a_start_alone_is_drawn_without_another_time():
    chart = radar(axes("1.0", "1.0", "2.0", before=None), 3, ALONE)

    assert [each for each in drawn(chart, "path") if "stroke-dasharray" in each] == []


def test_the_first_axis_points_upwards_and_the_rim_is_the_highest_score():
    chart = radar(axes("3.0", "0.0", "0.0"), 3, ALONE)

    first, second, *_others = dots(chart)
    assert (first["cx"], first["cy"]) == ("240.0", "50.0")
    assert (second["cx"], second["cy"]) == ("240.0", "188.0")


def test_words_are_escaped():
    chart = radar([Axis("<b>", Decimal(1)), Axis("&", Decimal(1)), Axis("c", Decimal(1))], 3, ALONE)

    assert "<b>" not in chart.svg
