"""What the pages say of assessments and figures."""

from actionplan.document.frozen import FrozenDocument
from actionplan.exports import view_model
from tests.actionplan.exports import baselines, documents, files


def told(**changes):
    document = FrozenDocument(documents.plan(actions=1, language="en", **changes)).plan
    return view_model.build(view_model.printed(document), {}, "en", "")


def keys(view) -> list[str]:
    return [part["kind"] for chapter in view["outline"] for part in chapter["parts"]]


def test_the_newest_assessment_stands_beside_the_start():
    shown = told()["records"]["assessment"]

    assert (shown["title"], shown["as_of"].replace("\xa0", " ")) == ("Uppföljning", "As of 1 October 2025")
    assert shown["note"] == "This assessment is not closed yet."
    assert shown["rows"][0] == {
        "dimension": "Legal and policy frame",
        "answered": "3 of 3",
        "before": "0.5",
        "now": "2.0",
        "change": "+1.5",
    }


def test_a_start_alone_has_no_change():
    shown = told(assessments=baselines.assessments()[:1])["records"]["assessment"]

    assert (shown["has_start"], shown["note"], {row["change"] for row in shown["rows"]}) == (False, "", {"–"})


def test_a_statement_says_what_was_answered_and_why_it_was_left_out():
    frame, organisation, *_others = told(assessments=baselines.assessments()[:1])["records"]["statements"]

    rows = [*frame["rows"], organisation["rows"][0]]
    assert [(row["points"], row["score"], row["reason"]) for row in rows] == [
        ("0", "Not at all", ""),
        ("1", "To a small extent", ""),
        ("", "Don't know", ""),
        ("", "Left out", "Prövas"),
    ]


def test_existing_criteria_stand_side_by_side():
    [first, *_others] = told()["records"]["assessment"]["criteria"]

    assert [cell["kind"] for cell in first["cells"]] == ["Environmental", "Social", "Employment", "Gender equality"]


def test_shares_name_their_numerator_and_denominator():
    shares, *_others = told()["records"]["figures"]["sentences"]

    assert shares.replace("\xa0", " ") == (
        "Lots whose notices can state an aim: 429. With a social aim: 69, of which with gender equality: 6. "
        "Counted from the city's notices up to 31 October 2025: 412."
    )


def test_a_table_of_numbers_adds_up_line_by_line_and_in_its_last_line():
    lots = next(table for table in told()["records"]["numbers"] if table["title"] == "Lots by aim and year")

    rows = [[int(cell["number"]) for cell in row["cells"]] for row in lots["rows"] if not row["entered"]]
    assert [sum(row[:-1]) for row in rows] == [row[-1] for row in rows] == [141, 144, 147, 432]
    assert [sum(column) for column in zip(*rows[:-1], strict=True)] == rows[-1]


def test_what_was_entered_by_hand_stands_before_what_is_counted_and_in_no_sum():
    lots = next(table for table in told()["records"]["numbers"] if table["title"] == "Lots by aim and year")

    entered, *_counted, _all = lots["rows"]
    assert (entered["name"], entered["entered"], entered["source"], entered["remark"]) == (
        "2022",
        "entered by hand",
        "Genomgång av diariet",
        "Räknat för hand",
    )
    assert [cell["number"] for cell in entered["cells"]] == ["1", "23", "not known", "not known", "not known", "158"]


def test_the_picture_of_the_years_says_where_the_series_breaks():
    [years, _divisions] = told()["records"]["figures"]["charts"]

    assert years["svg"].index(">2022<") < years["svg"].index("The series breaks here") < years["svg"].index(">2023<")


def test_the_share_of_women_is_a_range_with_what_is_not_known():
    sentences = [each.replace("\xa0", " ") for each in told()["records"]["figures"]["sentences"]]

    assert sentences[-1] == (
        "Firms owned by women won at least 10.0 and at most 40.0 per cent of what was awarded in 2025: "
        "100 of 1,000 SEK is known, and of 300 SEK the owner is not known."
    )


def test_figures_that_were_entered_alone_have_no_sum_and_no_break():
    figures = {"notices": 0, "entered": [baselines.ENTERED]}

    shown = told(figures=figures)["records"]

    [lots] = shown["numbers"]
    assert [row["name"] for row in lots["rows"]] == ["2022"]
    assert (shown["figures"]["sentences"], "The series breaks" in shown["figures"]["charts"][0]["svg"]) == ([], False)


def test_what_was_entered_of_one_division_has_a_table_of_its_own():
    entered = [baselines.ENTERED, {**baselines.ENTERED, "division": "45", "total": "12"}]

    tables = told(figures={"notices": 0, "entered": entered})["records"]["numbers"]

    assert [(each["title"], each["rows"][0]["cells"][-1]["number"]) for each in tables] == [
        ("Lots by aim and year", "158"),
        ("Lots, Construction work by aim and year", "12"),
    ]


def test_a_column_that_no_line_has_is_left_out():
    figures = baselines.figures()
    for each in (figures["lots"]["whole"], *figures["lots"]["years"]):
        each["not_applicable"] = 0

    lots = next(table for table in told(figures=figures)["records"]["numbers"] if table["title"].startswith("Lots"))

    assert lots["columns"] == ["Gender equality", "Another social aim", "No social aim", "Not stated", "All"]


def test_a_plan_without_a_baseline_has_no_annex_of_it():
    assert ("baseline_details" in keys(told()), "baseline_details" in keys(told(assessments=[], figures=None))) == (
        True,
        False,
    )


def test_the_html_file_holds_the_assessment_and_its_annex():
    page = files.html(documents.plan(actions=1), documents.names(), "en").decode()

    assert [
        words in page for words in ("The assessment", "Infört i policyn.", "Lots by aim and year", "Räknat för hand")
    ] == [True] * 4
