import pytest
from django.core.exceptions import ValidationError

from ulg.forms.texts import LineField, LinesField


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Anna  Ek ", "Anna Ek"), ("Anna\r\nEk", "Anna Ek"), ("An\x00na\x07", "Anna"), ("<b>Anna</b>", "<b>Anna</b>")],
)
def test_a_line_keeps_what_can_be_seen_on_one_line(typed, kept):
    assert LineField(required=False).clean(typed) == kept


def test_a_line_of_nothing_but_invisible_characters_is_empty():
    with pytest.raises(ValidationError):
        LineField().clean("\x00\ufeff \n")


def test_a_list_is_read_line_by_line_without_doubles():
    assert LinesField(required=False).clean("Umeå kommun\r\n\n  Umeå   stad\nUmeå kommun") == [
        "Umeå kommun",
        "Umeå stad",
    ]


def test_a_list_is_shown_line_by_line():
    assert LinesField().prepare_value(["Umeå kommun", "Umeå stad"]) == "Umeå kommun\nUmeå stad"


def test_each_line_has_an_end():
    with pytest.raises(ValidationError):
        LinesField(max_length=5).clean("short\nnot short")
