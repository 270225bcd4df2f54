"""Means of several dimensions -> one SVG, in which two times can be told apart without colour. Pure, as `charts`.

The earlier time is dashed with squares, the one that the chart is about solid with dots. A mean that is not known has
no point, and no line leads to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import cos, pi, sin

from actionplan.charts import ACCENT, INK, LINE, MUTED, Chart, chart, line, text

WIDTH, HEIGHT = 480, 420
CENTRE_X, CENTRE_Y, RADIUS = 240, 188, 138
SIZE, SMALL = 16, 14
LEGEND_Y = 394
LATER = f'stroke="{ACCENT}" stroke-width="3" stroke-linecap="round"'
EARLIER = f'stroke="{INK}" stroke-width="2" stroke-dasharray="6 5"'

Point = tuple[float, float]


@dataclass(frozen=True)
class Axis:
    """A dimension; None where its mean is not known."""

    name: str
    now: Decimal | None
    before: Decimal | None = None


@dataclass(frozen=True)
class RadarWords:
    title: str
    alt: str  # with {rows}
    row: Callable[[Axis], str]
    now: str
    before: str  # empty where there is one time only


def radar(axes: Sequence[Axis], most: int, words: RadarWords) -> Chart:
    """An axis for each dimension, the first one upwards, from 0 in the middle to `most` at the rim."""
    now = [_point(place, each.now, len(axes), most) for place, each in enumerate(axes)]
    before = [_point(place, each.before, len(axes), most) for place, each in enumerate(axes)]
    parts = [
        *_grid(axes, most),
        *_area(now),
        *(_before(before) if words.before else ()),
        *_now(now),
        *_legend(words),
    ]
    alt = words.alt.replace("{rows}", "; ".join(words.row(each) for each in axes))
    return chart(WIDTH, HEIGHT, words.title, alt, parts)


def _point(place: int, value: Decimal | None, count: int, most: int) -> Point | None:
    if value is None:
        return None
    angle, length = 2 * pi * place / count, RADIUS * float(value) / most
    return CENTRE_X + sin(angle) * length, CENTRE_Y - cos(angle) * length


def _grid(axes: Sequence[Axis], most: int) -> Iterator[str]:
    rim = [_point(place, Decimal(most), len(axes), most) for place in range(len(axes))]
    for step in range(1, most + 1):
        ring = [_point(place, Decimal(step), len(axes), most) for place in range(len(axes))]
        yield f'<polygon points="{_points(ring)}" fill="none" stroke="{LINE}" stroke-width="1"/>'
    for end in filter(None, rim):
        yield line(CENTRE_X, CENTRE_Y, *end, LINE, 1)
    for step in range(1, most + 1):
        yield text(CENTRE_X + 6, CENTRE_Y - RADIUS * step / most + 14, step, SMALL, fill=MUTED)
    for place, each in enumerate(axes):
        yield _name(each.name, 2 * pi * place / len(axes))


def _name(words: str, angle: float) -> str:
    x, y = CENTRE_X + sin(angle) * (RADIUS + 14), CENTRE_Y - cos(angle) * (RADIUS + 16)
    anchor = "middle" if abs(sin(angle)) < 0.1 else "start" if sin(angle) > 0 else "end"
    return text(x, y + 5, words, SIZE, anchor)


def _area(points: Sequence[Point | None]) -> Iterator[str]:
    """Filled only where every mean is known: a surface would claim what lies between."""
    if None not in points:
        yield f'<polygon points="{_points(points)}" fill="{ACCENT}" fill-opacity=".14" stroke="none"/>'


def _now(points: Sequence[Point | None]) -> Iterator[str]:
    yield from _lines([*points, points[0]], LATER)
    for x, y in filter(None, points):
        yield _dot(x, y)


def _before(points: Sequence[Point | None]) -> Iterator[str]:
    yield from _lines([*points, points[0]], EARLIER)
    for x, y in filter(None, points):
        yield _square(x, y)


def _lines(points: Sequence[Point | None], look: str) -> Iterator[str]:
    for start, end in pairwise(points):
        if start and end:
            yield f'<path d="M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}" fill="none" {look}/>'


def _legend(words: RadarWords) -> Iterator[str]:
    """The times below each other, each with its line and its point."""
    yield from _lines([(CENTRE_X - 110, LEGEND_Y - 5), (CENTRE_X - 74, LEGEND_Y - 5)], LATER)
    yield _dot(CENTRE_X - 92, LEGEND_Y - 5)
    yield text(CENTRE_X - 64, LEGEND_Y, words.now, SIZE)
    if words.before:
        y = LEGEND_Y + 22
        yield from _lines([(CENTRE_X - 110, y - 5), (CENTRE_X - 74, y - 5)], EARLIER)
        yield _square(CENTRE_X - 92, y - 5)
        yield text(CENTRE_X - 64, y, words.before, SIZE)


def _dot(x: float, y: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5.5" fill="{ACCENT}"/>'


def _square(x: float, y: float) -> str:
    return (
        f'<rect x="{x - 4.5:.1f}" y="{y - 4.5:.1f}" width="9" height="9" fill="#fff" stroke="{INK}" stroke-width="2"/>'
    )


def _points(points: Iterable[Point | None]) -> str:
    return " ".join(f"{each[0]:.1f},{each[1]:.1f}" for each in points if each)
