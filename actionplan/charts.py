"""Numbers -> SVG text with title and description, for page, PDF and DOCX alike. Pure: no files, no clock.

Nothing is shown by colour alone: fills differ by pattern, points carry their code. Beside every chart stands a table
with the same facts, so long words are shortened here and stand there in full.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from xml.sax.saxutils import escape
from zlib import crc32

from actionplan import text_width

ACCENT, DEEP, PALE = "#0A574B", "#083A33", "#EDF5F2"
INK, MUTED, LINE, PAPER = "#1C1917", "#5F584D", "#CDC6B8", "#FAF8F4"
LEVEL_FILLS = {"low": PAPER, "medium": "#F2EFE8", "high": "#D8EAE4", "critical": "#7DB5A8"}
STATE_FILLS = {"secured": ACCENT, "applied": "url(#hatch)", "to_find": "#fff", "not_stated": "url(#dots)"}
PATTERNS = (
    f'<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="{PALE}"/>'
    f'<path d="M-1 1L1 -1M0 5L5 0M4 6L6 4" stroke="{ACCENT}" stroke-width="1"/></pattern>'
    f'<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#fff"/>'
    f'<circle cx="2.5" cy="2.5" r=".75" fill="{MUTED}"/></pattern>'
)
FONT = "Source Sans Pro, Source Sans 3, sans-serif"
MOST_QUARTERS, MOST_YEARS = 32, 40
ROWS = 16  # that fit on a landscape page
TITLE, TITLE_LINE = 8.5, 9.5  # size and height of a line


@dataclass(frozen=True)
class Chart:
    svg: str
    title: str
    alt: str


@dataclass(frozen=True)
class Bar:
    """An action in the timeline; `state` is a key of STATE_FILLS."""

    code: str
    title: str
    starts_on: date
    ends_on: date
    state: str
    language: str = ""  # of the title, where the other words are in another


@dataclass(frozen=True)
class TimelineWords:
    title: str
    title_by_year: str
    alt: str  # with {start}, {end} and {rows}
    row: str  # with {code}, {start} and {end}
    quarter: str  # with {quarter}
    states: Mapping[str, str]
    day: Callable[[date], str]


@dataclass(frozen=True)
class Risk:
    code: str
    likelihood: int
    impact: int

    @property
    def score(self) -> int:
        return self.likelihood * self.impact

    @property
    def level(self) -> str:
        return risk_level(self.score)


@dataclass(frozen=True)
class MatrixWords:
    title: str
    alt: str  # with {rows}
    row: str  # with {code}, {likelihood}, {impact} and {level}
    likelihood: str
    impact: str
    levels: Mapping[str, str]


def risk_level(score: int) -> str:
    return "low" if score <= 4 else "medium" if score <= 9 else "high" if score <= 14 else "critical"


def text(
    x: float,
    y: float,
    words: object,
    size: float = 9,
    anchor: str = "start",
    fill: str = INK,
    weight: int = 400,
    language: str = "",
) -> str:
    said_in = f' lang="{language}"' if language else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{FONT}" font-size="{size}" font-weight="{weight}" '
        f'text-anchor="{anchor}" fill="{fill}"{said_in}>{escape(str(words))}</text>'
    )


def rect(x: float, y: float, width: float, height: float, fill: str, stroke: str = "none", radius: float = 0) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" rx="{radius}" '
        f'fill="{fill}" stroke="{stroke}" stroke-width=".8"/>'
    )


def line(x1: float, y1: float, x2: float, y2: float, stroke: str = LINE, width: float = 0.6) -> str:
    return f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{stroke}" stroke-width="{width}" fill="none"/>'


def chart(width: float, height: float, title: str, alt: str, parts: Iterable[str]) -> Chart:
    drawn = "".join(parts)
    key = f"{crc32(f'{title}{alt}{drawn}'.encode()):08x}"  # several charts may stand on a page
    drawn = f"<defs>{PATTERNS}</defs>{drawn}"
    for name in ("hatch", "dots"):
        drawn = drawn.replace(f'id="{name}"', f'id="{name}-{key}"').replace(f"url(#{name})", f"url(#{name}-{key})")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" role="img">'
        f"<title>{escape(title)}</title><desc>{escape(alt)}</desc>{drawn}</svg>"
    )
    return Chart(svg, title, alt)


@dataclass(frozen=True)
class Scale:
    """Columns of a timeline: quarters, or years where quarters would be too many."""

    first: int
    columns: int
    is_years: bool
    left: float = 230
    right: float = 706

    @classmethod
    def over(cls, bars: Sequence[Bar]) -> Scale:
        first = min(bar.starts_on.year for bar in bars)
        years = max(bar.ends_on.year for bar in bars) - first + 1
        if years * 4 <= MOST_QUARTERS:
            return cls(first * 4, years * 4, is_years=False)
        return cls(first, min(years, MOST_YEARS), is_years=True)

    @property
    def column(self) -> float:
        return (self.right - self.left) / self.columns

    def place(self, day: date) -> int:
        """The column of a day; what lies beyond the scale falls into its last one."""
        absolute = day.year if self.is_years else day.year * 4 + (day.month - 1) // 3
        return min(absolute - self.first, self.columns - 1)

    def head(self, top: float, height: float, quarter: str) -> Iterable[str]:
        """Years above, quarters below them, a line before each."""
        step = 1 if self.is_years else 4
        for n in range(self.columns):
            x, is_year = self.left + n * self.column, n % step == 0
            year = (self.first + n) // step
            if is_year and year % 2 == 0:
                yield rect(x, 20, self.column * step, height - 20, PAPER)
            if is_year and (step == 4 or self.columns <= 16 or year % 5 == 0):
                yield text(x + self.column * step / 2, 32, year, 10, "middle", weight=700)
            if step == 4:
                words = _fill(quarter, quarter=n % 4 + 1)
                yield text(x + self.column / 2, 45, words, 7.5, "middle", MUTED)
            yield line(x, 22 if is_year else top - 2, x, height, LINE, 0.8 if is_year else 0.35)


def gantt(bars: Sequence[Bar], words: TimelineWords) -> list[Chart]:
    """A timeline by quarter, or by year where it is long; one chart for every page."""
    if not bars:
        return []
    scale = Scale.over(bars)
    rows = ceil(len(bars) / ceil(len(bars) / ROWS))  # pages of about the same length
    pages = [bars[start : start + rows] for start in range(0, len(bars), rows)]
    return [_timeline(page, scale, words) for page in pages]


def _timeline(bars: Sequence[Bar], scale: Scale, words: TimelineWords) -> Chart:
    row, top = max(21, min(25, 336 / len(bars))), 38 if scale.is_years else 52
    height = top + row * len(bars) + 4
    used = {state: name for state, name in words.states.items() if state in {bar.state for bar in bars}}
    parts = [*_legend(scale.left, used), *scale.head(top, height, words.quarter)]
    for number, bar in enumerate(bars):
        parts += _bar(bar, scale, top + number * row, row)
    parts.append(line(0, height - 4, scale.right, height - 4, LINE, 0.4))
    days = [{"code": bar.code, "start": words.day(bar.starts_on), "end": words.day(bar.ends_on)} for bar in bars]
    alt = _fill(
        words.alt,
        start=words.day(min(bar.starts_on for bar in bars)),
        end=words.day(max(bar.ends_on for bar in bars)),
        rows="; ".join(_fill(words.row, **each) for each in days),
    )
    return chart(scale.right, height, words.title_by_year if scale.is_years else words.title, alt, parts)


def _bar(bar: Bar, scale: Scale, y: float, height: float) -> list[str]:
    begin, end = scale.place(bar.starts_on), scale.place(bar.ends_on)
    x, width = scale.left + begin * scale.column + 1, (end - begin + 1) * scale.column - 2
    base = y + height / 2 + 3
    lines = text_width.fitted(bar.title, scale.left - 52, TITLE, most=2)
    first = base - (len(lines) - 1) * TITLE_LINE / 2
    return [
        line(0, y, scale.right, y, LINE, 0.4),
        text(0, base, _code(bar.code, 42, 9), fill=DEEP, weight=700),
        *(text(46, first + n * TITLE_LINE, words, TITLE, language=bar.language) for n, words in enumerate(lines)),
        rect(x, y + 4, width, height - 8, STATE_FILLS[bar.state], DEEP, 2),
    ]


def _legend(x: float, entries: Mapping[str, str]) -> list[str]:
    parts = []
    for state, words in entries.items():
        parts += [rect(x, 2, 14, 10, STATE_FILLS[state], DEEP, 1), text(x + 19, 10, words)]
        x += 19 + text_width.width(words, 9) + 12
    return parts


def _code(code: str, limit: float, size: float) -> str:
    return text_width.fitted(code, limit / text_width.BOLD, size)[0]


CELL_WIDTH, CELL_HEIGHT, LEFT, TOP = 80, 36, 40, 8
RIGHT, BOTTOM = LEFT + 5 * CELL_WIDTH, TOP + 5 * CELL_HEIGHT


def risk_matrix(risks: Sequence[Risk], words: MatrixWords) -> Chart:
    """Likelihood across, consequence upwards; those that share a cell stand beside each other."""
    cells: dict[tuple[int, int], list[str]] = {}
    for risk in risks:
        cells.setdefault((risk.likelihood, risk.impact), []).append(risk.code)
    parts = [*_fields(), *_axes(words)]
    for (likelihood, impact), codes in cells.items():
        parts += _codes(likelihood, impact, codes)
    rows = "; ".join(
        _fill(words.row, code=risk.code, likelihood=risk.likelihood, impact=risk.impact, level=words.levels[risk.level])
        for risk in risks
    )
    return chart(RIGHT + 19, BOTTOM + 32, words.title, _fill(words.alt, rows=rows), parts)


def _fields() -> Iterable[str]:
    for x in range(1, 6):
        for y in range(1, 6):
            left, top = LEFT + (x - 1) * CELL_WIDTH, TOP + (5 - y) * CELL_HEIGHT
            yield rect(left, top, CELL_WIDTH, CELL_HEIGHT, LEVEL_FILLS[risk_level(x * y)], "#fff")
            yield text(left + CELL_WIDTH - 5, top + CELL_HEIGHT - 5, x * y, 7, "end")


def _axes(words: MatrixWords) -> Iterable[str]:
    for n in range(1, 6):
        yield text(LEFT + (n - 0.5) * CELL_WIDTH, BOTTOM + 12, n, 9, "middle", MUTED)
        yield text(LEFT - 8, TOP + (5.5 - n) * CELL_HEIGHT + 3, n, 9, "end", MUTED)
    yield text(LEFT + 2.5 * CELL_WIDTH, BOTTOM + 26, words.likelihood, 9.5, "middle", weight=600)
    side = text(0, 0, words.impact, 9.5, "middle", weight=600)
    yield f'<g transform="translate(14 {TOP + 2.5 * CELL_HEIGHT:.0f}) rotate(-90)">{side}</g>'


def _codes(likelihood: int, impact: int, codes: Sequence[str]) -> Iterable[str]:
    """At most four codes in a cell; the last one counts the rest."""
    shown = codes if len(codes) <= 4 else [*codes[:3], f"+{len(codes) - 3}"]
    columns, rows = min(len(shown), 2), (len(shown) + 1) // 2
    for n, code in enumerate(shown):
        x = LEFT + (likelihood - 0.5) * CELL_WIDTH + (n % 2 - (columns - 1) / 2) * 34
        y = TOP + (5.5 - impact) * CELL_HEIGHT + (n // 2 - (rows - 1) / 2) * 17
        yield rect(x - 16, y - 7.5, 32, 15, "#fff", DEEP, 7.5)
        yield text(x, y + 3.2, _code(code, 30, 8.5), 8.5, "middle", DEEP, 700)


def _fill(pattern: str, **values: object) -> str:
    return re.sub(r"\{(\w+)\}", lambda place: str(values.get(place[1], place[0])), pattern)
