"""Nothing in the PDF lies over its neighbour, however long the words, addresses and figures in its fields."""

from __future__ import annotations

from itertools import combinations, groupby

import pytest

from tests.actionplan.exports import documents, files, pdfs
from tests.long_words import ADDRESS, WORD

pytestmark = pytest.mark.poppler

FIGURES = {
    "amount": "9999999999.99",
    "baseline": "-999999999999.99",
    "target": "999999999999.99",
    "hours": 2_000_000_000,
    "kind": "once",
}
TEXTS = {
    "words": f"{WORD} {WORD.upper()}",
    "address": ADDRESS,
    "letters": "W" * 200,
    "short": "Upphandling och jämställdhet " * 8,
    "compounds": "Jämställdhetsupphandlingens " * 8,
    "capitals": "JÄMSTÄLLDHETENS " * 12,
}


def lies_over(one: pdfs.Word, other: pdfs.Word) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0.5 and down > 0.4 * min(one.bottom - one.top, other.bottom - other.top)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_word_lies_over_another(text, language):
    names = {"m1": {"shown_as": "name", "name": text[:200], "function": text[:200], "organisation": text[:200]}}
    document = documents.filled_with(text, [{"t": "p", "c": [text]}], FIGURES)

    words = list(pdfs.words(files.pdf(document, names, language)))

    found = [
        f"page {page}: {one.text[:60]!r} and {other.text[:60]!r}"
        for page, on_page in groupby(words, key=lambda word: word.page)
        for one, other in combinations(on_page, 2)
        if lies_over(one, other)
    ]
    assert (found[:20], len(words) > 300) == ([], True)
