from __future__ import annotations

from collections import Counter

import pytest
from django.conf import settings
from django.utils import translation

from actionplan.models import Record
from actionplan.reference.assessment import Dimension
from actionplan.reference.questionnaire import ASPECTS, CRITERIA, QUESTIONNAIRES, criteria_key

every_version = pytest.mark.parametrize("version", QUESTIONNAIRES)


@every_version
def test_no_key_is_used_twice(version):
    keys = [each.key for each in QUESTIONNAIRES[version]]

    assert sorted(keys) == sorted(set(keys))


@every_version
def test_every_dimension_is_asked_about_in_their_order(version):
    asked = [each.dimension for each in QUESTIONNAIRES[version]]

    assert list(Counter(asked)) == list(Dimension)


@every_version
@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_statement_fits_into_a_title_in_every_language(version, language):
    most = Record._meta.get_field("title").max_length

    with translation.override(language):
        assert [each.key for each in QUESTIONNAIRES[version] if len(str(each.words)) > most] == []


@every_version
def test_the_same_is_asked_of_every_kind_of_criteria(version):
    asked = {each.key for each in QUESTIONNAIRES[version] if each.dimension == Dimension.CRITERIA}

    assert asked == {criteria_key(kind, aspect) for kind in CRITERIA for aspect in ASPECTS}
