import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.document.canonical import canonical, sha256

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
)


@given(st.dictionaries(TEXT, VALUES))
def test_reading_and_writing_again_changes_nothing(document):
    text = canonical(document)

    assert (json.loads(text), canonical(json.loads(text))) == (document, text)


def test_keys_are_sorted_and_nothing_is_escaped():
    assert canonical({"ö": ["Å", None, True], "a": 1}) == '{"a":1,"ö":["Å",null,true]}'


@pytest.mark.parametrize("value", [1.5, [1.0], {"deep": [{"er": 0.1}]}, float("nan")])
def test_a_float_is_refused(value):
    with pytest.raises(TypeError):
        canonical({"value": value})


def test_the_fingerprint_is_that_of_the_bytes_in_the_file():
    assert sha256("Å") == "0a94dc9d420d1142d6b71de60f9bf7e2f345a4d62c9f141b091539769ddf3075"


def test_half_a_character_becomes_a_question_mark():
    assert canonical({"title": "a\ud800b"}) == '{"title":"a?b"}'
