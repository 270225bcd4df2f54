from __future__ import annotations

import pytest
from crispy_forms.utils import render_crispy_form
from django.http import QueryDict
from django.utils import translation

from actionplan.forms.barriers import BarrierFilter
from actionplan.forms.comments import CommentForm, ReplyForm
from actionplan.forms.solutions import SolutionFilter
from ulg.templatetags.portal import fields

FORMS = {
    "nothing asked": lambda: BarrierFilter(QueryDict()),
    "asked": lambda: BarrierFilter(QueryDict("q=lots&status=raised")),
    "asked for what is none": lambda: BarrierFilter(QueryDict("status=gone")),
    "another page": lambda: BarrierFilter(QueryDict("page=2")),
    "another filter": lambda: SolutionFilter(QueryDict()),
    "comment": CommentForm,
    "kept comment": lambda: CommentForm(initial={"text": "The lots are too large"}),
    "empty comment": lambda: CommentForm({"text": ""}),
    "reply": lambda: ReplyForm(auto_id="reply-7-%s"),
    "other reply": lambda: ReplyForm(auto_id="reply-8-%s"),
}


@pytest.mark.parametrize("made_before", FORMS)
@pytest.mark.parametrize("name", FORMS)
def test_fields_are_those_of_this_very_form(name, made_before):
    fields(FORMS[made_before]())

    assert fields(FORMS[name]()) == render_crispy_form(FORMS[name]())


def test_fields_speak_the_reader_s_language():
    shown = {}
    for language in ("en", "sv", "en"):
        with translation.override(language):
            shown[language] = fields(CommentForm())
            assert shown[language] == render_crispy_form(CommentForm())

    assert shown["en"] != shown["sv"]
