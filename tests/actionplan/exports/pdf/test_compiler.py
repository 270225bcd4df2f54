"""What the PDF of a plan says, and in which order."""

import json

import pytest

from actionplan.document.canonical import canonical, sha256
from tests.actionplan.exports import documents, files, pdfs

poppler = pytest.mark.poppler


def assert_reads(text: str, *passages: str) -> None:
    """The passages stand in the text, in this order."""
    rest = text
    for passage in passages:
        assert passage in rest
        rest = rest.partition(passage)[2]


def page_with(pdf: bytes, words: str) -> str:
    """The text of the last page on which the words stand."""
    return next(each for each in reversed(pdfs.pages(pdf)) if words in each)


def test_the_frozen_document_is_attached(published):
    document = documents.plan(actions=11)

    attached = pdfs.reader(published).attachments

    assert dict(attached) == {"plan.json": [files.json(document)]}
    assert json.loads(attached["plan.json"][0]) == document


def test_no_stream_ends_as_a_line_does():
    """About one plan in four would hold such a stream, which strict readers call a byte too short."""
    plans = [documents.plan(actions=3) | {"title": f"Plan {number}"} for number in range(12, 20)]

    drawn = [files.pdf(plan, documents.names()) for plan in plans]

    assert [b"\r\nendstream" in pdf for pdf in drawn] == [False] * 8


def test_the_same_version_gives_the_same_bytes():
    document, names = documents.plan(actions=1), documents.names()

    assert files.pdf(document, names) == files.pdf(document, names)


def test_title_author_language_and_day_stand_in_the_file(published):
    reader = pdfs.reader(published)
    about = reader.metadata

    assert (about.title, about.author) == ("Lokal handlingsplan för jämställd upphandling – Umeå", "Umeå kommun")
    assert about.creation_date.isoformat() == "2025-11-24T00:00:00+00:00"
    assert reader.trailer["/Root"]["/Lang"] == "sv"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"].value is True


def test_words_in_another_language_than_the_plan_say_so(published):
    languages = {tag.get("/Lang") for tag in pdfs.tags(published)} - {None}

    assert languages == {"sv", "en"}


def test_a_plan_in_its_own_language_has_no_other():
    pdf = files.pdf(documents.plan(actions=1), documents.names())

    assert {tag.get("/Lang") for tag in pdfs.tags(pdf)} <= {None, "sv"}
    assert pdfs.reader(pdf).trailer["/Root"]["/Lang"] == "sv"


def test_every_table_has_a_header_and_every_figure_a_text(published):
    kinds = [str(tag["/S"]) for tag in pdfs.tags(published)]
    figures = [tag for tag in pdfs.tags(published) if tag["/S"] == "/Figure"]

    assert kinds.count("/Table") == kinds.count("/THead") > 10
    assert len(figures) == 5
    told = ("Frame: ", "2023: ", "Cleaning, waste and environment: ", "A-01: ", "A-01: ")
    assert [words in tag["/Alt"] for words, tag in zip(told, figures, strict=True)] == [True] * 5


def test_bookmarks_follow_the_outline(published):
    document = documents.plan(actions=11)
    chapters = [f"{each['number']} {each['title']}".strip() for each in document["outline"]]
    actions = [f"{each['code']} {each['title']}" for each in document["actions"]]

    marks = pdfs.bookmarks(published)

    assert [mark for mark in marks if mark in chapters] == chapters
    assert [mark for mark in marks if mark in actions] == actions


def test_codes_lead_to_their_records():
    document = documents.plan(actions=0)
    parts = [
        {"key": kind, "number": "", "title": kind, "kind": kind, "section": None} for kind in ("barriers", "solutions")
    ]
    document["outline"] = [{"key": "x", "number": "1", "title": "X", "lead": "", "parts": parts}]
    document["barriers"], document["solutions"] = document["barriers"][:1], document["solutions"][:1]

    pdf = files.pdf(document, {})

    found = [str(link["/Dest"]) for link in pdfs.links(pdf) if link["/Contents"].endswith("-01")]

    # B-01 names S-01 in its table and below its text, and the other way about
    assert sorted(found) == sorted(2 * list(pdfs.reader(pdf).named_destinations))
    assert len(found) == 4


@poppler
def test_headings_are_read_in_the_order_of_the_outline(published):
    document = documents.plan(actions=11)
    parts = [part["title"] for chapter in document["outline"] for part in chapter["parts"]]

    assert_reads(pdfs.flowing(published), "About this version", "Contents", *parts, *parts)


@poppler
def test_every_action_has_a_sheet_on_its_own_page(published):
    document = documents.plan(actions=11)
    pages = pdfs.pages(published)

    sheets = [next(n for n, page in enumerate(pages) if page_is_sheet(page, each)) for each in document["actions"]]

    assert sheets == list(range(sheets[0], sheets[0] + 11))


def page_is_sheet(page: str, action: dict) -> bool:
    return f"{action['code']} {action['title']} {action['description'][:30]}" in page


@poppler
def test_a_sheet_answers_the_six_duties_and_shows_the_trace(published):
    page = page_with(published, "Mallen på en sida, med fem frågor")

    assert_reads(
        page,
        "When 1 October 2025 – 18 December 2026 Who Upphandlingsbyrån Upphandlingschef Cost 180,000 SEK One-off",
        "300 hours of own work Funding Secured 180,000 SEK Upphandlingsbyråns utvecklingsmedel 2025 och 2026",
        "Indicator I-03 Annonserade upphandlingar",
        "Risk Bedömningen fylls i av vana och förra årets svar kopieras. 4 × 4 = 16, critical",
        "Finding F-02 Fyra av 60 upphandlingar",
        "Barrier B-05 Beställaren kan inte beskriva",
        "Solution S-03 Gör en jämställdhetsbedömning i behovsanalysen Action A-03 Indicator I-03",
        "Code Indicator Baseline Target I-03",
        "0 (2023) 90 (2028) I-04",
        "Mitigation Jämställdhetsstrategen läser",
    )


@poppler
def test_a_barrier_names_its_findings_and_solutions_and_who_raised_it(published):
    assert_reads(
        pdfs.flowing(published),
        "B-14 I vissa branscher finns nästan bara män",
        "Why it is parked",
        "Area Market Step Selection criteria Status Parked Findings F-05 Solutions S-13",
        "Added by hållbarhetschef, Norrholmen Bygg AB, 14 November 2024",
    )


@poppler
def test_comments_stand_with_their_answers_or_without(published):
    text = pdfs.flowing(published)

    assert_reads(text, "You said We did", "Policyn har fyra målgrupper", "Ingen har haft i uppdrag")
    assert text.count("Not answered yet") == waiting(documents.plan(actions=11))
    assert text.count("The comment was withdrawn.") == 1


def waiting(document: dict) -> int:
    return sum(not each["is_answered"] and not each["is_withdrawn"] for each in document["comments"])


@poppler
def test_cover_and_facts_say_which_version_this_is(published):
    fingerprint = sha256(canonical(documents.plan(actions=11)))
    cover, about = pdfs.pages(published)[:2]

    assert_reads(
        cover,
        "Umeå kommun Lokal handlingsplan för jämställd upphandling",
        "2026–2030",
        "Version 2 24 November 2025 Kommunstyrelsen 11 November 2025, § 214 Case number KS-2024/00417",
        "Co-funded by the European Union – Interreg GenProcure · URBACT IV",
    )
    assert_reads(about, f"Version 1 of 16 June 2025 SHA-256 {'7c' * 32} Fingerprint {fingerprint}")
    assert f"KS-2024/00417 · SHA-256 {fingerprint[:12]} Page 2 of " in about


@poppler
def test_a_draft_says_so_on_every_page(draft):
    mark = "Draft of 22 November 2026, not a published version"

    assert [number for number, page in enumerate(pdfs.pages(draft), 1) if mark not in page] == []
    assert "Version 2" not in pdfs.flowing(draft)


@poppler
def test_a_version_is_no_draft(published):
    assert "not a published version" not in pdfs.flowing(published)


@poppler
def test_what_is_missing_is_shown_as_missing(draft):
    sheet = page_with(draft, "When Missing")

    assert_reads(sheet, "When Missing Who Missing Cost Missing Funding Missing Indicator Missing Risk Missing")
    assert "Not included, because it has not been written yet – 1.5 Vision" in pdfs.flowing(draft)
    assert pdfs.flowing(draft).count("1.5 Vision") == 1
    assert "In review" in pdfs.flowing(draft)


@poppler
def test_the_head_of_a_page_ends_with_a_whole_word():
    title = "Integrated Action Plan for Gender-Responsive Public Procurement"
    document = documents.plan(actions=0, title=title)

    pages = pdfs.pages(files.pdf(document, documents.names()))

    assert {page.partition(" Version")[0] for page in pages[2:4]} == {
        "Umeå · Integrated Action Plan for Gender-Responsive Public…"
    }


@poppler
def test_who_chose_not_to_be_named_is_not(published):
    document = documents.plan(actions=0, sections={}, findings=[], objectives=[])

    unnamed = pdfs.flowing(files.pdf(document, documents.names("anonymous"), "en"))

    assert "Karin Åström hållbarhetsstrateg Stadsledningskontoret Public Coordinator" in pdfs.flowing(published)
    assert "members chose not to be shown." in unnamed
    assert "Public Coordinator" not in unnamed
    assert [name for name in ("Karin", "hållbarhetsstrateg", "Norrholmen") if name in unnamed] == []


@poppler
def test_days_and_amounts_follow_the_language():
    document = documents.plan(actions=3)

    swedish, english = (pdfs.flowing(files.pdf(document, {}, language)) for language in ("sv", "en"))

    assert ("1 oktober 2025" in swedish, "180 000" in swedish) == (True, True)
    assert ("1 October 2025" in english, "180,000 SEK" in english) == (True, True)


@poppler
def test_a_plan_without_anything_says_what_is_empty():
    lists = ("findings", "barriers", "solutions", "objectives", "indicators", "comments", "members")

    pdf = files.pdf(documents.plan(actions=0, sections={}, **{name: [] for name in lists}), {}, "en")

    assert pdfs.findings(pdf) == []
    assert pdfs.flowing(pdf).count("Nothing has been entered here yet.") == 12


def test_sixty_actions_fit():
    pdf = files.pdf(documents.plan(actions=60), documents.names())

    assert pdfs.findings(pdf) == []
    assert len([tag for tag in pdfs.tags(pdf) if tag["/S"] == "/Figure"]) == 8
    assert "A-60 " in " ".join(pdfs.bookmarks(pdf))


@pytest.mark.parametrize("name", ["published", "draft"])
def test_validators_find_nothing(name, request):
    assert pdfs.findings(request.getfixturevalue(name)) == []
