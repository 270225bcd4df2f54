"""The figures of a city's notices as the pages show them: sums, bars by year and division, tables of all numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from actionplan.bars import BarWords, StackedBar, stacked_bars
from actionplan.exports.actions import drawn
from actionplan.exports.characters import clean_text
from actionplan.exports.records import Index, Plan, Record
from actionplan.exports.wording import Wording, decimal
from actionplan.notices.rules import Aim

MOST_DIVISIONS = 8  # in the picture; the table has all
AIMS = tuple(aim.value for aim in Aim)


def figures(plan: Plan, words: Wording, index: Index) -> Record | None:
    found = plan["figures"]
    if not found["notices"]:
        return None
    return {"shares": _shares(found, words), "counting": words.say("counting"), "charts": _charts(found, words)}


def numbers(plan: Plan, words: Wording, index: Index) -> list[Record]:
    """A table for each measure, a line for each year, and one of the divisions; the last line is the sum."""
    found = plan["figures"]
    if not found["notices"]:
        return []
    tables = [
        _table(words.say(title), "year", found[name], words, words.number)
        for title, name in (("procedures_by_year", "procedures"), ("lots_by_year", "lots"))
    ]
    tables += [_values(each, words) for each in found["values"]]
    divisions = [{**each, "year": words.code("division", each["division"])} for each in found["divisions"]]
    by_division = {"whole": found["lots"]["whole"], "years": sorted(divisions, key=lambda each: -_total(each))}
    return [*tables, _table(words.say("lots_by_division"), "division", by_division, words, words.number)]


def _shares(found: Record, words: Wording) -> str:
    lots = found["lots"]["whole"]
    social = (lots["gender"] or 0) + (lots["social"] or 0)
    return words.say(
        "shares",
        all=words.number(_total(lots) - (lots["not_applicable"] or 0)),
        social=words.number(social),
        gender=words.number(lots["gender"] or 0),
        notices=words.number(found["notices"]),
        day=words.day(found["until"]),
    )


def _values(each: Record, words: Wording) -> Record:
    currency = words.code("currency", each["currency"])
    title = words.say("values_by_year", measure=words.code("measure", each["measure"]), currency=currency)
    return _table(title, "year", each, words, words.amount)


def _table(title: str, first: str, counted: Record, words: Wording, written: Callable[[Any], str]) -> Record:
    """Whatever no line has is no column."""
    classes = [name for name in (*AIMS, "not_divided") if decimal(counted["whole"].get(name))]
    lines = [*counted["years"], {**counted["whole"], "year": words.say("whole" if first == "year" else "total")}]
    columns = [*(words.code("aim", name) for name in classes), words.say("total")]
    return {
        "title": title,
        "first": words.say(first),
        "is_by_year": first == "year",
        "columns": columns,
        "rows": [
            {
                "name": str(line["year"]) if isinstance(line["year"], int) else line["year"],
                "cells": [
                    {"title": column, "number": written(number)}
                    for column, number in zip(
                        columns, (*(line[name] or 0 for name in classes), _total(line)), strict=True
                    )
                ],
            }
            for line in lines
        ],
    }


def _charts(found: Record, words: Wording) -> list[Record]:
    years = [_bar(str(each["year"]), each, words) for each in found["lots"]["years"]]
    return [
        drawn(chart)
        for title, bars in (("lots_by_year", years), ("lots_by_division", _divisions(found, words)))
        if (chart := stacked_bars(bars, _bar_words(words.say(title), words)))
    ]


def _divisions(found: Record, words: Wording) -> list[StackedBar]:
    """The largest; those that are left together."""
    ordered = sorted(found["divisions"], key=lambda each: -_total(each))
    shown, others = ordered[:MOST_DIVISIONS], ordered[MOST_DIVISIONS:]
    bars = [_bar(_division(each["division"], words), each, words) for each in shown]
    if others:
        summed = {name: sum(each[name] or 0 for each in others) for name in AIMS}
        bars.append(_bar(words.say("other_divisions"), summed, words))
    return bars


def _division(code: str, words: Wording) -> str:
    """Its words, or the digits of one that the vocabulary does not have; a chart draws nothing else."""
    return words.codes["division"].get(code) or "".join(filter(str.isdecimal, clean_text(code))) or "–"


def _bar(name: str, counts: Record, words: Wording) -> StackedBar:
    total = _total(counts) - (counts["not_applicable"] or 0)
    note = words.say("gender_of", gender=words.number(counts["gender"] or 0), total=words.number(total))
    return StackedBar(clean_text(str(name)), tuple(counts[aim] or 0 for aim in AIMS), str(note))


def _bar_words(title: str, words: Wording) -> BarWords:
    classes = [words.code("aim", aim) for aim in AIMS]

    def row(bar: StackedBar) -> str:
        known = [
            words.say("bars_class", aim=aim, number=count)
            for aim, count in zip(classes, bar.counts, strict=True)
            if count
        ]
        return words.say("bars_row", name=bar.name, classes=", ".join(known))

    return BarWords(title, words.say("bars_alt", rows="{rows}"), row, classes)


def _total(counts: Record) -> Any:
    """Of what stands in one line; decimal strings are amounts."""
    found = [decimal(counts.get(name)) for name in (*AIMS, "not_divided")]
    return sum(value for value in found if value is not None)
