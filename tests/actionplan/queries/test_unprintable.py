from __future__ import annotations

import pytest

from actionplan.queries import unprintable
from tests.factories import FindingFactory
from tests.plans import full_plan

pytestmark = pytest.mark.django_db


def test_characters_without_a_font_are_named_with_the_field_and_the_record():
    made = full_plan()
    made.action.risk = "Det går 😀 fel 漢"
    made.action.save()

    found = unprintable.of_plan(made.plan)

    assert [(each.words, each.url) for each in found] == [
        (
            f"{made.action.code}, risk: the PDF cannot show 😀 (U+1F600), 漢 (U+6F22)",
            f"/umea/actions/{made.action.pk}/edit/#id_risk",
        )
    ]


def test_a_comment_is_named_with_its_own_address():
    made = full_plan()
    made.comment.text = "👍"
    made.comment.save()

    found = unprintable.of_plan(made.plan)

    assert [(each.words, each.url) for each in found] == [
        (f"{made.comment.short_name}: the PDF cannot show 👍 (U+1F44D)", made.comment.get_absolute_url())
    ]


def test_what_is_not_printed_is_not_named():
    made = full_plan()
    FindingFactory(plan=made.plan, title="😀", removed_at="2026-01-01T00:00Z")

    assert unprintable.of_plan(made.plan) == []
