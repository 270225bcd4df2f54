import re

import pytest
from django.conf import settings

from actionplan.exports import labels

PLACES = re.compile(r"\{\w+\}")
LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_has_the_same_places_in_every_language(language):
    english, other = labels.build("en")["labels"], labels.build(language)["labels"]

    assert {
        key: PLACES.findall(words)
        for key, words in other.items()
        if set(PLACES.findall(words)) != set(PLACES.findall(english[key]))
    } == {}
    assert [key for key, words in other.items() if not words.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_word(language):
    lists = labels.build(language)["codes"]

    assert [(name, code) for name, codes in lists.items() for code, word in codes.items() if not word.strip()] == []
    assert all(lists.values())


def test_no_key_stands_for_two_words():
    parts = (labels.VERSION, labels.WORDS, labels.ACTIONS, labels.BASELINE, labels.ANNEXES)

    assert len(labels.build("en")["labels"]) == sum(map(len, parts))
