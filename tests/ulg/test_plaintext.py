from __future__ import annotations

from ulg.plaintext import one_line, printable


def test_printable_text_loses_what_has_no_shape():
    assert printable("a\x00b\x1b[31m\x85c\ufeff\ud800\ue000") == "ab[31mc"


def test_printable_text_keeps_lines_tabs_letters_and_emoji():
    text = "Å\tä\n\u00a0ö 👩\u200d🔧 ñ"

    assert printable(text) == text


def test_printable_text_has_plain_line_ends():
    assert printable("a\r\nb\rc") == "a\nb\nc"


def test_one_line_joins_what_stood_on_several():
    assert one_line("  Too\r\nlarge\u00a0 lots\x07 ") == "Too large lots"
