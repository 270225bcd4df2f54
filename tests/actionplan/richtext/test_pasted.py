"""What comes from other programs keeps its words, its lists and its figures, whoever posts it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan import richtext
from actionplan.richtext import Told, markup
from tests import pasted


@pytest.mark.parametrize("program", pasted.HTML)
def test_what_a_program_copies_is_kept(program):
    written, kept = pasted.HTML[program]

    assert richtext.clean(written) == kept
    assert richtext.clean(kept) == kept


def test_what_a_pdf_or_a_mail_copies_is_kept():
    assert richtext.pasted("", pasted.PDF) == pasted.PDF_KEPT


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (
            "<table><tr><th>a<td>1<tr><th>b<td>2</table>",
            "<p><strong>a</strong> | <strong>1</strong></p><p><strong>b</strong> | 2</p>",
        ),
        ("<table><tr><td>a<td><td>b</table>", "<p>a | | b</p>"),
        ("<table><tr><td>a<td><table><tr><td>1<td>2</table></table>", "<p>a | 1 · 2</p>"),
        ("<table><tr><td><ul><li>a<li>b</ul><td><b>c</table>d", "<p>a / b | <strong>c</strong></p><p>d</p>"),
        ("<table><tr><td>a</td><td>b</td>", "<p>a | b</p>"),
        ("<td>1</td><td>2</td>", "<p>1</p><p>2</p>"),
        ("<dl><dt>a</dt><dd>1</dd></dl><div>2</div><div>3</div>", "<p>a</p><p>1</p><p>2</p><p>3</p>"),
        ("<pre>a\t1\nb\t2</pre>", "<p>a\u20031<br>b\u20032</p>"),
        ("<p>a<span style='mso-tab-count:1'>    </span>1</p>", "<p>a\u20031</p>"),
    ],
)
def test_cells_and_boxes_stay_apart(written, kept):
    assert richtext.clean(written) == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("10<sup>6</sup>", "10⁶"),
        ("2<sup>−3</sup>", "2⁻³"),
        ("x<sup>n+1</sup>", "xⁿ⁺¹"),
        ("x<sup>a+1</sup>", "x^(a+1)"),
        ("12<sup>1,2</sup>", "12^(1,2)"),
        ("y<sub>max</sub>", "y_max"),
        ("H<sub>2</sub>O", "H₂O"),
        ("12<sup>[3]</sup>", "12[3]"),
        ("the 21<sup>st</sup>", "the 21st"),
        ("A<sup><em>2</em></sup>", "A<em>²</em>"),
        ("a<sup> </sup>b", "a b"),
        ("a<sup><sup>2</sup></sup>", "a²"),
    ],
)
def test_raised_and_lowered_figures_join_no_number(written, kept):
    assert richtext.clean(f"<p>{written}</p>") == f"<p>{kept}</p>"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<p>• a</p><p>◦ b</p><p>• c</p>", "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>"),
        ("<p>Så:<br>• a<br>• b</p>", "<p>Så:</p><ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("<p>\uf0b7\u00a0<b>a</b></p>", "<ul><li><p><strong>a</strong></p></li></ul>"),
        ("<p>- Hej, sa hon.</p><p>3. Resultat</p>", "<p>- Hej, sa hon.</p><p>3. Resultat</p>"),
        ("<p style='mso-list:l1 level1 lfo2'>4.&nbsp; Fyra</p>", "<p>4. Fyra</p>"),
        (
            "<p style='mso-list:l1 level1 lfo2'>i. a</p><p style='mso-list:l1 level1 lfo2'>ii. b</p>",
            "<ol><li><p>a</p></li><li><p>b</p></li></ol>",
        ),
    ],
)
def test_items_by_their_bullet_are_lists_and_other_numbers_stay(written, kept):
    assert richtext.clean(written) == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a gender-\nresponsive gender-responsive plan", "<p>a gender-responsive gender-responsive plan</p>"),
        ("en e-\npost", "<p>en e-post</p>"),
        ("upp\u00ad\nhandling", "<p>upphandling</p>"),
        ("- a\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("– Hej, sa hon.", "<p>– Hej, sa hon.</p>"),
        ("3. Resultat", "<p>3. Resultat</p>"),
        ("Mål\t2027\nUtfall\t12", "<p><strong>Mål</strong> | <strong>2027</strong></p><p>Utfall | 12</p>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
    ],
)
def test_lines_of_a_copied_text_are_joined_where_that_is_certain(written, kept):
    assert richtext.pasted("", written) == kept


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("<table><tr><td>a<td>b</table><table><tr><td>c<td>d</table>", Told(tables=2)),
        ("<table><tr><td>a</table>", Told()),
        ("<p><img alt='A chart'><img src=x></p>", Told(pictures=2)),
        ("<p><img alt='😀'> a</p>", Told()),
    ],
)
def test_the_writer_can_be_told_what_was_said_in_another_way(written, told):
    assert richtext.clean(written).told == told


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<p>a <img alt='A chart'> b</p>", "<p>a [A chart] b</p>"),
        ("<p>a <img alt='image001.png'> b</p>", "<p>a b</p>"),
        ("<p>a<svg aria-label='A map'><text>x</text></svg></p>", "<p>a [A map]</p>"),
        ("<p><img alt='😀'> a</p>", "<p>😀 a</p>"),
    ],
)
def test_a_picture_is_said_once_by_its_description(written, kept):
    assert richtext.clean(written) == kept


def test_a_text_area_keeps_the_columns_and_bullets_of_what_is_pasted():
    assert markup.read("Mål\t2027\nUtfall\t12\n\n·\tett\n·\ttvå") == (
        "<p>Mål | 2027<br>Utfall | 12</p><ul><li><p>ett</p></li><li><p>två</p></li></ul>"
    )


TAGS = ["table", "tr", "td", "th", "caption", "div", "p", "li", "ul", "dd", "sup", "sub", "h1", "section", "tbody"]
BLOCK_TAGS = [tag for tag in TAGS if tag not in {"sup", "sub"}]
FIGURES = st.lists(
    st.sampled_from(["<{}>", "</{}>"]).flatmap(lambda form: st.sampled_from(BLOCK_TAGS).map(form.format)),
    min_size=1,
    max_size=4,
)


@given(st.lists(FIGURES.map("".join), min_size=1, max_size=12))
def test_no_two_figures_that_tags_part_are_joined(between):
    """A tag that is no format parts what stands on both sides, wherever it is."""
    written = "".join(f"{place + 10}{tags}" for place, tags in enumerate(between)) + "99"

    found = re.findall(r"[0-9]+", richtext.plain(richtext.clean(written)))

    assert [each for each in found if len(each) > 2] == []


@given(
    st.lists(
        st.sampled_from([*(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS), "ord", "mer", "<b>", "<br>"])
    )
)
def test_no_word_of_a_table_is_lost(parts):
    written = " ".join(parts)

    words = re.findall("ord|mer", richtext.plain(richtext.clean(written)))

    assert sorted(words) == sorted(re.findall("ord|mer", written))


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(["a-\n", "och\n", "\t", "12", "• x\n", "- y\n", "1. z\n", "> q\n", "\n\n", "ord "])).map(
        "".join
    )
)
def test_a_copied_text_is_settled_and_loses_no_figure(written):
    html = str(richtext.pasted("", written))

    assert richtext.clean(html) == html
    lost = re.sub(r"(?m)^[\s>]*\d{1,2}[.)][ \t]", "", written)
    assert len(re.findall("[0-9]", html)) >= len(re.findall("[0-9]", lost))
