"""Whatever a field was allowed to hold, the plan is exported, and validators find nothing wrong with it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actionplan.exports.characters import other_faces
from tests.actionplan.exports import documents, files, pdfs

# A compile takes half a second: few examples, of what has stopped an export before
few = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
UNSEEN = "\u200d\ufe0f\u200b\u00ad\u202e\ufeff\ue000\ud800\n\r\t\0\x85\u2028"
TRICKY = f"aÅŋШשׁب漢😀\u0301\u0323\u05b0\u0651\u0345{UNSEEN} .-/…ﷺ𝐇½ﬁ"
texts = st.text(st.sampled_from(TRICKY) | st.characters(), max_size=40)
leaves = st.sampled_from(["", " ", "ord", "\u200b", "\n"])
tags = st.sampled_from(["p", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br", "table", ""])
trees = st.recursive(
    leaves,
    lambda inner: st.fixed_dictionaries({"t": tags, "c": st.lists(inner, max_size=4)}, optional={"href": texts}),
    max_leaves=40,
)

TEXTS = {
    "nothing": "",
    "spaces": " \u00a0\t\n ",
    "only unseen characters": "\u200b\u200d\u00ad\ufeff\x07",
    "emoji": "😀👩🏽‍🚀🇸🇪1️⃣",
    "control characters": "a\x00b\x07c\x1bd\x7fe\x85f",
    "a byte-order mark": "\ufeffabc",
    "private use": "\ue000\uf8ff\U000f0000",
    "a lone surrogate": "a\ud800b\udfff",
    "no characters at all": "\ufffe\uffff\ufdd0",
    "from right to left": "\u202eمرحبا بالعالم\u202c שָׁלוֹם",
    "marks upon marks": "Z̴̡̛̪̙͇̲̗̫͛̊̄͐̿̓̍a̸̢͉͂l̵̰̎g̷͚̑o̵̱͝",
    "all scripts": "Sámi ŋŧđ, Ελλάδα, Београд, Հայ, ქართ, 漢字, हिन्दी, ไทย",
    "line ends": "a\r\nb\rc\u2028d\u2029e\x0bf\x0cg",
    "markup": '<script>alert(1)</script> & "x" {{ y }} {% z %} #panic("x") $x$ \\u{1F600} *a* _b_ @c <d> //e /*f*/',
    "a word without end": "x" * 5000,
    "an address without end": "https://example.org/" + "langt-namn/" * 300 + "?q=" + "y" * 300,
    "placeholders": "{who} {day} {number} {} {{page}}",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_plan_with_such_texts_everywhere_is_exported(text):
    names = {"m1": {"shown_as": "name", "name": text, "function": text, "organisation": text}}

    assert pdfs.findings(files.pdf(documents.filled_with(text), names)) == []


@few
@given(texts)
def test_any_text_in_any_field_is_exported(text):
    assert files.pdf(documents.filled_with(text), {text: {"shown_as": "name", "name": text}})


@few
@given(st.lists(trees, max_size=6))
def test_any_tree_of_nodes_is_exported(nodes):
    document = documents.filled_with("Ord", nodes)

    assert files.pdf(document, {})


def test_every_character_of_the_other_faces_is_drawn():
    characters = " ".join(sorted(other_faces()))

    pdf = files.pdf(documents.filled_with("Ord", [{"t": "p", "c": [characters]}, {"t": "h2", "c": [characters]}]), {})

    assert pdfs.findings(pdf) == []


def nested(depth: int) -> list:
    node = {"t": "p", "c": ["Djupt"]}
    for level in range(depth):
        node = {"t": "ul", "c": [{"t": "li", "c": ["Text", node]}]} if level % 2 else {"t": "blockquote", "c": [node]}
    return [node]


NODES = {
    "200,000 characters": [{"t": "p", "c": ["Det här är en mening om jämställd upphandling. " * 4200]}],
    "thousands of paragraphs": [{"t": "p", "c": ["Ett stycke."]}] * 3000,
    "a list of a thousand items": [{"t": "ul", "c": [{"t": "li", "c": ["Punkt"]}] * 1000}],
    "deep lists and quotes": nested(60),
    "a heading of the wrong level first": [{"t": "h3", "c": ["Först"]}, {"t": "h2", "c": ["Sedan"]}],
    "empty headings": [{"t": "h2", "c": []}, {"t": "h2", "c": [" "]}, {"t": "h3", "c": [{"t": "br"}]}],
    "nodes of no kind": ["text", {"t": "table", "c": ["x"]}, {}, {"t": "p"}, {"t": "ul", "c": []}, None, 7],
    "odd links": [
        {"t": "p", "c": [{"t": "a", "href": href, "c": ["länk"]}]}
        for href in ("", "javascript:alert(1)", "https://example.org/" + "x" * 9000, "https://exa mple.org", None, "/x")
    ],
}


@pytest.mark.parametrize("nodes", NODES.values(), ids=NODES)
def test_a_section_of_any_make_is_exported(nodes):
    document = documents.filled_with("Ord", nodes)

    assert pdfs.findings(files.pdf(document, {})) == []


def test_codes_that_stand_twice_or_nowhere_stop_nothing():
    document = documents.plan(actions=4)
    for kind in ("findings", "barriers", "solutions", "objectives", "indicators"):
        for record in document[kind]:
            record["code"] = "SAMMA"
    for action in document["actions"]:
        action |= {"code": "A1", "objective": "NIX", "solution": "NIX", "barriers": ["NIX"], "indicators": ["NIX"]}

    assert pdfs.findings(files.pdf(document, documents.names())) == []


def test_numbers_and_days_that_are_none_stop_nothing():
    document = documents.plan(actions=2)
    document["actions"][0] |= {
        "starts_on": "0001-01-01",
        "ends_on": "9999-12-31",
        "cost": {"kind": "once", "amount": "NaN"},
    }
    document["actions"][1] |= {
        "starts_on": "2027-01-01",
        "ends_on": "2026-01-01",
        "risk": {"likelihood": 9, "impact": "x"},
    }
    document["indicators"][0] |= {"baseline": "1e999", "target": "många"}

    assert pdfs.findings(files.pdf(document, documents.names())) == []


def test_a_document_that_lacks_everything_is_exported():
    assert pdfs.findings(files.pdf({}, {})) == []


def test_a_part_of_an_unknown_kind_is_left_out():
    document = documents.filled_with("Ord")
    document["outline"][0]["parts"].append(document["outline"][0]["parts"][0] | {"kind": "novelty", "section": None})

    assert pdfs.findings(files.pdf(document, {})) == []
