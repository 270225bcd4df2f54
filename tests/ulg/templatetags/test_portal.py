from __future__ import annotations

import pytest
from django.template import Context
from django.utils import translation
from django.utils.html import conditional_escape

from tests.factories import CityFactory
from ulg.templatetags.portal import in_plan_language, page_url, unbroken, with_plan_words


@pytest.fixture
def context(rf):
    def build(address="/"):
        request = rf.get(address)
        request.city = CityFactory.build(language="sv")
        return Context({"request": request})

    return build


@pytest.mark.parametrize(("language", "attribute"), [("en", ' lang="sv"'), ("sv", "")])
def test_the_plan_s_language_is_named_where_the_page_speaks_another(context, language, attribute):
    with translation.override(language):
        assert in_plan_language(context()) == attribute


@pytest.mark.parametrize(
    ("language", "quoted", "words"),
    [
        ("en", "Stora <avtal>", 'Answer “<span lang="sv">Stora &lt;avtal&gt;</span>” &amp; go on'),
        ("en", "", "Answer “Stora &lt;avtal&gt;” &amp; go on"),
        ("sv", "Stora <avtal>", "Answer “Stora &lt;avtal&gt;” &amp; go on"),
    ],
)
def test_words_of_the_plan_in_a_sentence_are_named_with_their_language(context, language, quoted, words):
    with translation.override(language):
        found = with_plan_words(context(), "Answer “Stora <avtal>” & go on", quoted)

    assert conditional_escape(found) == words


@pytest.mark.parametrize(
    ("name", "address"),
    [("page", "?q=lots&page=3#main"), ("indicators", "?q=lots&page=2&indicators=3#indicators")],
)
def test_another_page_keeps_the_rest_of_the_address(context, name, address):
    assert page_url(context("/barriers/?q=lots&page=2"), 3, name) == address


@pytest.mark.parametrize(("words", "shown"), [("B-01", "B\u201101"), ("§ 214", "§\u00a0214"), ("", "")])
def test_a_code_or_number_is_parted_by_no_line_end(words, shown):
    assert unbroken(words) == shown
