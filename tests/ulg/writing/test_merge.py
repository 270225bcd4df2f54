from collections import Counter

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from tests.work import calls
from ulg.writing.merge import blocks_with_mine, merge_blocks, merge_text, text_with_mine

PLACES = st.integers(0, 30)
EDITS = st.lists(st.tuples(st.sampled_from(["insert", "delete", "replace", "move"]), PLACES, PLACES), max_size=4)
NO_MOVES = EDITS.map(lambda edits: [edit for edit in edits if edit[0] != "move"])
BASES = st.integers(0, 7).map(lambda length: [f"sentence {number}" for number in range(length)])
REPEATED = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=6)


def written(base, edits, writer):
    """The text after a writer's edits; every new sentence is the writer's own, unless both are called alike."""
    text = list(base)
    for number, (kind, place, other) in enumerate(edits):
        if kind == "insert":
            text.insert(place % (len(text) + 1), f"{writer} {number}")
        elif text:
            moved = text.pop(place % len(text))
            if kind == "replace":
                text.insert(place % (len(text) + 1), f"{writer} {number}")
            if kind == "move":
                text.insert(other % (len(text) + 1), moved)
    return text


def in_order_of(text, merged):
    return [sentence for sentence in merged if sentence in text]


@given(BASES, EDITS, EDITS, st.sampled_from(["Anna", "Bo"]))
def test_every_sentence_is_kept_once_or_it_is_a_conflict(base, my_edits, their_edits, other):
    mine, theirs = written(base, my_edits, "Anna"), written(base, their_edits, other)

    merged = merge_blocks(base, mine, theirs)

    event("conflict" if merged is None else "merged")
    untouched = set(base) & set(mine) & set(theirs)
    added = (set(mine) | set(theirs)) - set(base)
    assert merged is None or sorted(merged) == sorted(untouched | added)


@given(BASES, NO_MOVES, NO_MOVES)
def test_what_nobody_moved_stays_in_the_order_of_both_writers(base, my_edits, their_edits):
    mine, theirs = written(base, my_edits, "Anna"), written(base, their_edits, "Bo")

    merged = merge_blocks(base, mine, theirs)

    if merged is not None:
        assert in_order_of(mine, merged) == in_order_of(merged, mine)
        assert in_order_of(theirs, merged) == in_order_of(merged, theirs)


@given(BASES, BASES, EDITS, EDITS)
def test_writers_at_different_ends_of_a_text_never_conflict(above, below, my_edits, their_edits):
    below = [f"later {sentence}" for sentence in below]
    mine, theirs = written(above, my_edits, "Anna"), written(below, their_edits, "Bo")

    merged = merge_blocks([*above, "between", *below], [*mine, "between", *below], [*above, "between", *theirs])

    assert merged == [*mine, "between", *theirs]


@given(REPEATED, REPEATED, REPEATED)
def test_repeated_paragraphs_stand_as_often_as_both_meant_or_it_is_a_conflict(base, mine, theirs):
    merged = merge_blocks(base, mine, theirs)

    if merged is not None:
        for block in "abc":
            before, one, other = base.count(block), mine.count(block), theirs.count(block)
            assert merged.count(block) == (other if one == before else one)
            assert before in (one, other) or one == other


@given(REPEATED | BASES, REPEATED | BASES, REPEATED | BASES)
def test_it_does_not_matter_who_saves_first(base, mine, theirs):
    assert merge_blocks(base, mine, theirs) == merge_blocks(base, theirs, mine)


@given(BASES, EDITS, EDITS)
def test_it_does_not_matter_who_saves_first_after_edits(base, my_edits, their_edits):
    mine, theirs = written(base, my_edits, "Anna"), written(base, their_edits, "Bo")

    assert merge_blocks(base, mine, theirs) == merge_blocks(base, theirs, mine)


@given(REPEATED, REPEATED)
def test_a_text_that_only_one_changed_or_both_alike_is_that_text(base, changed):
    assert merge_blocks(base, changed, base) == changed
    assert merge_blocks(base, base, changed) == changed
    assert merge_blocks(base, changed, changed) == changed


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        pytest.param("A B C", "A1 B C", "A B C1", "A1 B C1", id="edits apart"),
        pytest.param("A B", "A1 B", "A B1", "A1 B1", id="edits of neighbours"),
        pytest.param("A B C D", "A1 B C1 D", "A B1 C D1", "A1 B1 C1 D1", id="edits of every other"),
        pytest.param("A B", "A1 B", "A X B", "A1 X B", id="edit and addition after it"),
        pytest.param("A B", "A B1", "A X B", "A X B1", id="edit and addition before it"),
        pytest.param("A", "A1", "A X", "A1 X", id="edit of the last and an ending"),
        pytest.param("A B", "A1 B", "A", "A1", id="edit and deletion of the next"),
        pytest.param("A B", "A1 X B", "A B1", "A1 X B1", id="edit with addition and edit of the next"),
        pytest.param("A B C", "X A B C", "A B C Y", "X A B C Y", id="beginning and ending"),
        pytest.param("A B", "A X B", "A X B", "A X B", id="same addition"),
        pytest.param("A B C", "A1 B C", "A1 B C1", "A1 B C1", id="same edit and one more"),
        pytest.param("A B C", "B C", "A B", "B", id="deletions apart"),
        pytest.param("A B C D E", "B C D E A", "A B C1 D E", "B C1 D E A", id="move past an edit"),
        pytest.param("A B C D", "B C D A", "A B C D X", None, id="move to where the other added"),
        pytest.param("A B", "A1 B", "A2 B", None, id="two edits of one"),
        pytest.param("A B", "B", "A1 B", None, id="deletion and edit"),
        pytest.param("A B C", "A C", "A X B C", None, id="deletion and addition beside it"),
        pytest.param("A B", "A X B", "A Y B", None, id="two additions at one place"),
        pytest.param("A", "A X", "A Y", None, id="two endings"),
        pytest.param("", "X", "Y", None, id="two beginnings of an empty text"),
        pytest.param("A B", "A1 X B", "A Y B", None, id="edit with addition and addition beside it"),
        pytest.param("A B C", "X A B C", "A B C X", None, id="same addition at different places"),
        pytest.param("A B C D E", "B C A D E", "B C D E A", None, id="move to different places"),
        pytest.param("A B C D", "B C D A", "B C D", None, id="move and deletion"),
        pytest.param("A B C D", "B C D A", "A1 B C D", None, id="move and edit"),
        pytest.param("A B A C", "B A C", "A B C", None, id="deletion of different copies"),
        pytest.param("A B C", "C", "A B1 C", None, id="deletion of more and edit"),
    ],
)
def test_two_changes(base, mine, theirs, merged):
    expected = None if merged is None else merged.split()

    assert merge_blocks(base.split(), mine.split(), theirs.split()) == expected
    assert merge_blocks(base.split(), theirs.split(), mine.split()) == expected


def test_merge_leaves_its_arguments_alone():
    base, mine, theirs = ("A", "B"), ["A1", "B"], ["A", "B1"]

    merge_blocks(base, mine, theirs)

    assert (base, mine, theirs) == (("A", "B"), ["A1", "B"], ["A", "B1"])


def test_a_long_text_of_one_line_that_comes_often_is_merged():
    base = ["—"] * 250

    assert merge_blocks(base, ["first", *base], [*base, "last"]) == ["first", *base, "last"]


def repetition(length):
    """The base, mine and theirs of a text of two lines that come again and again."""
    base = ["x", "y"] * length
    return base, [part for x in base for part in (x, "n")], [*base[1:], "z"]


def test_a_text_of_nothing_but_repetition_is_refused():
    assert merge_blocks(*repetition(10_000)) is None


def test_a_text_of_nothing_but_repetition_is_refused_without_comparing_each_with_each():
    assert calls(lambda: merge_blocks(*repetition(2_000))) < 2.3 * calls(lambda: merge_blocks(*repetition(1_000)))


def test_merge_text_works_line_by_line():
    base = "Lots\n\nare too large.\nTime is short."
    mine = "Lots\n\nare far too large.\nTime is short."
    theirs = "The lots\n\nare too large.\nTime is short.\n\nNobody asks."

    assert merge_text(base, mine, theirs) == "The lots\n\nare far too large.\nTime is short.\n\nNobody asks."


def test_merge_text_conflicts_on_one_line():
    assert merge_text("Lots are large.", "Lots are too large.", "Lots are very large.") is None


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_merge_text_takes_the_line_ends_of_every_system_for_the_same(end):
    base, mine, theirs = "one\ntwo\nthree", end.join(["one", "two", "3"]), end.join(["1", "two", "three"])

    assert merge_text(base, mine, theirs) == "1\ntwo\n3"
    assert merge_text(base, base.replace("\n", end), theirs) == "1\ntwo\nthree"


@given(BASES, EDITS, EDITS)
def test_merge_text_keeps_every_paragraph_once_or_conflicts(base, my_edits, their_edits):
    mine, theirs = written(base, my_edits, "Anna"), written(base, their_edits, "Bo")

    merged = merge_text(*("\n\n".join(text) for text in (base, mine, theirs)))

    if merged is not None:
        untouched = set(base) & set(mine) & set(theirs)
        added = (set(mine) | set(theirs)) - set(base)
        assert Counter(filter(None, merged.split("\n"))) == Counter(untouched | added)


def test_whoever_settles_a_conflict_starts_from_all_of_hers_and_what_changed_elsewhere():
    base = ["one", "two", "three", "four"]
    mine = ["one", "two", "three by me", "four"]
    theirs = ["one by them", "two", "three by them", "four by them"]

    assert blocks_with_mine(base, mine, theirs) == ["one by them", "two", "three by me", "four by them"]


def test_a_text_with_mine_is_joined_line_by_line():
    assert text_with_mine("one\ntwo\nthree", "one\n2\nthree", "1\nzwei\nthree") == "1\n2\nthree"


@given(BASES, EDITS, EDITS)
def test_nothing_that_i_added_is_missing_where_i_start_from(base, my_edits, their_edits):
    mine, theirs = written(base, my_edits, "Anna"), written(base, their_edits, "Bo")

    joined = blocks_with_mine(base, mine, theirs)

    assert Counter(mine) - Counter(base) <= Counter(joined)
