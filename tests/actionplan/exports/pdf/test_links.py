"""A link of the PDF says by itself where it leads: no page number, sign or code alone."""

from __future__ import annotations

from tests.actionplan.exports import documents, files, pdfs

KINDS = ("findings", "barriers", "solutions", "objectives", "actions", "indicators")


def test_every_link_names_the_record_or_the_part_that_it_leads_to(published):
    document = documents.plan(actions=11)
    records = {f"{record['title']} {record['code']}" for kind in KINDS for record in document[kind]}
    marks = pdfs.bookmarks(published)

    names = [str(link["/Contents"]) for link in pdfs.links(published)]

    assert [name for name in names if name not in records and not is_part(name, marks)] == []
    assert len(set(names)) > 90


def is_part(name: str, marks: list[str]) -> bool:
    """In the contents: number, title and page."""
    number, _, rest = name.strip(" \u2060").partition("”")
    title, _, page = rest.partition("” sida ")
    return page.isdigit() and f"{number.strip()} {title}".strip() in marks


def test_links_of_one_name_lead_to_one_place(published):
    places = {(str(link["/Contents"]), str(link["/Dest"])) for link in pdfs.links(published)}

    assert len(places) == len({name for name, _place in places})


def test_a_link_in_a_text_names_the_address_that_it_leads_to():
    link = {"t": "p", "c": ["Läs ", {"t": "a", "href": "https://example.org/lou", "c": ["här"]}]}
    document = documents.plan(actions=0, sections={"vision": {"status": "done", "nodes": [link]}})

    found = [link for link in pdfs.links(files.pdf(document, {})) if "/A" in link]

    assert [(link["/A"]["/URI"], link["/Contents"]) for link in found] == [("https://example.org/lou",) * 2]
