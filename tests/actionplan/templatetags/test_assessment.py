from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import translation

from actionplan.models import Answer
from actionplan.templatetags.assessment import moved, pips, scored


@pytest.mark.parametrize(
    ("change", "language", "written"),
    [("0.4", "en", "+0.4"), ("-0.4", "sv", "−0,4"), ("0.0", "en", "0.0"), (None, "en", "–")],
)
def test_a_change_has_its_sign(change, language, written):
    with translation.override(language):
        assert moved(change and Decimal(change)) == written


@pytest.mark.parametrize(("points", "marked"), [(0, 0), (Decimal("1.4"), 1), (Decimal("1.5"), 2), (3, 3)])
def test_three_marks_stand_for_the_points_and_are_for_the_eye_only(points, marked):
    html = pips(points)

    assert (html.count('<i class="on">'), html.count("<i"), 'aria-hidden="true"' in html) == (marked, 3, True)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, "Not asked"),
        (Answer(), "No answer yet"),
        (Answer(score="unknown"), "Don&#x27;t know"),
        (Answer(left_out_reason="Not ours"), "Left out"),
        (Answer(score="2"), "<b>2</b> To a large extent"),
    ],
)
def test_what_was_answered_is_said_in_words(answer, words):
    assert words in scored(answer)
