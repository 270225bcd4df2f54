"""One table of the figures: what was entered by hand first, then what notices give, and the sum of that alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from actionplan import figure_bars
from actionplan.exports.records import Record
from actionplan.exports.wording import Wording, decimal
from actionplan.notices.rules import Aim
from actionplan.reference.entered_figures import EnteredMeasure

AIMS = tuple(aim.value for aim in Aim)
COLUMNS = (*AIMS, "not_divided")
MEASURES = ["procedures", "lots", "estimated", "awarded", "framework", EnteredMeasure.SPEND.value]
Written = Callable[[Any], str]


def entered_of(found: Record, measure: str, currency: str, code: str = "") -> list[Record]:
    """What was entered of all purchases, or of one division, the earliest year first."""
    rows = [each for each in found["entered"] if (each["measure"], each["currency"]) == (measure, currency)]
    return sorted((each for each in rows if each["division"] == code), key=lambda each: str(each["year"]))


def entered_parts(each: Record) -> tuple[Decimal | None, ...]:
    return tuple(decimal(each[name]) for name in ("total", "social", "gender", "not_stated"))


def division(code: str, words: Wording) -> str:
    return words.code("division", code)


def total(counts: Record) -> Any:
    """Of what stands in one line; decimal strings are amounts."""
    found = [decimal(counts.get(name)) for name in COLUMNS]
    return sum(value for value in found if value is not None)


def table(title: str, first: str, counted: Record, entered: list[Record], words: Wording, written: Written) -> Record:
    """Whatever no line has is no column."""
    classes = [name for name in COLUMNS if decimal(counted["whole"].get(name))]
    classes = classes or list(AIMS[: AIMS.index(Aim.NOT_APPLICABLE)])
    columns = [*(words.code("aim", name) for name in classes), words.say("total")]
    rows = [_row(words, columns, each, _entered_cells(each, classes, words, written)) for each in entered]
    lines = list(counted["years"])
    if lines:
        lines.append({**counted["whole"], "year": words.say("whole" if first == "year" else "total")})
    for line in lines:
        cells = [written(number) for number in (*(line.get(name) or 0 for name in classes), total(line))]
        rows.append(_row(words, columns, {"year": line["year"]}, cells))
    return {
        "title": title,
        "first": words.say(first),
        "is_by_year": first == "year",
        "columns": columns,
        "rows": rows,
    }


def _row(words: Wording, columns: list[str], about: Record, cells: list[str] | Iterator[str]) -> Record:
    name = about["year"]
    is_entered = "source" in about
    return {
        "name": str(name) if isinstance(name, int) else name or "",
        "entered": words.say("entered") if is_entered else "",
        "source": about["source"] if is_entered else "",
        "source_day": words.day(about["source_on"]) if is_entered else "",
        "remark": about["remark"].strip() if is_entered else "",
        "cells": [{"title": title, "number": number} for title, number in zip(columns, cells, strict=True)],
    }


def _entered_cells(each: Record, classes: list[str], words: Wording, written: Written) -> Iterator[str]:
    """As on the figures page: without gender equality the social aims are one number."""
    whole, social, gender, not_stated = entered_parts(each)
    parts = dict(zip(figure_bars.CLASSES, figure_bars.parted(whole, social, gender, not_stated), strict=False))
    for name in classes:
        known = parts.get(name)
        yield words.say("not_known") if known is None else written(known)
    yield words.say("not_known") if whole is None else written(whole)
