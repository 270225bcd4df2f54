import json
from html import unescape

import pytest

from actionplan import richtext
from actionplan.richtext import reader
from tests.work import calls


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<b>a</b><i>b</i>", "<p><strong>a</strong><em>b</em></p>"),
        ("<em><strong>a</strong></em>", "<p><strong><em>a</em></strong></p>"),
        ("<strong>a</strong><strong>b</strong>", "<p><strong>ab</strong></p>"),
        ("<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4>", "<h2>a</h2><h2>b</h2><h3>c</h3><h3>d</h3>"),
        ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "<p>a | b</p>"),
        ("a <u>b</u> <span style='color:red'>c</span>", "<p>a b c</p>"),
        ("a\n\nb\nc", "<p>a</p><p>b c</p>"),
        ("<p>a</p>b<p>c</p>", "<p>a</p><p>b</p><p>c</p>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<h2><p>a</p></h2>", "<h2>a</h2>"),
        ('<p>a<a href="https://example.org"> <br></a>b</p>', "<p>a<br>b</p>"),
        ("<p> a  b<br> c <br></p>", "<p>a b<br>c</p>"),
        ("<p>a</p><p><br></p><h2>&nbsp;</h2><ul><li></li></ul><blockquote><p></p></blockquote>", "<p>a</p>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>"),
        ("<ul><li><ul><li>a</li></ul>b</li></ul>", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("<blockquote><h2>a</h2>b</blockquote>", "<blockquote><p><strong>a</strong></p><p>b</p></blockquote>"),
        ('<b style="font-weight:normal;"><p>from Google Docs</p></b>', "<p>from Google Docs</p>"),
        ("<!--[if !mso]><!--><p class=MsoNormal>a<o:p></o:p></p><!--<![endif]-->", "<p>a</p>"),
        ("<p>a\x00\x0c\x1b\ufeffb\ud800\uffffc &#1;e\u0301</p>", "<p>a bc \u00e9</p>"),
    ],
)
def test_clean_brings_foreign_markup_into_our_few_tags(written, kept):
    assert richtext.clean(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "<p>one two &lt; &amp; &gt;<br>next</p>",
        "<p>a<em>b</em><strong><em>c</em>d</strong> <strong>e<br>f</strong></p>",
        '<p><em>a </em><a href="mailto:anna@example.org"><em>b</em></a></p>',
        '<p><a href="https://example.org/?a=1&amp;b=2">link <strong>bold</strong></a></p>',
        "<ul><li><p>a</p></li><li><p>b</p><ol><li><p>c</p></li></ol></li></ul><blockquote><p>d</p></blockquote>",
        "<h2>a</h2><p>b</p><h3>c</h3><p>d \u00a0 e</p>",
    ],
)
def test_clean_keeps_what_the_editor_writes(written):
    assert richtext.clean(written) == written


def test_clean_keeps_only_the_address_of_a_link_and_the_kind_of_a_list():
    written = (
        '<ol data-type="decimal" start="3"><li><p><a target="_blank" rel="noopener noreferrer nofollow" title="x" '
        'href="https://example.org">a</a></p></li></ol>'
    )

    assert richtext.clean(written) == '<ol><li><p><a href="https://example.org">a</a></p></li></ol>'


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//example.org",
        "/path",
        "http:",
        "http:///path",
        "ftp://example.org",
        "mailto:",
    ],
)
def test_clean_keeps_the_words_of_a_link_that_leads_nowhere_safe(href):
    assert richtext.clean(f'<p>see <a href="{href}">here</a></p>') == "<p>see here</p>"


@pytest.mark.parametrize(
    "written",
    [
        "<p>a<script>alert(1)</script></p>",
        "<p>a<style>p{}</style></p>",
        "<p onclick='x()'>a<img src=x onerror=alert(1)></p>",
        "<p>a<svg><desc>b</desc></svg></p>",
        "<p>a<iframe src='https://example.org'></iframe></p>",
        "<p>a<template>b</template></p>",
    ],
)
def test_clean_drops_what_can_run(written):
    assert richtext.clean(written) == "<p>a</p>"


@pytest.mark.parametrize(
    "words",
    ["5 < 6 and 7 > 6", "if a<b then", "Anna <anna@example.org>", "<https://example.org>", "see <p", "a & b &copy"],
)
def test_clean_loses_no_words_of_somebody_who_types_without_the_editor(words):
    assert richtext.plain(richtext.clean(words)) == words.replace("&copy", "©")


def test_nodes_are_the_tree_of_the_document():
    written = '<h2>Aim</h2><p>a <strong>b</strong><br><a href="https://example.org">c</a></p><ul><li>d</li></ul>'

    assert richtext.nodes(written) == [
        {"t": "h2", "c": ["Aim"]},
        {
            "t": "p",
            "c": [
                "a ",
                {"t": "strong", "c": ["b"]},
                {"t": "br"},
                {"t": "a", "href": "https://example.org", "c": ["c"]},
            ],
        },
        {"t": "ul", "c": [{"t": "li", "c": [{"t": "p", "c": ["d"]}]}]},
    ]


def test_to_html_is_safe_whatever_the_nodes_hold():
    tree = [
        {"t": "script", "c": ["alert('<1>')"]},
        {"t": "p onclick=x", "c": [{"t": "a", "href": "javascript:x", "c": ["a"]}]},
        {"t": "p", "c": [{"t": "a", "href": 'https://example.org/"><b>', "c": ["<b>"]}, {"t": "a"}]},
    ]

    assert richtext.to_html(tree) == (
        "alert('&lt;1&gt;')a<p><a href=\"https://example.org/&quot;&gt;&lt;b&gt;\">&lt;b&gt;</a></p>"
    )


def test_to_html_says_of_every_link_how_it_relates():
    tree = richtext.nodes('<a href="https://example.org">a</a>')

    assert richtext.to_html(tree, rel="nofollow") == '<p><a href="https://example.org" rel="nofollow">a</a></p>'


def test_blocks_are_the_paragraphs_headings_lists_and_quotes():
    written = "<h2>a</h2>b<ul><li>c</li><li>d</li></ul><blockquote>e</blockquote>"

    assert richtext.blocks(written) == [
        "<h2>a</h2>",
        "<p>b</p>",
        "<ul><li><p>c</p></li><li><p>d</p></li></ul>",
        "<blockquote><p>e</p></blockquote>",
    ]


def test_plain_reads_html_and_nodes_alike():
    written = "<h2>a &amp; b</h2><p>c <em>d</em><br>e</p><ol><li>f<ul><li>g</li></ul></li><li>h</li></ol>"

    assert richtext.plain(written) == "a & b\n\nc d\ne\n\nf\ng\nh"
    assert richtext.plain(richtext.nodes(written)) == richtext.plain(written)


def test_nothing_stays_nothing():
    assert (richtext.clean(""), richtext.nodes(""), richtext.blocks(""), richtext.plain("")) == ("", [], [], "")


HEAVY = {
    "text": lambda n: "<p>Staden <strong>köper</strong> <a href='https://example.org'>in</a>.</p><ul><li>" * (n // 80),
    "lists": lambda n: "<ul><li>x" * (n // 9),
    "boxes": lambda n: "<div>" * (n // 5),
    "unclosed": lambda n: "<p>" + "".join(f"<b id={number}>" for number in range(n // 22)) + "<p>x" * (n // 8),
    "comments": lambda n: "<!--" * (n // 4),
    "open-tags": lambda n: "<a " * (n // 3),
    "blank": lambda n: "\u00a0" * n,
}


@pytest.mark.parametrize("heavy", HEAVY.values(), ids=HEAVY.keys())
def test_twice_the_text_is_twice_the_work(heavy):
    short, long = heavy(20_000), heavy(40_000)

    assert calls(lambda: richtext.clean(long)) < 2.3 * calls(lambda: richtext.clean(short))


@pytest.mark.parametrize("heavy", HEAVY.values(), ids=HEAVY.keys())
def test_the_longest_text_is_cleaned_and_then_stays_as_it_is(heavy):
    cleaned = str(richtext.clean(heavy(200_000)))

    assert richtext.clean(cleaned) == cleaned


def test_a_text_is_read_once_whatever_is_asked_of_it(monkeypatch):
    read, original = [], reader.read
    monkeypatch.setattr(reader, "read", lambda html: read.append(html) or original(html))
    text = richtext.clean("<table><tr><td>a<td>b</table>")

    asked = (text.clean, richtext.nodes(text), richtext.blocks(text), richtext.plain(text), richtext.links(text))

    assert asked == ("<p>a | b</p>", [{"t": "p", "c": ["a | b"]}], ["<p>a | b</p>"], "a | b", [])
    assert (text.told.tables, read) == (1, ["<table><tr><td>a<td>b</table>"])


def test_the_deepest_nesting_still_goes_through_json_and_back():
    tree = richtext.nodes("<blockquote>" * 5_000 + "x")

    assert unescape(richtext.to_html(json.loads(json.dumps(tree)))).count("<blockquote>") == 12
