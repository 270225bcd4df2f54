import pytest

from actionplan.exports.characters import clean_text, drawable, is_blank, unprintable


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Åäö – ”citat” 1\u00a0234 €", "Åäö – ”citat” 1\u00a0234 €"),
        ("Sámi ŋŧđ", "Sámi ŋŧđ"),
        ("Београд, Ελλάδα, שלום, مرحبا", "Београд, Ελλάδα, שלום, مرحبا"),
        ("e\u0301", "é"),
        ("😀 ok", "☐ ok"),
        ("👩🏽‍🚀", "☐"),
        ("漢", "☐"),
        ("𝐇𝐢 ﬁ １", "Hi ﬁ 1"),
        ("a\x00b\x07c\ufeffd\u202ee", "abcde"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ue000\ud800", "☐"),
        ("a\u0301b\u05b0", "áb"),
        ("\u0301a", "a"),
    ],
)
def test_what_cannot_be_drawn_is_replaced(text, printed):
    assert clean_text(text) == printed


@pytest.mark.parametrize(
    "text",
    ["upphandlingsbefogenhetsdelegation", "https://example.org/en-lang-adress/med-manga-delar/och-ett-svar?a=1"],
)
def test_a_word_that_can_be_broken_keeps_to_itself(text):
    assert clean_text(text) == text


def test_nothing_hidden_is_added_to_a_word_without_end():
    assert clean_text("x" * 100) == "x" * 100


@pytest.mark.parametrize(("text", "blank"), [("", True), (" \n\u00a0", True), ("\u200b\u00ad\x07", True), (".", False)])
def test_a_text_is_blank_when_nothing_of_it_is_seen(text, blank):
    assert is_blank(text) is blank


def test_the_replacement_itself_can_be_drawn():
    assert {"☐", "…", "–", "−", "×", "\u00a0"} <= drawable()


@pytest.mark.parametrize(
    ("text", "signs"),
    [("Åäö – 5 € Ελλάδα", []), ("😀 漢字 😀", ["😀", "漢", "字"]), ("👩🏽‍🚀", ["👩", "🚀"]), ("☐\ufe0f\u200b", [])],
)
def test_what_the_sign_would_stand_for_is_named_once(text, signs):
    assert unprintable(text) == signs
