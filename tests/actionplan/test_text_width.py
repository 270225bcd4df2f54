from __future__ import annotations

import pytest

from actionplan.text_width import fitted, width


@pytest.mark.parametrize(
    ("words", "most", "lines"),
    [
        ("Short", 1, ["Short"]),
        ("Short", 2, ["Short"]),
        ("", 2, [""]),
        ("Larger than one line", 1, ["Larger than…"]),
        ("Larger than one line", 2, ["Larger than", "one line"]),
        ("Larger than one line and even more", 2, ["Larger than", "one line an…"]),
        ("Jämställdhetsintegrering", 2, ["Jämställdhet", "sintegrering"]),
        ("  spread\n out ", 1, ["spread out"]),
    ],
)
def test_words_are_laid_in_lines_that_fit(words, most, lines):
    assert fitted(words, 75, 10, most) == lines
    assert all(width(line, 10) <= 75 for line in lines)


def test_a_width_of_nothing_still_holds_a_letter():
    assert fitted("Word", 1, 10, 2) == ["W", "o…"]
