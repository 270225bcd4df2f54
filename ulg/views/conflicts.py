"""What two people wrote in the same fields, made ready to be seen side by side."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models

from ulg.models.meta import field_of
from ulg.reference.words import Words
from ulg.writing import diff, field_values, saving
from ulg.writing.format_diff import FormatChange


@dataclass(frozen=True)
class Side:
    """One writer's field: a short value in words, or the lines of a text."""

    words: str = ""
    lines: tuple[diff.Line, ...] = ()


@dataclass(frozen=True)
class BothSides:
    name: str
    label: Words
    theirs: Side
    mine: Side
    before: str = ""
    is_text: bool = False
    are_theirs: bool = False  # words of the city, in its language
    links: tuple[FormatChange, ...] = ()  # before: as they have it, after: as the writer does
    kinds: tuple[FormatChange, ...] = ()

    @property
    def is_formatting_only(self) -> bool:
        return self.is_text and all(line.is_same for line in (*self.theirs.lines, *self.mine.lines))


def fields(conflict: saving.Conflict) -> list[BothSides]:
    targets = {overlap.name: field_of(conflict.record, overlap.name) for overlap in conflict.overlaps}
    both = [(targets[each.name], value) for each in conflict.overlaps for value in (each.base, each.mine, each.theirs)]
    names = field_values.names_for(both)
    return [_sides(conflict, overlap, targets[overlap.name], names) for overlap in conflict.overlaps]


def _sides(
    conflict: saving.Conflict, overlap: saving.Overlap, target: models.Field, names: field_values.Names
) -> BothSides:
    mine = conflict.values.get(overlap.name, overlap.mine)
    if field_values.is_text(target):
        theirs_lines, mine_lines = diff.sides(
            field_values.lines(target, overlap.theirs), field_values.lines(target, mine)
        )
        theirs_side, mine_side = Side(lines=tuple(theirs_lines)), Side(lines=tuple(mine_lines))
        changes = field_values.format_changes(target, overlap.theirs, mine)
        return BothSides(overlap.name, overlap.label, theirs_side, mine_side, "", True, False, *changes)
    theirs_words, mine_words = (field_values.words(target, value, names) for value in (overlap.theirs, overlap.mine))
    before = field_values.words(target, overlap.base, names)
    sides = (Side(theirs_words), Side(mine_words))
    return BothSides(overlap.name, overlap.label, *sides, before, are_theirs=field_values.are_theirs(target))
