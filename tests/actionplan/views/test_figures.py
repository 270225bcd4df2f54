from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from actionplan.models import Notice
from actionplan.notices.archives import File
from actionplan.notices.rules import RULES, Aim
from actionplan.services import notices
from tests import notices as made
from tests.factories import MembershipFactory, PlanFactory
from tests.notices import Lot, tarred, zipped
from tests.queries import MOST, queries_of
from ulg.roles import Role

pytestmark = pytest.mark.django_db

GENDER = {"strategic-procurement": ["soc-obj"], "social-objective": ["gen-eq"]}


@pytest.fixture
def city():
    return PlanFactory().city


def take(city, *found: made.Notice) -> None:
    list(notices.import_files(city, [File("a.xml", each.xml()) for each in found], by=None))


def url(city, name: str = "figures", *args) -> str:
    return reverse(f"actionplan:{name}", args=[city.slug, *args])


def log_in(client, city, role: str = Role.OBSERVER) -> None:
    client.force_login(MembershipFactory(city=city, role=role).user)


def page(client, address: str):
    response = client.get(address)
    assert response.status_code == 200
    return html.fromstring(response.content)


def table(page, title: str) -> list[list[str]]:
    rows = page.xpath(f"//table[caption='{title}']//tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def upload(client, city, **files: bytes):
    given = [SimpleUploadedFile(name.replace("__", "."), data) for name, data in files.items()]
    response = client.post(url(city, "notice-upload"), {"notices": given})
    response.body = response.getvalue()  # the notices are read while the page is
    return response


def results(response) -> list[list[str]]:
    return table(html.fromstring(response.body), "What became of each file")[1:]


def test_numbers_of_each_year_and_class_stand_in_a_table(client, city):
    lots = [Lot(codes=GENDER, estimated="1000"), Lot("LOT-0002", codes={"social-objective": ["opp"]}), Lot("LOT-0003")]
    take(city, made.Notice(lots, day="2024-02-01Z"), made.Notice(day="2025-02-01Z"))
    log_in(client, city)

    found = page(client, url(city))

    assert table(found, "Lots")[:3] == [
        ["Year", "Gender equality", "Another social aim", "No social aim", "Not stated", "All"],
        ["2024", "1", "1", "0", "1", "3"],
        ["2025", "0", "0", "0", "1", "1"],
    ]
    assert table(found, "Estimated value, SEK")[1] == ["2024", "1,000", "0", "0", "0", "1,000"]
    assert "Lots whose notices can state an aim: 4. With a social aim: 2, of which with gender equality: 1." in (
        " ".join(found.text_content().split())
    )


def test_each_number_leads_to_what_it_counts(client, city):
    take(city, made.Notice([Lot(codes=GENDER), Lot("LOT-0002", cpv="45000000")], day="2024-02-01Z"), made.Notice())
    log_in(client, city)

    [link] = page(client, url(city)).xpath("//a[@aria-label='1 Gender equality, 2024' and contains(@href, 'lots')]")
    found = page(client, link.get("href"))

    assert [each.text for each in found.xpath("//span[@class='under']/span[@class='code']")] == ["LOT-0001"]
    assert found.xpath("string(//p[@class='lead'])") == "2024 · Gender equality"


def test_the_divisions_are_those_of_the_year_that_is_chosen(client, city):
    take(city, made.Notice([Lot(cpv="45000000")], day="2024-02-01Z"), made.Notice([Lot(cpv="")], day="2025-02-01Z"))
    log_in(client, city)

    def divisions(query: str) -> list[str]:
        rows = page(client, url(city) + query).xpath("//section[@aria-labelledby='divisions']//tbody/tr/th/text()")
        return [row.strip() for row in rows]

    assert divisions("?year=2024") == ["Construction work"]
    assert divisions("") == divisions("?year=1999") == divisions("?year=x") == ["Cleaning, waste and environment"]


def test_a_procedure_shows_its_lots_values_and_notices(client, city):
    first = made.Notice([Lot(codes=GENDER, estimated="12.50")], title="Cleaning")
    change = made.Notice(
        first.lots, procedure=first.procedure, changes=first.identifier, day="2024-05-01Z", title="New"
    )
    take(city, first, change)
    log_in(client, city)

    found = page(client, url(city, "procedure", first.procedure))

    assert found.xpath("string(//h1)") == "New"
    assert table(found, "Lots")[1] == [
        "LOT-0001LOT-0001",
        "Gender equality",
        "Cleaning, waste and environment",
        "–",
    ]
    assert table(found, "Values")[1] == ["Estimated value", "LOT-0001", "12.50 SEK"]
    assert [row[2] for row in table(found, "Notices of this procedure")[1:]] == ["No, another takes its place", "Yes"]


def test_the_xml_of_a_notice_is_handed_out_as_it_came_and_never_shown(client, city):
    notice = made.Notice()
    take(city, notice)
    log_in(client, city)

    response = client.get(url(city, "notice-document", Notice.objects.get().pk))

    assert (response.content, response["Content-Type"]) == (notice.xml(), "application/xml")
    assert response["Content-Disposition"].startswith("attachment;")


def test_words_of_a_notice_are_never_markup(client, city):
    take(city, made.Notice(title="<b>Bold</b> & <script>x</script>"))
    log_in(client, city)

    body = client.get(url(city, "counted")).content.decode()

    assert "&lt;b&gt;Bold&lt;/b&gt;" in body
    assert "<b>Bold" not in body


def test_without_notices_the_page_says_where_to_get_them_and_who_may_upload(client, city):
    log_in(client, city, Role.EDITOR)
    assert page(client, url(city)).xpath("//main//a[text()='Upload notices']/@href") == [url(city, "notice-upload")]

    log_in(client, city, Role.MEMBER)
    found = page(client, url(city))
    assert "No notices have been imported yet" in found.text_content()
    assert found.xpath("//main//a[text()='Upload notices']") == []


def test_ten_files_of_which_three_are_bad_are_answered_one_by_one(client, city):
    log_in(client, city, Role.EDITOR)
    good = {f"good-{n}__xml": made.Notice().xml() for n in range(7)}
    bad = {"letter__pdf": b"%PDF-1.7 ...", "page__xml": b"<html/>", "empty__xml": b""}

    response = upload(client, city, **good, **bad)

    assert response.status_code == 200
    assert [(name, result) for name, result, _lots in results(response)][:4] == [
        (
            "letter.pdfA PDF file is not a notice. Use the XML file of the tender system.",
            "Not taken",
        ),
        ("page.xmlThis is XML, but not an eForms notice (html).", "Not taken"),
        ("empty.xmlThe file is empty.", "Not taken"),
        ("good-0.xml", "Taken"),
    ]
    assert Notice.objects.in_city(city).count() == 7
    assert {each.imported_by.city for each in Notice.objects.select_related("imported_by__city")} == {city}


def test_the_same_upload_again_changes_nothing(client, city):
    log_in(client, city, Role.EDITOR)
    packed = zipped({"a.xml": made.Notice(identifier="a").xml()})

    upload(client, city, day__zip=packed)
    again = upload(client, city, day__zip=packed)

    assert results(again) == [["day.zip/a.xml", "Already here", "1"]]
    assert Notice.objects.count() == 1


def test_of_everybodys_package_the_citys_own_are_taken_and_the_page_says_how(client, city):
    log_in(client, city, Role.EDITOR)
    city.aliases = ["Exempelby kommun"]
    city.save(update_fields=["aliases"])
    files = {"1.xml": made.Notice().xml(), "2.xml": made.Notice(buyer="Annanstad", buyer_number="1").xml()}

    response = upload(client, city, day__gz=tarred(files))

    assert [result for _name, result, _lots in results(response)] == ["Taken", "Left out, of another buyer"]
    assert "only those with one of the city" in response.body.decode()


def test_an_upload_without_a_file_or_too_large_says_so(client, city, monkeypatch):
    log_in(client, city, Role.EDITOR)
    monkeypatch.setattr("actionplan.forms.notices.MOST_MB", 0.001)

    empty = client.post(url(city, "notice-upload"), {})
    large = upload(client, city, a__xml=made.Notice().xml())

    assert (empty.status_code, large.status_code) == (422, 422)
    assert "Choose at least one file." in empty.content.decode()
    assert "The files are larger than 50 MB together." in large.content.decode()


def test_a_member_does_not_upload(client, city):
    log_in(client, city, Role.MEMBER)

    assert upload(client, city, a__xml=made.Notice().xml()).status_code == 403
    assert not Notice.objects.exists()


def test_pages_need_as_many_queries_for_many_notices_as_for_one(client, city):
    log_in(client, city)
    first, counts = made.Notice([Lot(won="1")], form="result"), []
    take(city, first)
    addresses = [url(city), url(city, "counted"), url(city, "procedure", first.procedure)]

    for _round in range(2):
        counts.append([queries_of(client, address) for address in addresses])
        more = [made.Notice([Lot(f"LOT-{n}")], procedure=first.procedure, day=f"202{n}-01-01Z") for n in range(3, 6)]
        take(city, *more, *(made.Notice() for _n in range(3)))

    assert counts[0] == counts[1]
    assert max(counts[0]) <= MOST


def test_each_number_leads_to_its_rule_in_one_click(client, city):
    take(city, made.Notice([Lot(codes=GENDER, estimated="1000", won="5"), Lot("LOT-0002")], form="result"))
    log_in(client, city)

    links = page(client, url(city)).xpath("//div[@class='figures']//a[contains(@href, '/about/#')]/@href")
    rules = page(client, url(city, "about-figures")).xpath("//dt/@id")

    assert {link.partition("#")[2] for link in links} - set(rules) == set()
    assert set(rules) >= {f"rule-{name}" for name in RULES} | {f"class-{aim}" for aim in Aim}
    assert len(page(client, url(city)).xpath("//th/a[contains(@href, '/about/#rule-not_stated')]")) == 5


@pytest.mark.parametrize("address", ["figures", "notice-upload"])
def test_who_looks_for_notices_is_told_where_they_are(client, city, address):
    log_in(client, city, Role.EDITOR)

    links = page(client, url(city, address)).xpath("//main//a/@href")

    assert [link for link in links if link.startswith(url(city, "about-figures"))] != []


def test_only_who_may_upload_is_led_to_it_from_the_page_about_the_figures(client, city):
    log_in(client, city, Role.MEMBER)
    assert page(client, url(city, "about-figures")).xpath("//main//a[text()='Upload notices']") == []

    log_in(client, city, Role.EDITOR)
    assert len(page(client, url(city, "about-figures")).xpath("//main//a[text()='Upload notices']")) == 1
