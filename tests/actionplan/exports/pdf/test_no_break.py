from __future__ import annotations

import pytest

from actionplan.exports.pdf.no_break import NO_BREAK, together


@pytest.mark.parametrize(
    "bound",
    [
        "12~%",
        "5~år",
        "3~500~SEK",
        "1~200~000~kr",
        "§~5",
        "17~kap.~1~§",
        "den 18~november~2025",
        "1~May~2026",
        "May~2026",
        "SEK~3~500",
        "€~5",
        "10~years",
        "2,5~miljoner kronor",
    ],
)
def test_what_belongs_together_stays_on_one_line(bound):
    assert together(bound.replace("~", " ")) == bound.replace("~", NO_BREAK)


@pytest.mark.parametrize("free", ["no number here", "av 60 upphandlingar", "2024 angav", "EUR 300 bids"])
def test_other_words_may_part(free):
    assert together(free) == free
