from __future__ import annotations

from itertools import chain

from django.apps import apps

LONGEST = 45  # letters that fit on a line of a list of choices


def test_every_choice_and_group_of_choices_is_called_by_a_few_words():
    fields = chain.from_iterable(model._meta.get_fields() for model in apps.get_models())
    choices = [(field, *choice) for field in fields for choice in getattr(field, "choices", None) or ()]
    grouped = [(field, value, words) for field, value, words in choices if isinstance(words, list | tuple)]
    called = [(field, words) for field, _value, words in choices if not isinstance(words, list | tuple)]
    called += [(field, group) for field, group, _choices in grouped]
    called += [(field, words) for field, _group, choices in grouped for _value, words in choices]

    assert [f"{field}: {words}" for field, words in called if len(str(words)) > LONGEST] == []
