from __future__ import annotations

import pytest
from django.utils import translation

from actionplan.models import Action, Barrier
from ulg.models import Membership

CHOSEN = [(Barrier, "category"), (Barrier, "step"), (Action, "cost_kind"), (Membership, "role")]


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize(("model", "name"), CHOSEN)
def test_a_choice_shows_as_its_word_in_the_reader_s_language(model, name, language):
    field = model._meta.get_field(name)

    with translation.override(language):
        shown = [getattr(model(**{name: value}), f"get_{name}_display")() for value, _word in field.flatchoices]
        words = [str(word) for _value, word in field.flatchoices]

    assert shown == words


@pytest.mark.parametrize(("value", "shown"), [("", ""), ("gone", "gone")])
def test_a_value_that_is_no_choice_shows_as_itself(value, shown):
    assert Barrier(category=value).get_category_display() == shown
