from __future__ import annotations

from pypdf.generic import DictionaryObject

from tests.actionplan.exports import documents, files, pdfs

HOLDERS = ("/Table", "/Figure")


def places_of_captions(pdf: bytes) -> list[tuple[str, int]]:
    """What each caption stands in, and as which of its children; and that it says so itself."""
    found = []
    for tag in pdfs.tags(pdf):
        for place, child in enumerate(pdfs.children(tag)):
            if isinstance(child, DictionaryObject) and child.get("/S") == "/Caption":
                assert child["/P"].get_object() == tag
                found.append((str(tag["/S"]), place))
    return found


def test_every_caption_is_the_first_thing_in_its_table_or_figure(published):
    figures = [tag for tag in pdfs.tags(published) if tag["/S"] == "/Figure"]

    found = places_of_captions(published)

    assert {place for place in found if place[0] not in HOLDERS or place[1]} == set()
    assert found.count(("/Figure", 0)) == len(figures) == 5
    assert found.count(("/Table", 0)) == 22


def test_a_caption_is_within_however_many_drawings_and_pages_there_are():
    pdf = files.pdf(documents.plan(actions=45), documents.names(), "en")

    found = places_of_captions(pdf)

    assert {place for place in found if place[0] not in HOLDERS or place[1]} == set()
    assert found.count(("/Figure", 0)) == 7
    assert pdfs.findings(pdf) == []
