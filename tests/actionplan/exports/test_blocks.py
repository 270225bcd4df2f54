import pytest

from actionplan.exports.blocks import blocks, paragraphs


def p(*children):
    return {"t": "p", "c": list(children)}


def item(*children):
    return {"t": "li", "c": list(children)}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        (" \n ", []),
        ("One line.", [["One line."]]),
        ("One\r\ntwo\n\n \n three ", [["One", "two"], ["three"]]),
    ],
)
def test_blank_lines_part_paragraphs(text, parts):
    assert paragraphs(text) == parts


def test_a_tree_as_the_editor_makes_it_stays_as_it_is():
    tree = [
        {"t": "h2", "c": ["Heading"]},
        p("Text, ", {"t": "strong", "c": ["bold"]}, {"t": "br"}, {"t": "a", "href": "https://example.org", "c": ["x"]}),
        {"t": "ul", "c": [item(p("Point"), {"t": "ol", "c": [item(p("One"))]})]},
        {"t": "blockquote", "c": [p("Quote")]},
    ]

    assert blocks(tree) == tree


@pytest.mark.parametrize(
    "node",
    [
        p(),
        p(" ", {"t": "br"}),
        {"t": "h2", "c": [{"t": "em", "c": ["\u200b"]}]},
        {"t": "ul", "c": [item(), item(p())]},
        {"t": "blockquote", "c": []},
        " \n",
        None,
    ],
)
def test_what_is_empty_falls_away(node):
    assert blocks([node, p("kept")]) == [p("kept")]


def test_inline_text_between_blocks_becomes_a_paragraph():
    assert blocks(["a ", {"t": "em", "c": ["b"]}, p("c"), {"t": "ul", "c": [item("d", p("e"))]}]) == [
        p("a ", {"t": "em", "c": ["b"]}),
        p("c"),
        {"t": "ul", "c": [item(p("d"), p("e"))]},
    ]


def test_an_item_outside_a_list_and_a_paragraph_inside_one_find_their_place():
    assert blocks([item(p("a")), {"t": "ul", "c": [p("b")]}]) == [p("a"), {"t": "ul", "c": [item(p("b"))]}]


def test_a_heading_that_is_a_text_becomes_one():
    assert blocks([{"t": "h2", "c": ["x" * 301]}]) == [p("x" * 301)]


@pytest.mark.parametrize("href", ["", "javascript:alert(1)", "/x", "https://a b", "https://" + "x" * 2000, None, 7])
def test_a_link_to_no_address_is_only_its_words(href):
    assert blocks([p({"t": "a", "href": href, "c": ["words"]})]) == [p("words")]


def test_lists_and_quotes_inside_each_other_stop_somewhere_without_losing_words():
    tree = [p("deepest")]
    for _level in range(30):
        tree = [{"t": "ul", "c": [item("text", *tree)]}]

    def depth(nodes):
        return max((1 + depth(each["c"]) for each in nodes if isinstance(each, dict)), default=0)

    found = blocks(tree)

    assert depth(found) == 11
    assert str(found).count("'text'") == 30
    assert "deepest" in str(found)


def test_a_heading_whose_only_words_stand_in_a_line_break_is_left_out():
    assert blocks([{"t": "h2", "c": [{"t": "br", "c": ["ord"]}]}]) == []
