"""A plan whose fixed words are in another language: each word of the plan says its language, each of ours says ours.

All that people have written becomes words that can be told apart; then everything that a reader or a screen reader
meets in the files is asked for its language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from lxml import html
from pypdf.generic import DictionaryObject

from tests.actionplan.exports import documents, files, pdfs

PLAN, OURS = "sv", "en"
OWN = re.compile(r"Zqx\d+")
# What has no language: codes, figures, signs; names of people, organisations, cities; the names of files and formats
NEITHER = re.compile(r"Qzx\d+|SHA-256|plan\.json|[0-9a-f]{8,}|GenProcure|URBACT IV|\b[A-Z]{1,2}(-\d+)?\b|[\W_]+|\d+")
WRITTEN = {
    "title", "subtitle", "description", "text", "source", "lead", "responsible", "mitigation", "unit", "period", "body",
    "paragraph", "parked_reason", "rejected_reason", "function", "c", "evidence", "left_out_reason", "links", "remark",
}  # fmt: skip
NAMED = {"name", "organisation", "authority", "case_number"}
READ_ALOUD = ("title", "aria-label", "alt")


@pytest.fixture(scope="module")
def told() -> tuple[dict[str, Any], dict[str, Any]]:
    """A draft, which says more about what is missing, with a member in every form of being named."""
    document, names = documents.draft(actions=6), documents.names()
    for form, known in zip(("name", "function", "organisation", "anonymous"), names.values(), strict=False):
        known["shown_as"] = form
    document["actions"][0] |= {"lead": "", "responsible": "", "starts_on": None}
    numbers = count(1)
    return recognisable(document, "", numbers), recognisable(names, "", numbers)


def recognisable(value: Any, field: str, numbers: Iterator[int]) -> Any:
    if isinstance(value, dict):
        return {key: recognisable(each, key, numbers) for key, each in value.items()}
    if isinstance(value, list):
        return [recognisable(each, field, numbers) for each in value]
    if not isinstance(value, str) or not value or field not in WRITTEN | NAMED:
        return value
    return f"{'Qzx' if field in NAMED else 'Zqx'}{next(numbers)}"


def faults(found: Iterator[tuple[str, str]]) -> tuple[list[str], set[str]]:
    """What says the wrong language, and the languages that there are."""
    wrong, languages = [], set()
    for words, language in found:
        own, ours = OWN.search(words), NEITHER.sub("", OWN.sub("", words))
        languages |= {language} if own or ours else set()
        if (own and language != PLAN) or (ours and language != OURS):
            wrong.append(f"{words.strip()[:80]!r} is said to be {language}")
    return wrong, languages


def test_the_html_file_says_the_language_of_every_word(told):
    tree = html.fromstring(files.html(*told, OURS).decode())

    wrong, languages = faults(words_of_html(tree))

    assert (wrong, languages) == ([], {PLAN, OURS})


def words_of_html(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.iter(html.etree.Element):
        language = element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
        if element.tag == "title" and element.getparent().tag == "head":
            continue  # of one language, with what it says of the version
        if element.tag not in ("style", "script"):
            texts = [element.text or "", *(child.tail or "" for child in element)]
            yield from ((words, language) for words in texts)
            yield from ((element.get(name, ""), language) for name in READ_ALOUD)


@pytest.mark.parametrize("language", [PLAN, None])
def test_a_file_in_one_language_says_it_once(told, language):
    tree = html.fromstring(files.html(*told, language).decode())

    assert {element.tag for element in tree.xpath("//*[@lang]")} == {"html", "title", "div", "article"}
    assert set(tree.xpath("//@lang")) == {PLAN}


def test_the_pdf_says_the_language_of_every_word(told):
    wrong, languages = faults(words_of_pdf(files.pdf(*told, OURS)))

    assert (wrong, languages) == ([], {PLAN, OURS})


def words_of_pdf(pdf: bytes) -> Iterator[tuple[str, str]]:
    reader = pdfs.reader(pdf)
    shown = {page.indirect_reference.idnum: texts_of_page(page) for page in reader.pages}

    def below(element: DictionaryObject, language: str, page: int | None) -> Iterator[tuple[str, str]]:
        language = str(element.get("/Lang", language))
        page = element.raw_get("/Pg").idnum if "/Pg" in element else page
        yield str(element.get("/Alt", "")), language
        for child in pdfs.children(element):
            if isinstance(child, int) and "/Alt" in element:
                continue  # drawn; what is read aloud is the text in its place
            elif isinstance(child, int):
                words, said_in = shown[page].get(int(child), ("", ""))
                yield words, said_in or language
            elif child.get("/Type") == "/MCR":
                words, said_in = shown[child.raw_get("/Pg").idnum].get(int(child["/MCID"]), ("", ""))
                yield words, said_in or language
            elif "/S" in child:
                yield from below(child, language, page)

    root = reader.trailer["/Root"]
    yield from below(root["/StructTreeRoot"], str(root["/Lang"]), None)


def texts_of_page(page: Any) -> dict[int, tuple[str, str]]:
    """What is drawn under each mark of the page, and the language that the mark itself names."""
    found: dict[int, tuple[str, str]] = {}
    marks: list[dict[str, Any]] = []

    def before(operator: bytes, operands: list[Any], *_places: Any) -> None:
        if operator in (b"BDC", b"BMC"):
            marks.append(operands[1] if operator == b"BDC" else {})
        elif operator == b"EMC":
            marks.pop()

    def drawn(text: str, *_rest: Any) -> None:
        if marks and (number := marks[-1].get("/MCID")) is not None:
            found[number] = (found.get(number, ("",))[0] + text, latin(marks[-1].get("/Lang", "")))

    page.extract_text(visitor_operand_before=before, visitor_text=drawn)
    return found


def latin(words: str | bytes) -> str:
    """pypdf leaves two letters undecoded, since they may be one of UTF-16."""
    return words.decode() if isinstance(words, bytes) else words
