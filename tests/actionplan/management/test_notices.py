"""The commands that import a city's notices and print its figures."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from actionplan.models import Notice, ProcedureLot
from tests import notices
from tests.factories import CityFactory, EnteredFigureFactory, SupplierFactory
from tests.notices import Lot, tarred

pytestmark = pytest.mark.django_db

EXAMPLES = Path(__file__).parents[4] / "shared" / "notices"
CLASSES = ("total", "social", "gender", "no", "not_stated", "not_applicable", "could_state")
GENDER = {"strategic-procurement": ["soc-obj"], "social-objective": ["gen-eq"]}


def run(command: str, *arguments: object, **options: object) -> str:
    said = StringIO()
    call_command(command, *map(str, arguments), stdout=said, **options)
    return said.getvalue()


def figures_of(city, **options) -> dict:
    return json.loads(run("baseline_figures", city.slug, json=True, **options))


def test_each_file_has_a_line_and_a_refused_one_makes_the_import_fail(tmp_path):
    city = CityFactory()
    (tmp_path / "1.xml").write_bytes(notices.Notice().xml())
    (tmp_path / "2.xml").write_bytes(notices.Notice([Lot(codes={"social-objective": ["gen-eq"]})]).xml())
    (tmp_path / "3.xml").write_bytes(b"<html/>")
    (tmp_path / "notes.txt").write_text("Not XML")
    said = StringIO()

    with pytest.raises(CommandError, match="Files that could not be taken: 1"):
        call_command("import_notices", city.slug, str(tmp_path), stdout=said)

    assert said.getvalue().replace(f"{tmp_path.name}/", "").splitlines() == [
        "1.xml: taken (1 lot).",
        "2.xml: taken (1 lot). LOT-0001 names gender equality, but does not say that it promotes social aims.",
        "3.xml: refused. This is XML, but not an eForms notice (html).",
        "notes.txt: passed over, no notice.",
        "Files: 4. 2 taken, 1 passed over, 1 refused; 1 with a warning.",
    ]


def test_a_package_without_a_notice_of_the_city_says_how_they_are_found(tmp_path):
    package = tmp_path / "20240319.tar.gz"
    package.write_bytes(tarred({"1.xml": notices.Notice().xml()}))

    said = run("import_notices", CityFactory().slug, package).splitlines()

    assert said[0] == "20240319.tar.gz/1.xml: left out, of another buyer."
    assert said[-1] == "A package is searched for the city's names and organisation numbers: see its settings."


@pytest.mark.parametrize("command", ["import_notices", "baseline_figures"])
def test_an_unknown_city_is_said(command, tmp_path):
    with pytest.raises(CommandError, match="There is no city “nowhere”"):
        run(command, "nowhere", *([tmp_path] if command == "import_notices" else []))


def test_figures_are_numerators_with_their_denominators(tmp_path):
    city = CityFactory()
    lots = [Lot(codes=GENDER, estimated="100.10"), Lot("LOT-0002", estimated="200", cpv="45000000")]
    (tmp_path / "1.xml").write_bytes(notices.Notice(lots, estimated="400").xml())
    run("import_notices", city.slug, tmp_path)

    told = figures_of(city)

    assert told["notices"] == 1
    assert [told["procedures"][name] for name in CLASSES] == [1, 1, 1, 0, 0, 0, 1]
    assert [told["lots"][name] for name in CLASSES] == [2, 1, 1, 0, 1, 0, 2]
    value = told["value"]["SEK"]
    assert [value[name] for name in CLASSES] == ["400.00", "100.10", "100.10", "0.00", "200.00", "0.00", "300.10"]
    assert value["not_divided"] == "99.90"
    assert told["rules"]["currency"] == "Each currency has a total of its own: nothing is converted."
    assert told["by_cpv"]["45"]["lots"]["total"] == told["by_year"]["2024"]["lots"]["not_stated"] == 1
    assert figures_of(city, year=2023)["lots"]["total"] == 0
    assert run("baseline_figures", city.slug).splitlines()[1].startswith("Procedures: 1 in all; 1 social, 1 gender")


def test_lots_that_speak_of_gender_equality_without_the_code_stand_beside_the_figures(tmp_path):
    city = CityFactory()
    (tmp_path / "1.xml").write_bytes(notices.Notice([Lot(condition="Lika lön för kvinnor")]).xml())
    run("import_notices", city.slug, tmp_path)

    told = figures_of(city)

    assert told["possible"] == {"to_review": 1, "confirmed": 0, "dismissed": 0}
    assert (told["lots"]["gender"], told["lots"]["not_stated"]) == (0, 1)
    assert figures_of(city, year=2023)["possible"]["to_review"] == 0
    assert run("baseline_figures", city.slug).splitlines()[-1] == (
        "Lots that speak of gender equality without the code, in no share: 1 to review, 0 confirmed, 0 dismissed"
    )


def test_a_city_without_notices_has_figures_of_nothing():
    told = figures_of(CityFactory())

    assert (told["notices"], told["procedures"]["total"], told["value"], told["by_year"]) == (0, 0, {}, {})


def test_entered_figures_stand_beside_the_counted_ones_with_their_source():
    city = CityFactory()
    EnteredFigureFactory(city=city, social=17)
    EnteredFigureFactory(city=city, year=2022, measure="spend", currency="SEK", division="45", total="10.5")

    told = figures_of(city)

    assert told["procedures"]["total"] == 0
    assert told["entered"] == [
        {
            "year": 2022, "measure": "spend", "currency": "SEK", "cpv": "45", "total": "10.50", "social": None,
            "gender": None, "not_stated": None, "source": "Register", "source_on": "2025-02-14", "remark": "",
        },
        {
            "year": 2023, "measure": "procedures", "currency": None, "cpv": None, "total": 96, "social": 17,
            "gender": None, "not_stated": None, "source": "Register", "source_on": "2025-02-14", "remark": "",
        },
    ]  # fmt: skip
    assert [each["year"] for each in figures_of(city, year=2022)["entered"]] == [2022]
    assert run("baseline_figures", city.slug).splitlines()[-2:] == [
        "Entered by hand, 2022, spend, SEK, CPV 45: 10.50 total (Register, 2025-02-14)",
        "Entered by hand, 2023, procedures: 96 total, 17 social (Register, 2025-02-14)",
    ]


def test_what_each_class_of_firms_has_won_adds_up_to_what_was_awarded(tmp_path):
    city = CityFactory()
    SupplierFactory(city=city, shown_number="556000-0001")
    lots = [Lot(won="120", winners=["556000-0001 A"]), Lot("LOT-0002", won="280", winners=["556000-0002 B"])]
    (tmp_path / "1.xml").write_bytes(notices.Notice(lots, form="result").xml())
    run("import_notices", city.slug, tmp_path)

    told = figures_of(city)

    classes = {"women_owned": "120.00", "women_led": "0.00", "mixed": "0.00", "men_owned": "0.00", "no_owner": "0.00"}
    assert told["women_owned"]["awarded"] == {"2024": {"SEK": {"total": "400.00", **classes, "unknown": "280.00"}}}
    assert told["women_owned"]["firms"] == {**dict.fromkeys(classes, 0), "women_owned": 1, "unknown": 0}
    assert told["awarded"]["SEK"]["total"] == "400.00"
    said = "Awarded by ownership, 2024, SEK: 400.00 in all; 120.00 women owned"
    assert said in run("baseline_figures", city.slug)


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="The examples of the eForms SDK lie beside the project, not here")
def test_the_examples_of_the_sdk_are_taken_once_in_any_order():
    once, twice = CityFactory(), CityFactory()
    paths = sorted(EXAMPLES.glob("*.xml"))

    run("import_notices", once.slug, EXAMPLES)
    run("import_notices", twice.slug, *reversed(paths))
    run("import_notices", twice.slug, *paths)

    lots = {str(each): each.lots.count() for each in Notice.objects.in_city(once)}
    assert sorted(lots.values()) == [0, 1, 1, 1, 1, 1, 1, 1, 2, 2]
    social = figures_of(once)["lots"]
    assert (social["total"], social["social"], social["gender"]) == (11, 5, 0)
    assert {**figures_of(twice), "city": once.slug} == figures_of(once)


def test_recounting_mends_what_was_counted_by_another_rule(tmp_path):
    city, other = CityFactory(), CityFactory()
    (tmp_path / "1.xml").write_bytes(notices.Notice([Lot(codes=GENDER, won="5"), Lot("LOT-0002")]).xml())
    for each in (city, other):
        run("import_notices", each.slug, tmp_path)
    before = figures_of(city)
    for each in (city, other):
        ProcedureLot.objects.in_city(each).update(aim="no")

    said = run("recount_notices", city.slug)

    assert said == f"{city.slug}: procedures counted anew: 1.\n"
    assert (figures_of(city), figures_of(other) == before) == (before, False)


def test_recounting_a_city_that_is_not_there_says_so():
    with pytest.raises(CommandError, match="There is no city “nowhere”"):
        run("recount_notices", "nowhere")
