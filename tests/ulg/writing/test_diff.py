from hypothesis import given
from hypothesis import strategies as st

from ulg.writing import diff
from ulg.writing.diff import ADDED, REMOVED, SAME, Line, Piece

lines = st.lists(st.tuples(st.sampled_from(["p", "h2", "li"]), st.text("ab <&.", max_size=12)), max_size=8)


def words(lines: list[Line], *kinds: str) -> list[str]:
    return ["".join(piece.text for piece in line.pieces if piece.kind in kinds) for line in lines]


def paragraphs(*texts: str) -> list[tuple[str, str]]:
    return [("p", text) for text in texts]


def test_a_changed_line_shows_which_words_came_and_went():
    found = diff.changes(paragraphs("We buy cleaning for schools."), paragraphs("We buy cleaning for all schools."))

    pieces = (Piece(SAME, "We buy cleaning for"), Piece(ADDED, " all"), Piece(SAME, " schools."))
    assert found == [Line("p", pieces)]


def test_lines_with_little_in_common_stand_one_after_the_other():
    found = diff.changes([("p", "Old words here")], [("h2", "Quite another heading")])

    assert found == [
        Line("p", (Piece(REMOVED, "Old words here"),)),
        Line("h2", (Piece(ADDED, "Quite another heading"),)),
    ]


def test_an_edited_line_is_found_beside_a_new_one():
    found = diff.changes(paragraphs("The second point."), paragraphs("Something new", "The second and last point."))

    assert words(found, SAME, ADDED) == ["Something new", "The second and last point."]
    assert words(found, REMOVED) == ["", ""]


def test_unchanged_lines_far_from_a_change_are_counted():
    same = paragraphs("1", "2", "3", "4", "5")

    found = diff.changes(same, [*same, ("p", "6")])

    assert found == [Line("", skipped=4), Line("p", (Piece(SAME, "5"),)), Line("p", (Piece(ADDED, "6"),))]


def test_each_side_marks_what_the_other_lacks():
    theirs, mine = diff.sides(paragraphs("Same", "Ask every bidder."), paragraphs("Same", "Ask every large bidder."))

    assert theirs == [Line("p", (Piece(SAME, "Same"),)), Line("p", (Piece(SAME, "Ask every bidder."),))]
    assert mine[1] == Line("p", (Piece(SAME, "Ask every"), Piece(ADDED, " large"), Piece(SAME, " bidder.")))


@given(lines, lines)
def test_no_word_is_lost_or_invented(before, after):
    found = diff.changes(before, [*after, ("p", "end")])
    skipped = any(line.skipped for line in found)

    old = [line for line in words(found, SAME, REMOVED) if line]
    new = [line for line in words(found, SAME, ADDED) if line]
    assert skipped or "".join(new) == "".join(text for _kind, text in after) + "end"
    assert skipped or "".join(old) == "".join(text for _kind, text in before)
