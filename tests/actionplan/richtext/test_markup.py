import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from actionplan import richtext
from actionplan.richtext import markup

words = st.text(alphabet="ab 1.-#>*_[]()\\<&\u00a0å\U0001f642", max_size=8)
addresses = st.sampled_from(["https://example.org/a_(b)*c", "mailto:anna_b@example.org", "https://example.org/\\"])


def _wrapped(inner):
    tags = st.sampled_from(["p", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em"])
    plain = st.tuples(tags, inner).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>")
    linked = st.tuples(addresses, inner).map(lambda pair: f'<a href="{pair[0]}">{pair[1]}</a>')
    return st.lists(plain | linked | inner | st.just("<br>"), max_size=4).map("".join)


texts = st.recursive(words, _wrapped, max_leaves=14)


@given(texts)
@example("<ul><li><p>a</p></li></ul><ul><li><p>b</p></li></ul>")
@example("<p>a<br><br>- b<br>1. c<br>&gt; d<br>## e</p>")
@example("<ol>" + "<li><p>a</p><p>b</p><ul><li><p>c</p></li></ul></li>" * 11 + "</ol>")
@example("<p><strong>a</strong><br><strong>b<br>c</strong><em>d</em></p><h2>a<br>b</h2>")
def test_a_text_that_nobody_touched_comes_back_equal(html):
    clean = str(richtext.clean(html))

    assert markup.read(markup.write(clean)) == clean


def test_marks_are_those_that_people_write_in_mails():
    html = (
        "<h2>Aims</h2><p>We ask <strong>every</strong> bidder,<br>see "
        '<a href="https://example.org/law">the <em>law</em></a>.</p>'
        "<ul><li><p>one</p><ol><li><p>deep</p></li></ol></li><li><p>two</p></li></ul>"
        "<blockquote><p>said</p><p>again</p></blockquote>"
    )

    assert markup.write(html).split("\n") == [
        "## Aims",
        "",
        "We ask *every* bidder,",
        "see [the _law_](https://example.org/law).",
        "",
        "- one",
        "",
        "  1. deep",
        "- two",
        "",
        "> said",
        ">",
        "> again",
    ]


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        (
            "Aims:\n- one\n\n- two\n1. three",
            "<p>Aims:</p><ul><li><p>one</p></li><li><p>two</p></li></ul><ol><li><p>three</p></li></ol>",
        ),
        ("5 * 3 is 15", "<p>5 * 3 is 15</p>"),
        ("[no link] and (none)", "<p>[no link] and (none)</p>"),
        ("[bad](javascript:alert(1\\))", "<p>bad</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("#hash and ##hash", "<p>#hash and ##hash</p>"),
        ("\r\n\ta\r\n\r\n  b", "<p>a</p><p>b</p>"),
        ("end\\", "<p>end\\</p>"),
    ],
)
def test_what_people_type_is_read_as_they_meant_it(typed, html):
    assert markup.read(typed) == html


def test_quotes_without_end_are_read_without_a_fall():
    assert markup.read(">" * 5000).count("<blockquote>") == 12
