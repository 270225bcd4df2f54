from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulg.email_addresses import canonical, shown


@pytest.mark.parametrize(
    "written",
    [
        "anna@example.org",
        " Anna@Example.ORG\n",
        "\u200banna@\u2060example.org\ufeff",
        "anna＠example．org",
        "ａｎｎａ@example。org",
        "\u202eanna@example.org\u202c",
    ],
    ids=ascii,
)
def test_every_spelling_of_an_address_is_one(written):
    assert canonical(written) == "anna@example.org"


@pytest.mark.parametrize(
    "written",
    ["anna@umeå.example", "anna@UMEÅ.example", "anna@umea\u030a.example", "anna@xn--ume-wla.example"],
    ids=ascii,
)
def test_an_international_domain_has_one_spelling(written):
    assert canonical(written) == "anna@xn--ume-wla.example"
    assert shown(canonical(written)) == "anna@umeå.example"


def test_letters_that_are_not_the_same_stay_apart():
    found = {
        canonical(each) for each in ["a@straße.example", "a@strasse.example", "a@аpple.example", "a@apple.example"]
    }

    assert len(found) == 4


@given(st.text(max_size=12) | st.from_regex(r"[a-zå]{1,3}@[a-zåßσς.-]{0,8}", fullmatch=True))
def test_the_form_is_settled_and_comes_back_from_how_it_is_shown(written):
    assert canonical(canonical(written)) == canonical(written)
    assert canonical(shown(canonical(written))) == canonical(written)
