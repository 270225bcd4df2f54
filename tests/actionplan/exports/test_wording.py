import pytest

from actionplan.exports.wording import Wording

NBSP = "\u00a0"
NAMES = {
    "m1": {"shown_as": "name", "name": "Maja Lind", "function": "inköpare", "organisation": "Umeå kommun"},
    "m2": {"shown_as": "function", "name": "", "function": "inköpare", "organisation": "Umeå kommun"},
    "m3": {"shown_as": "organisation", "name": "", "function": "", "organisation": "Umeå kommun"},
    "m4": {"shown_as": "anonymous", "name": "", "function": "", "organisation": ""},
    "m5": {"shown_as": "anonymous", "name": "Left by mistake", "function": "", "organisation": ""},
}
ANONYMOUS = {"name": "A member who chose not to be named", "detail": "", "organisation": "", "is_anonymous": True}


def wording(language: str = "en", currency: str = "SEK") -> Wording:
    return Wording(language, NAMES, currency)


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [("sv", f"19{NBSP}mars{NBSP}2024", f"mar{NBSP}2024"), ("en", f"19{NBSP}March{NBSP}2024", f"Mar{NBSP}2024")],
)
def test_days_follow_the_language(language, day, month):
    said = wording(language)

    assert (said.day("2024-03-19"), said.month("2024-03-19")) == (day, month)


@pytest.mark.parametrize(("iso", "day"), [(None, ""), ("", ""), ("next spring", "next spring"), (7, "7")])
def test_what_is_no_day_stands_as_it_is(iso, day):
    assert wording().day(iso) == day


@pytest.mark.parametrize(
    ("language", "written"),
    [("sv", [f"1{NBSP}234{NBSP}567,89", f"−1{NBSP}000", "0,5"]), ("en", ["1,234,567.89", "−1,000", "0.5"])],
)
def test_numbers_follow_the_language(language, written):
    assert [wording(language).number(each) for each in ("1234567.89", "-1000", "0.5")] == written


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("1234567.5", f"1,234,567.50{NBSP}SEK"),
        ("1000.00", f"1,000{NBSP}SEK"),
        ("0", f"0{NBSP}SEK"),
        (None, ""),
        ("NaN", ""),
        ("1e999", ""),
    ],
)
def test_whole_amounts_have_no_decimals(amount, written):
    assert wording().money(amount) == written


def test_a_currency_without_a_word_of_ours_stands_as_its_code():
    assert wording(currency="NOK").money("5") == f"5{NBSP}NOK"


def test_a_code_has_its_word_and_an_unknown_one_stands_as_it_is():
    assert [wording().code("category", code) for code in ("law", "new_one")] == ["Law and policy", "new_one"]


@pytest.mark.parametrize(
    ("reference", "person"),
    [
        ("m1", {"name": "Maja Lind", "detail": "inköpare", "organisation": "Umeå kommun", "is_anonymous": False}),
        ("m2", {"name": "Inköpare", "detail": "", "organisation": "Umeå kommun", "is_anonymous": False}),
        ("m3", {"name": "Umeå kommun", "detail": "", "organisation": "Umeå kommun", "is_anonymous": False}),
        ("m4", ANONYMOUS),
        ("m5", ANONYMOUS),
        ("m99", ANONYMOUS),
        (None, ANONYMOUS),
    ],
)
def test_a_person_stands_as_she_chose(reference, person):
    assert wording().person(reference) == person


@pytest.mark.parametrize(
    ("reference", "alone", "within"),
    [
        ("m1", "Maja Lind, Umeå kommun", "Maja Lind, Umeå kommun"),
        ("m2", "Inköpare, Umeå kommun", "inköpare, Umeå kommun"),
        ("m3", "Umeå kommun", "Umeå kommun"),
        ("m4", "A member who chose not to be named", "a member who chose not to be named"),
    ],
)
def test_a_signature_fits_its_sentence(reference, alone, within):
    said = wording()

    assert (said.signature(reference), said.signature(reference, is_within=True)) == (alone, within)


def test_values_take_their_places_whatever_they_hold():
    assert wording().say("version_of", number="{day}", day="%s {number}") == "Version {day} · %s {number}"
