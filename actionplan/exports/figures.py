"""The figures of a city as the pages show them: sums, bars by year and division, tables of all numbers.

What was entered by hand stands beside what notices give and is never added to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from actionplan import figure_bars
from actionplan.bars import BarWords, StackedBar, stacked_bars
from actionplan.exports.actions import drawn
from actionplan.exports.characters import clean_text
from actionplan.exports.figure_tables import AIMS, MEASURES, division, entered_of, entered_parts, table, total
from actionplan.exports.records import Index, Plan, Record
from actionplan.exports.wording import Wording, decimal
from actionplan.reference.suppliers import Ownership

MOST_DIVISIONS = 8  # in the picture; the table has all


def figures(plan: Plan, words: Wording, index: Index) -> Record | None:
    found = plan["figures"]
    if not is_there(plan):
        return None
    return {
        "sentences": [*_sentences(found, words)],
        "counting": words.say("counting"),
        "charts": _charts(found, words),
    }


def is_there(plan: Plan) -> bool:
    return bool(plan["figures"]["notices"] or plan["figures"]["entered"])


def numbers(plan: Plan, words: Wording, index: Index) -> list[Record]:
    """A table for each measure, a line for each year, one of the divisions, and one of the winners."""
    found = plan["figures"]
    if not is_there(plan):
        return []
    tables = [_measure(found, measure, currency, words) for measure, currency in _measures(found)]
    divisions = [{**each, "year": division(each["division"], words)} for each in found["divisions"]]
    if divisions:
        by_division = {"whole": found["lots"]["whole"], "years": sorted(divisions, key=lambda each: -total(each))}
        tables.append(table(words.say("lots_by_division"), "division", by_division, [], words, words.number))
    return [*tables, *_entered_divisions(found, words), *_ownership(found, words)]


def _entered_divisions(found: Record, words: Wording) -> Iterator[Record]:
    """What was entered of one kind of purchase: a table for each measure of a division."""
    keys = [(each["measure"], each["currency"], each["division"]) for each in found["entered"] if each["division"]]
    for measure, currency, code in dict.fromkeys(keys):
        title = words.say("measure_in", measure=_title(measure, currency, words), currency=division(code, words))
        written = words.amount if currency else words.number
        entered = entered_of(found, measure, currency, code)
        yield table(
            words.say("by_aim_and_year", measure=title), "year", {"whole": {}, "years": []}, entered, words, written
        )


def _measures(found: Record) -> list[tuple[str, str]]:
    """Those that notices give and those that were entered, each once."""
    counted = [("procedures", ""), ("lots", "")] if found["notices"] else []
    counted += [(each["measure"], each["currency"]) for each in found["values"]]
    given = [(each["measure"], each["currency"]) for each in found["entered"] if not each["division"]]
    return sorted(dict.fromkeys(counted + given), key=lambda key: (_place(key[0]), key[1]))


def _place(measure: str) -> int:
    return MEASURES.index(measure) if measure in MEASURES else len(MEASURES)


def _measure(found: Record, measure: str, currency: str, words: Wording) -> Record:
    values = [each for each in found["values"] if (each["measure"], each["currency"]) == (measure, currency)]
    counted = found.get(measure) if measure in ("procedures", "lots") else values[0] if values else None
    written = words.amount if currency else words.number
    entered = entered_of(found, measure, currency)
    named = words.say("by_aim_and_year", measure=_title(measure, currency, words))
    return table(named, "year", counted or {"whole": {}, "years": []}, entered, words, written)


def _title(measure: str, currency: str, words: Wording) -> str:
    title = words.code("measure", measure)
    return words.say("measure_in", measure=title, currency=words.code("currency", currency)) if currency else title


def _sentences(found: Record, words: Wording) -> Iterator[str]:
    if found["notices"]:
        lots = found["lots"]["whole"]
        yield words.say(
            "shares",
            all=words.number(total(lots) - (lots["not_applicable"] or 0)),
            social=words.number((lots["gender"] or 0) + (lots["social"] or 0)),
            gender=words.number(lots["gender"] or 0),
            notices=words.number(found["notices"]),
            day=words.day(found["until"]),
        )
    possible = {name: found["possible"][name] or 0 for name in ("confirmed", "dismissed", "to_review")}
    if any(possible.values()):
        yield words.say("possible", **{name: words.number(number) for name, number in possible.items()})
    if found["entered"] and found["notices"]:
        yield words.say("series_breaks")
    yield from _women(found, words)


def _women(found: Record, words: Wording) -> Iterator[str]:
    """Of the last year with awards: the least and the most that firms of women can have won."""
    for each in found["ownership"][-1:]:
        parts = {name: decimal(each[name]) or Decimal() for name in Ownership.values}
        whole, women = sum(parts.values()), parts[Ownership.WOMEN_OWNED]
        if whole > 0 and min(parts.values()) >= 0:
            lower, upper = (part * 100 / whole for part in (women, women + parts[Ownership.UNKNOWN]))
            yield words.say(
                "women_owned",
                lower=words.mean(lower),
                upper=words.mean(upper),
                year=each["year"],
                won=words.amount(women),
                total=words.amount(whole),
                currency=words.code("currency", each["currency"]),
                unknown=words.amount(parts[Ownership.UNKNOWN]),
            )


def _ownership(found: Record, words: Wording) -> Iterator[Record]:
    for currency in dict.fromkeys(each["currency"] for each in found["ownership"]):
        lines = [each for each in found["ownership"] if each["currency"] == currency]
        columns = [*(words.code("ownership", name) for name in Ownership.values), words.say("total")]
        yield {
            "title": words.say("by_ownership", currency=words.code("currency", currency)),
            "first": words.say("year"),
            "is_by_year": True,
            "columns": columns,
            "rows": [_owned(each, columns, words) for each in lines],
        }


def _owned(each: Record, columns: list[str], words: Wording) -> Record:
    amounts = [decimal(each[name]) or Decimal() for name in Ownership.values]
    cells = zip(columns, (*amounts, sum(amounts, Decimal())), strict=True)
    return {
        "name": str(each["year"] or ""),
        "entered": "",
        "source": "",
        "source_day": "",
        "remark": "",
        "cells": [{"title": title, "number": words.amount(number)} for title, number in cells],
    }


def _charts(found: Record, words: Wording) -> list[Record]:
    """The lots, or the procedures where no lots are known."""
    measure = "lots" if found["notices"] or entered_of(found, "lots", "") else "procedures"
    before = [_entered_bar(each, words) for each in entered_of(found, measure, "")]
    after = [_bar(str(each["year"]), each, words) for each in found[measure]["years"]]
    years = figure_bars.with_break([*before, *after], len(before) if before and after else None)
    divisions = [_bar(_name(each["division"], words), each, words) for each in found["divisions"]]
    divisions = figure_bars.shortened(divisions, MOST_DIVISIONS, str(words.say("other_divisions")))
    titles = (words.say("by_aim_and_year", measure=words.code("measure", measure)), words.say("lots_by_division"))
    charts = (
        stacked_bars(bars, _bar_words(title, words)) for title, bars in zip(titles, (years, divisions), strict=True)
    )
    return [drawn(chart) for chart in charts if chart]


def _name(code: str, words: Wording) -> str:
    """A chart draws the words of a division that the vocabulary has, and of others the digits."""
    return str(words.codes["division"].get(code) or "".join(filter(str.isdecimal, clean_text(code))) or "–")


def _bar(name: str, counts: Record, words: Wording) -> StackedBar:
    known = total(counts) - (counts["not_applicable"] or 0)
    note = words.say("gender_of", gender=words.number(counts["gender"] or 0), total=words.number(known))
    return figure_bars.counted(name, {aim: int(counts[aim] or 0) for aim in AIMS}, str(note))


def _entered_bar(each: Record, words: Wording) -> StackedBar:
    whole, social, gender, not_stated = (None if part is None else int(part) for part in entered_parts(each))
    note = words.say("entered_note", gender=words.number(gender), total=words.number(whole))
    return figure_bars.entered(str(each["year"] or ""), whole, social, gender, not_stated, str(note))


def _bar_words(title: str, words: Wording) -> BarWords:
    classes = [str(words.code("aim", name)) for name in figure_bars.CLASSES]

    def row(bar: StackedBar) -> str:
        counted = zip(classes, bar.counts, strict=True)
        known = [words.say("bars_class", aim=aim, number=count) for aim, count in counted if count]
        return words.say("bars_row", name=bar.name, classes=", ".join(known))

    return BarWords(
        title,
        words.say("bars_alt", rows="{rows}"),
        row,
        classes,
        str(words.say("break_here")),
        str(words.say("gender_note")),
    )
