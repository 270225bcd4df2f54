"""The HTML file and the public page are made of the same parts."""

import re
from itertools import pairwise

import pytest
from lxml import html

from actionplan.document import snapshot
from actionplan.document.canonical import canonical, sha256
from tests.actionplan.exports import documents, files
from tests.plans import full_plan


def page(document, names=None, language=None):
    return html.fromstring(files.html(document, names or {}, language).decode())


def words(element) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def test_every_text_of_the_plan_stands_in_the_file():
    document = documents.plan()

    text = "".join(page(document).text_content().split())

    told = [record for kind in ("findings", "barriers", "solutions", "objectives") for record in document[kind]]
    texts = [record.get("text") or record.get("description") for record in told] + [
        *(record["title"] for record in told),
        *(action["description"] for action in document["actions"]),
        *(action["risk"]["mitigation"] for action in document["actions"]),
        *(indicator["title"] for indicator in document["indicators"]),
        *(comment["text"] for comment in document["comments"]),
        *(reply["text"] for comment in document["comments"] for reply in comment["replies"]),
    ]
    assert [each for each in texts if "".join(each.split()) not in text] == []


def test_headings_follow_each_other_without_a_step_left_out():
    levels = [int(each.tag[1]) for each in page(documents.plan()).iter("h1", "h2", "h3", "h4", "h5", "h6")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_every_link_inside_the_file_leads_somewhere_and_no_place_has_two_names():
    tree = page(documents.plan())

    places = tree.xpath("//@id[not(ancestor::svg)]")  # the charts share their patterns
    targets = {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")}
    assert (targets - set(places), len(places) - len(set(places))) == (set(), 0)


def test_every_link_inside_the_file_names_what_it_leads_to():
    tree = page(documents.plan())

    links = [link for link in tree.xpath("//a[starts-with(@href, '#')]") if link.get("href") != "#document"]

    wrong = [words(link) for link in links if not words(name_of(tree, link)).startswith(words(link))]
    assert (wrong, len(links) > 100) == ([], True)


def name_of(tree, link):
    """The heading of the place, or of its row."""
    place = tree.get_element_by_id(link.get("href")[1:])
    return next(place.iter("h2", "h3", "h4", "th"))


def test_the_file_needs_nothing_beside_it():
    tree = page(documents.plan())

    assert tree.xpath("//script | //link | //img | //@style | //@onclick") == []
    assert "url(http" not in tree.xpath("string(//style)")


def test_hostile_text_stays_text():
    document = documents.plan()
    for record in (document["barriers"][0], document["comments"][0], document["findings"][0]):
        record |= {"text": "<script>alert(1)</script>", "description": '"><img src=x onerror=alert(1)>'}
    document["title"] = "</title><script>alert(1)</script>"
    document["sections"]["vision"]["nodes"] = [
        {"t": "p", "c": ["<b>not bold</b>", {"t": "a", "href": "javascript:alert(1)", "c": ["link"]}]},
        {"t": "script", "c": ["alert(1)"]},
    ]

    tree = page(document)

    assert tree.xpath("//script | //img | //b[text()='not bold'] | //a[starts-with(@href, 'javascript')]") == []
    assert "<script>alert(1)</script>" in words(tree)


def test_a_version_shows_its_number_decision_and_fingerprint():
    document = documents.plan()

    about = words(page(document).get_element_by_id("about"))

    assert sha256(canonical(document)) in about
    assert document["version"]["decision"]["body"] in about


@pytest.mark.django_db
def test_a_draft_says_that_it_is_one_and_has_no_fingerprint():
    document = snapshot.take(full_plan().plan)

    tree = page(document, language="en")

    assert "not a published version" in words(tree.find_class("notice")[0])
    assert tree.find_class("fingerprint") == []


def test_people_stand_as_they_chose_and_the_others_are_only_counted():
    document = documents.plan()
    document["members"] = [{"ref": f"m{n}", "role": "member", "sector": "civic"} for n in range(1, 5)]
    names = {
        "m1": {"shown_as": "name", "name": "Ada Ek", "function": "buyer", "organisation": "Office"},
        "m2": {"shown_as": "function", "name": "", "function": "nurse", "organisation": "Care"},
        "m3": {"shown_as": "anonymous", "name": "", "function": "", "organisation": ""},
    }

    members = page(document, names, language="en").get_element_by_id("members")

    rows = [[words(cell) for cell in row.iter("th", "td")] for row in members.iter("tr")][1:]
    assert rows == [
        ["Ada Ekbuyer", "Office", "Civil society", "Member"],
        ["Nurse", "Care", "Civil society", "Member"],
    ]
    assert words(members).endswith("2 members chose not to be shown.")


def test_the_words_follow_the_language_that_is_asked_for_and_the_texts_keep_theirs():
    tree = page(documents.plan(language="sv"), language="en")

    assert (tree.get("lang"), tree.get_element_by_id("document").get("lang")) == ("en", "sv")
    assert words(tree.get_element_by_id("contents")) == "Contents"


def test_the_same_document_gives_the_same_bytes():
    assert files.html(documents.plan(), {}) == files.html(documents.plan(), {})


def test_a_plan_with_nothing_in_it_still_makes_a_file():
    empty = {kind: [] for kind in ("findings", "barriers", "solutions", "objectives", "actions", "indicators")}
    document = documents.plan() | empty | {"comments": [], "members": [], "sections": {}, "title": ""}

    tree = page(document, language="en")

    assert words(tree.find(".//h1")) == "Without a title"


def test_a_comment_on_what_the_plan_no_longer_holds_names_it_without_a_link():
    document = documents.plan()
    document["comments"] = [document["comments"][0] | {"on": {"kind": "action", "code": "A-99"}}]

    comments = page(document, language="en").get_element_by_id("comments")

    assert (words(comments.find(".//h4")), comments.xpath(".//h4//a")) == ("Action: A-99", [])


def test_the_first_link_skips_to_the_plan_and_the_first_heading_is_its_title():
    tree = page(documents.plan())

    assert (tree.xpath("//a/@href")[0], tree.xpath("(//h1 | //h2)[1]")[0].tag) == ("#document", "h1")


def test_no_place_of_the_file_has_two_names_in_the_charts_either():
    places = page(documents.plan()).xpath("//@id")

    assert len(places) == len(set(places))


def test_the_contents_are_in_the_language_of_the_plan():
    tree = page(documents.plan(language="sv"), language="en")

    assert tree.find(".//nav/div").get("lang") == "sv"
    assert tree.find(".//title").get("lang") == "sv"
