"""What the sections of the outline are called in every language of the portal, to be searched."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.utils import translation

from actionplan.reference.outline import NUMBERS, PARTS, WRITTEN
from ulg.search import Term, search_text


def keys_titled(term: Term) -> list[str]:
    """The keys of the sections whose number or title holds the term."""
    return [key for key, words in _titles().items() if term.is_in(words)]


@cache
def _titles() -> dict[str, str]:
    titles: dict[str, list[str]] = {key: [NUMBERS[key]] for key in WRITTEN}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for key in WRITTEN:
                titles[key].append(str(PARTS[key].title))
    return {key: search_text(texts) for key, texts in titles.items()}
