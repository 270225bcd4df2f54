from __future__ import annotations

import pytest

from tests.actionplan.exports import documents, files, pdfs

pytestmark = pytest.mark.poppler


@pytest.mark.parametrize(
    ("language", "words"),
    [("sv", "tecken som inte kan skrivas ut"), ("en", "character that cannot be printed")],
)
def test_what_no_font_can_draw_is_told_in_the_language_of_the_text(language, words):
    document = documents.plan(actions=0, language=language) | {"title": "Plan 😀😀 för alla"}

    pdf = files.pdf(document, {})

    assert f"Plan ☐ [{words}] för alla" in pdfs.flowing(pdf)
    assert pdfs.findings(pdf) == []
