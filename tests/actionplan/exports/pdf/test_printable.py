from actionplan.exports.pdf.printable import clean


def test_every_text_of_a_document_is_cleaned_but_addresses_fingerprints_and_drawings():
    raw = {
        "text": ["😀", {"title": "\x00a"}],
        "href": "https://example.org/😀",
        "sha256": "7" * 64,
        "svg": "<" + "x" * 99,
    }

    assert clean(raw) == raw | {"text": ["☐", {"title": "a"}]}


def test_the_sign_stands_once_for_what_cannot_be_drawn_together():
    assert clean({"title": "A 👩🏽‍🚀漢字, B 😀"}, "☐ [no]") == {"title": "A ☐ [no], B ☐ [no]"}
