"""Counts of several classes -> one SVG of stacked bars, told apart by pattern and not by colour. Pure, as `charts`.

A dashed line parts bars that were counted in another way from those before them: what stands on its two sides cannot be
compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from actionplan import text_width
from actionplan.charts import ACCENT, DEEP, INK, MUTED, Chart, chart, line, rect, text

WIDTH, BAR = 480, 20
SIZE, SMALL = 14, 12.5
ROW, HEAD, BREAK = 50, 26, 22
GAP, LEAST_OF_NAME = 12, 110  # between a name and its note; of a name, however long the note
SPACED = 1.32  # times as wide, where a reader has set letters and words further apart
# In the order of the classes; the last ones have a dashed edge
FILLS = (ACCENT, "url(#hatch)", "#fff", "url(#dots)", "#fff", "#E5E0D5")
FIRST_DASHED = 4


@dataclass(frozen=True)
class StackedBar:
    """A year or division; `counts` in the order of the classes, None where a class is not known."""

    name: str
    counts: tuple[int | None, ...]
    note: str = ""
    is_after_break: bool = False
    language: str = ""  # of the name, where the other words are in another

    @property
    def total(self) -> int:
        return sum(filter(None, self.counts))


@dataclass(frozen=True)
class BarWords:
    title: str
    alt: str  # with {rows}
    row: Callable[[StackedBar], str]
    classes: Sequence[str]  # at most as many as there are fills
    series_break: str = ""
    note: str = ""  # what the notes of the bars say, above them


def stacked_bars(bars: Sequence[StackedBar], words: BarWords) -> Chart | None:
    """A bar for each row, as long as its sum; no chart where nothing was counted."""
    longest = max((bar.total for bar in bars), default=0)
    if longest == 0:
        return None
    used = [place for place in range(len(words.classes)) if any(bar.counts[place] for bar in bars)]
    legend, y = _legend(words.classes, used)
    parts = list(legend)
    if words.note:
        [said] = text_width.fitted(words.note, WIDTH / SPACED, SMALL)
        parts.append(text(WIDTH, y - 2, said, SMALL, "end", MUTED))
        y += 8
    for bar in bars:
        if bar.is_after_break:
            parts += _break(y, words.series_break)
            y += BREAK
        parts += _bar(bar, y, longest)
        y += ROW
    alt = words.alt.replace("{rows}", "; ".join(words.row(bar) for bar in bars))
    return chart(WIDTH, y - 6, words.title, alt, parts)


def _legend(classes: Sequence[str], used: Iterable[int]) -> tuple[list[str], float]:
    """The classes that some bar has, in as many lines as they take, and where the bars begin below them."""
    parts, x, y = [], 0.0, 12.0
    for place in used:
        words = text_width.fitted(classes[place], WIDTH / SPACED - 26, SMALL)[0]
        taken = 26 + text_width.width(words, SMALL) * SPACED + 16
        if x and x + taken - 16 > WIDTH:
            x, y = 0.0, y + 20
        parts += [_field(x, y - 10, 18, 11, place), text(x + 24, y, words, SMALL)]
        x += taken
    return parts, y + HEAD - 4


def _bar(bar: StackedBar, y: float, longest: int) -> Iterator[str]:
    room = (WIDTH - GAP) / SPACED
    left = max(room - text_width.width(bar.note, SMALL), min(text_width.width(bar.name, SIZE), LEAST_OF_NAME))
    [name] = text_width.fitted(bar.name, left, SIZE)  # in the weight in which every script has a face
    yield text(0, y + 11, name, SIZE, language=bar.language)
    if bar.note:
        [note] = text_width.fitted(bar.note, room - text_width.width(name, SIZE), SMALL)
        yield text(WIDTH, y + 11, note, SMALL, "end", MUTED)
    x = 0.0
    for place, count in enumerate(bar.counts):
        if count:
            width = WIDTH * count / longest
            yield _field(x, y + 18, width, BAR, place)
            x += width
    yield line(0, y + 18, 0, y + 18 + BAR, INK, 1.2)


def _field(x: float, y: float, width: float, height: float, place: int) -> str:
    drawn = rect(x, y, width, height, FILLS[place], DEEP)
    return drawn.replace("/>", ' stroke-dasharray="3 2"/>') if place >= FIRST_DASHED else drawn


def _break(y: float, words: str) -> Iterator[str]:
    """A dashed line with its reason, across all of the chart."""
    [said] = text_width.fitted(words, WIDTH * 0.6, SMALL)
    start = text_width.width(said, SMALL) * SPACED + 8 if said else 0
    y += 2
    yield text(0, y + 4, said, SMALL, fill=INK, weight=700)
    yield f'<path d="M{start:.1f} {y:.1f}L{WIDTH} {y:.1f}" stroke="{INK}" stroke-width="1.5" stroke-dasharray="3 4"/>'
