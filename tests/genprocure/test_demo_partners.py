"""The other cities of the demo: Zagreb, which has begun, and the partners by name."""

from actionplan.reference.outline import WRITTEN
from genprocure.demo import zagreb
from genprocure.demo.partners import PARTNERS


def test_zagreb_has_only_begun():
    assert [len(zagreb.SECTIONS), len(zagreb.BARRIERS), len(zagreb.SOLUTIONS), len(zagreb.PEOPLE)] == [3, 3, 1, 4]
    assert {section["key"] for section in zagreb.SECTIONS} <= set(WRITTEN)
    assert {barrier["category"] for barrier in zagreb.BARRIERS} == {"process", "data", "stakeholders"}
    assert {barrier["step"] for barrier in zagreb.BARRIERS} == {"award", "market"}
    assert {key for solution in zagreb.SOLUTIONS for key in solution["barriers"]} <= {
        barrier["key"] for barrier in zagreb.BARRIERS
    }


def test_zagrebs_coordinator_comes_from_outside_the_city():
    sectors = {organisation["key"]: organisation["sector"] for organisation in zagreb.ORGANISATIONS}

    assert [sectors[person["organisation"]] for person in zagreb.PEOPLE if person["role"] == "coordinator"] == [
        "private"
    ]


def test_the_nine_partners_are_plain_facts():
    assert sorted((partner["slug"], partner["country"], partner["kind"]) for partner in PARTNERS) == [
        ("alcoi", "ES", "municipality"),
        ("famalicao", "PT", "municipality"),
        ("ibrany", "HU", "municipality"),
        ("koszalin", "PL", "municipality"),
        ("messina", "IT", "municipality"),
        ("satu-mare", "RO", "association"),
        ("umea", "SE", "municipality"),
        ("zagreb", "HR", "municipality"),
        ("zenica-doboj", "BA", "canton"),
    ]
    assert {partner["slug"]: partner["language"] for partner in PARTNERS if partner["language"] != "en"} == {
        "umea": "sv"
    }
    assert {partner["kind"] for partner in PARTNERS} <= {"municipality", "association", "canton", "other"}


def test_ibrany_answers_to_ujfeherto_too():
    (ibrany,) = [partner for partner in PARTNERS if partner["slug"] == "ibrany"]

    assert ibrany["aliases"] == ["Újfehértó"]
    assert "partner of record" in ibrany["note"]
