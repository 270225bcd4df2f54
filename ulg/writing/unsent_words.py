"""What stands in unsent texts: which one holds another whole, and the words by which a reader tells them apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import unescape

from django.apps import apps
from django.db import models
from django.utils.html import strip_tags
from django.utils.text import Truncator

from ulg.models import UnsentText
from ulg.models.texts import CleanedField, EmailField
from ulg.models.unsent_text import UnsentTextQuerySet
from ulg.writing.submissions import KEY

MOST = 24  # words that are shown of a text
BEFORE = 3  # of them those that stand before what is different


def first_words(text: str) -> str:
    return Truncator(text).words(MOST)


def longest(unsent: UnsentText) -> str:
    """The longest text in it; what was chosen from a list is no text."""
    return _plain(max((text for texts in _written(unsent).values() for text in texts), key=len, default=""))


def told_apart(text: str, others: Iterable[str]) -> str:
    """Its first words, or where others begin alike its words from where it is different."""
    alike = [other for other in others if other != text and first_words(other) == first_words(text)]
    if not alike:
        return first_words(text)
    same = max(_same_signs(text, other) for other in alike)
    begun = len(text[:same].rsplit(" ", BEFORE)[0]) if text[same:].strip() else len(text.rsplit(" ", 2 * BEFORE)[0])
    return f"… {first_words(text[begun:].strip())}"


def without_held(texts: Sequence[UnsentText] | UnsentTextQuerySet) -> list[UnsentText]:
    """Those that stand whole in no other of them, the first of each that say the same."""
    return [
        unsent
        for place, unsent in enumerate(texts)
        if not any(
            holds(other, unsent) and (before < place or not holds(unsent, other)) for before, other in enumerate(texts)
        )
    ]


def holds(later: UnsentText, earlier: UnsentText) -> bool:
    """Whether the one is the other as it stood when more had been written in one place, on the same page."""
    places = [(each.author_id, each.form_url, each.window) for each in (later, earlier)]
    if later.pk == earlier.pk or not later.window or places[0] != places[1] or earlier.edits > later.edits:
        return False
    if _chosen(earlier) != _chosen(later) or _written(earlier).keys() != _written(later).keys():
        return False
    pairs = [(before, _written(later)[name]) for name, before in _written(earlier).items()]
    return all(len(one) == len(other) and all(map(_has_grown, one, other)) for one, other in pairs)


def _has_grown(before: str, after: str) -> bool:
    before, after = _plain(before), _plain(after)
    at_start = _same_signs(before, after)
    at_end = _same_signs(before[at_start:][::-1], after[at_start:][::-1])
    return at_start + at_end == len(before)


def _same_signs(one: str, other: str) -> int:
    """How many there are before the first that is different."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))


def _plain(text: str) -> str:
    return " ".join(unescape(strip_tags(text.replace("><", "> <"))).split())


def _written(unsent: UnsentText) -> dict[str, list[str]]:
    return {name: found for name, found in unsent.fields.items() if name in _names_of_texts()}


def _chosen(unsent: UnsentText) -> dict[str, list[str]]:
    return {name: found for name, found in unsent.fields.items() if name not in {KEY, *_names_of_texts()}}


@cache
def _names_of_texts() -> frozenset[str]:
    """Fields in which people write in their own words, of any form: they are called as the columns that keep them."""
    columns = [column for model in apps.get_models() for column in model._meta.fields]
    return frozenset(column.name for column in columns if _is_written(column))


def _is_written(column: models.Field) -> bool:
    return isinstance(column, CleanedField) and not isinstance(column, EmailField)
