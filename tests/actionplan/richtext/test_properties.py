"""Whatever somebody pastes: cleaning is settled, safe to store, and loses no word."""

import json
import re

from hypothesis import example, given
from hypothesis import strategies as st

from actionplan import richtext

NASTY = [
    *("<p>", "</p>", "<h1>", "<h2>", "</h2>", "<h5>", "<div>", "</div>", "<blockquote>", "</blockquote>", "<hr/>"),
    *("<ul>", "</ul>", "<ol start=3>", "</ol>", "<li>", "</li>", "<table><tr><td>", "</table>", "<pre>", "<textarea>"),
    *("<b>", "</b>", "<b style='font-weight: normal'>", "<strong>", "</strong>", "<i>", "<em>", "</em>", "<u>", "<br>"),
    *(
        "<a href='https://example.org/?a=1&amp;b=2'>",
        "<a href='mailto:anna@example.org'>",
        "<a name=x/>",
        "<a title='>' lang=sv>",
        "<p title=x>",
        "</a>",
    ),
    *(
        "<a href='javascript:alert(1)'>",
        "<a href='https://exa mple'>",
        "<a href='http:x'>",
        '<a href=" HTTP://å.se/\x01">',
    ),
    *(
        "<script>",
        "</script>",
        "<style>",
        "</style>",
        "<svg>",
        "<math>",
        "<template>",
        "</template>",
        "<title>",
        "<xml>",
    ),
    *(
        "<!--",
        "-->",
        "<!DOCTYPE html>",
        "<![if x]>",
        "<o:p>",
        "</o:p>",
        "<",
        ">",
        "&",
        "&lt;",
        "&amp;lt;",
        "&#0;",
        "&#x338;",
    ),
    *(
        "\x00",
        "\ufeff",
        "\ud800",
        "\u0338",
        "e\u0301",
        "\u200b",
        "\u00a0",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\u2028",
        "ord",
        "x",
    ),
]
fragments = st.lists(st.sampled_from(NASTY) | st.text(max_size=4), max_size=30).map("".join)


@given(fragments)
@example("<b x='<'>" * 3 + "<p>x")
@example("<ul>" * 40 + "x" + "<li>y" * 3)
@example("<blockquote>" * 40 + "x")
def test_cleaning_clean_text_changes_nothing(written):
    cleaned = str(richtext.clean(written))

    assert richtext.clean(cleaned) == cleaned


@given(fragments)
def test_nodes_and_blocks_hold_the_whole_clean_text(written):
    cleaned = str(richtext.clean(written))

    assert richtext.to_html(richtext.nodes(cleaned)) == cleaned
    assert richtext.nodes(cleaned) == richtext.nodes(written)
    assert richtext.join(richtext.blocks(cleaned)) == cleaned
    assert [richtext.clean(block) for block in richtext.blocks(cleaned)] == richtext.blocks(cleaned)


@given(fragments, fragments)
def test_blocks_of_two_texts_are_clean_side_by_side(one, other):
    merged = [*richtext.blocks(one), *richtext.blocks(other)]

    assert richtext.blocks(richtext.join(merged)) == merged


@given(fragments)
def test_nodes_follow_the_shape_of_the_document_and_can_be_stored(written):
    tree = richtext.nodes(written)

    assert all(is_block(node) for node in tree)
    assert json.loads(json.dumps(tree, ensure_ascii=False).encode()) == tree


@given(st.lists(st.sampled_from(["ord", "mer", "<b>", "</b>", "<div>", "</ul>", "<li>", "<ul>", "<p>", "<td>"])))
def test_no_word_is_lost_and_none_made(parts):
    written = " ".join(parts)

    assert richtext.plain(written).split() == re.sub("<[^>]*>", " ", written).split()


def is_block(node):
    inside = node["c"]
    if node["t"] in ("ul", "ol"):
        return bool(inside) and all(item["t"] == "li" and is_block_list(item["c"]) for item in inside)
    if node["t"] == "blockquote":
        return is_block_list(inside)
    return node["t"] in ("p", "h2", "h3") and bool(inside) and all(is_inline(child, set()) for child in inside)


def is_block_list(nodes):
    return bool(nodes) and all(is_block(node) and node["t"] not in ("h2", "h3") for node in nodes)


def is_inline(node, inside):
    if isinstance(node, str):
        return node != ""
    if node == {"t": "br"}:
        return True
    tag = node["t"]
    keys = {"t", "c", "href"} if tag == "a" else {"t", "c"}
    order = ["a", "strong", "em"]
    return (
        set(node) == keys
        and all(order.index(outer) < order.index(tag) for outer in inside)
        and bool(node["c"])
        and all(is_inline(child, inside | {tag}) for child in node["c"])
    )
