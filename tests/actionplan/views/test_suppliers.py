from __future__ import annotations

import io
from datetime import date

import pytest
from django.urls import reverse
from lxml import html

from actionplan.models import Supplier
from actionplan.notices.archives import File
from actionplan.services import notices, suppliers
from actionplan.suppliers import reading
from tests.actionplan.views.kinds import each_role, log_in
from tests.factories import CityFactory, PlanFactory, SupplierFactory
from tests.notices import Lot, Notice
from tests.queries import MOST, queries_of
from ulg.roles import Role

pytestmark = pytest.mark.django_db
WRITERS = {Role.EDITOR, Role.COORDINATOR}


@pytest.fixture
def city():
    return PlanFactory().city


def url(city, name: str = "suppliers", *parts) -> str:
    return reverse(f"actionplan:{name}", args=[city.slug, *parts])


def sent(**changes: str) -> dict[str, str]:
    said = {"shown_number": "556000-0001", "name": "Ny Städ AB", "ownership": "women-owned", "source": "Survey"}
    return {**said, "source_on": "2025-02-14", **changes}


def stands() -> list[tuple[str, str, str]]:
    return list(Supplier.objects.values_list("number", "name", "ownership"))


def names(response) -> list[str]:
    return [each.text_content() for each in html.fromstring(response.content).xpath("//tbody/tr/th/a")]


@each_role
def test_whoever_edits_the_plan_adds_a_firm(client, city, role):
    log_in(client, city, role)

    response = client.post(url(city, "supplier-add"), sent())

    assert response.status_code == (302 if role in WRITERS else 403)
    assert stands() == ([("5560000001", "Ny Städ AB", "women-owned")] if role in WRITERS else [])


@each_role
def test_list_of_firms_is_read_by_those_who_edit_and_its_totals_by_everybody(client, city, role):
    SupplierFactory(city=city, name="Ny Städ AB")
    log_in(client, city, role)

    statuses = [client.get(url(city, name)).status_code for name in ("suppliers", "supplier-download")]
    figures = client.get(url(city, "figures")).content.decode()

    assert statuses == [200 if role in WRITERS else 403] * 2
    assert "Women-owned: <b>1</b>" in figures or "No notice tells of an award yet" in figures
    assert "Ny Städ AB" not in figures


def test_number_is_shown_as_it_was_written_and_found_in_any_way(client, city):
    log_in(client, city)
    client.post(url(city, "supplier-add"), sent(shown_number="SE 556000-0001"))

    shown = client.get(url(city), {"q": "5560000001"}).content.decode()

    assert "SE 556000-0001" in shown


def test_firms_are_found_by_their_words_and_their_class(client, city):
    SupplierFactory(city=city, name="Ny Städ AB")
    SupplierFactory(city=city, name="Åkeri AB", ownership="mixed")
    log_in(client, city)

    assert names(client.get(url(city))) == ["Ny Städ AB", "Åkeri AB"]
    assert names(client.get(url(city), {"q": "städ"})) == ["Ny Städ AB"]
    assert names(client.get(url(city), {"ownership": "mixed"})) == ["Åkeri AB"]
    assert "No firms match the filter" in client.get(url(city), {"q": "nobody"}).content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"shown_number": ""}, "shown_number"),
        ({"shown_number": "none"}, "shown_number"),
        ({"name": ""}, "name"),
        ({"ownership": "half"}, "ownership"),
        ({"source": ""}, "source"),
        ({"source_on": "soon"}, "source_on"),
        ({"shown_number": "SE556000000901"}, "shown_number"),
    ],
)
def test_what_is_missing_wrong_or_there_already_is_refused_at_its_field(client, city, changes, field):
    SupplierFactory(city=city, shown_number="556000-0009")
    log_in(client, city)

    response = client.post(url(city, "supplier-add"), sent(**changes))

    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert Supplier.objects.count() == 1


def test_same_number_may_stand_in_another_city(client, city):
    SupplierFactory(shown_number="556000-0001")
    log_in(client, city)

    assert client.post(url(city, "supplier-add"), sent()).status_code == 302


def test_form_that_is_sent_twice_adds_one_firm(client, city):
    log_in(client, city)

    for _time in range(2):
        key = {"submission_key": "c0ffee00-0000-4000-8000-000000000000"}
        assert client.post(url(city, "supplier-add"), {**sent(), **key}).status_code == 302

    assert Supplier.objects.count() == 1


def test_firm_is_changed_and_says_who_did(client, city):
    firm = SupplierFactory(city=city)
    by = log_in(client, city)

    client.post(url(city, "supplier-edit", firm.pk), {**sent(ownership="mixed"), "revision": "1"})

    firm.refresh_from_db()
    assert (firm.ownership, firm.source_on, firm.revision, firm.updated_by) == ("mixed", date(2025, 2, 14), 2, by)


def test_change_from_an_old_page_says_what_stands_and_is_sent_again(client, city):
    firm = SupplierFactory(city=city, shown_number="556000-0001")
    suppliers.change(firm, {"name": "Other AB"}, seen=1, by=log_in(client, city))

    refused = client.post(url(city, "supplier-edit", firm.pk), {**sent(), "revision": "1"})
    again = client.post(url(city, "supplier-edit", firm.pk), {**sent(), "revision": "2"})

    assert (refused.status_code, again.status_code) == (409, 302)
    page = refused.content.decode()
    assert "It now says: 556000-0001, Other AB, Women-owned." in page
    assert 'value="2"' in page
    assert stands() == [("5560000001", "Ny Städ AB", "women-owned")]


def test_change_of_a_firm_to_the_number_of_another_is_refused(client, city):
    SupplierFactory(city=city, shown_number="556000-0001")
    firm = SupplierFactory(city=city, shown_number="556000-0002")
    log_in(client, city)

    response = client.post(url(city, "supplier-edit", firm.pk), {**sent(), "revision": "1"})

    assert response.context["form"].errors == {
        "shown_number": ["There is already a firm with this organisation number."]
    }


def test_firm_is_removed_after_it_was_asked_and_nothing_is_kept(client, city):
    firm = SupplierFactory(city=city, name="Ny Städ AB")
    log_in(client, city)

    asked = client.get(url(city, "supplier-remove", firm.pk)).content.decode()
    old = client.post(url(city, "supplier-remove", firm.pk), {"revision": "7"})
    client.post(url(city, "supplier-remove", firm.pk), {"revision": "1"})

    assert "Remove Ny Städ AB?" in asked
    assert (old.status_code, Supplier.objects.count()) == (409, 0)


def test_download_can_be_uploaded_again_and_no_spreadsheet_takes_it_for_formulas(client, city):
    dangerous = ["=1+1", "+1", "-1", "@SUM(A1)", 'Åkeri; "Norr" AB']
    for name in dangerous:
        SupplierFactory(city=city, name=name)
    log_in(client, city)

    data = client.get(url(city, "supplier-download")).content

    lines = data.decode("utf-8-sig").splitlines()
    assert lines[0] == "Organisation number;Name;Ownership;Source;Source date"
    assert sorted(line.split(";")[1] for line in lines[1:])[1:] == ["'+1", "'-1", "'=1+1", "'@SUM(A1)"]
    found = reading.read(io.BytesIO(data), reading.Missing())
    assert (sorted(firm.name for firm in found.firms), found.problems) == (sorted(dangerous), [])


def test_firms_of_another_city_are_not_found(client, city):
    foreign = SupplierFactory()
    log_in(client, city)

    for name in ("supplier-edit", "supplier-remove"):
        assert client.get(url(city, name, foreign.pk)).status_code == 404


def take(city, *lots: Lot) -> None:
    list(notices.import_files(city, [File("a.xml", Notice(list(lots), form="result").xml())], by=None))


def test_share_is_a_range_with_what_it_is_a_share_of(client, city):
    SupplierFactory(city=city, shown_number="556000-0001")
    take(
        city,
        Lot(won="120", winners=["556000-0001 A"]),
        Lot("LOT-0002", won="280", winners=["556000-0002 B"]),
        Lot("LOT-0003", won="600", winners=["556000-0003 C"]),
    )
    SupplierFactory(city=city, shown_number="556000-0003", ownership="men-owned")
    log_in(client, city, Role.OBSERVER)

    page = html.fromstring(client.get(url(city, "figures")).content)

    rows = page.xpath("//table[caption='Awarded value by ownership, SEK']//tr")
    assert [[" ".join(cell.itertext()) for cell in row] for row in rows] == [
        ["Year", "Women-owned", "Women-led", "Unknown", "Awarded in all"],
        ["2024", "12 to 40% 120 of 1,000", "0 to 28% 0 of 1,000", "28% 280 of 1,000", "1,000"],
    ]


def test_negative_values_leave_amounts_without_a_share(client, city):
    SupplierFactory(city=city, shown_number="556000-0001")
    take(city, Lot(won="-5", winners=["556000-0001 A"]))
    log_in(client, city)

    page = html.fromstring(client.get(url(city, "figures")).content)

    [row] = page.xpath("//table[caption='Awarded value by ownership, SEK']/tbody/tr")
    assert [" ".join(cell.itertext()) for cell in row][1:3] == ["no share −5 of −5", "no share 0 of −5"]


def test_empty_section_says_what_to_do(client, city):
    take(city, Lot(won="5"))
    log_in(client, city)

    without = client.get(url(city, "figures")).content.decode()

    assert "Nobody has said yet who owns the firms" in without
    assert url(city, "supplier-upload") in without


def test_pages_need_as_many_queries_for_many_firms_as_for_one(client):
    city = CityFactory(currency="SEK")
    log_in(client, city)
    counts = []

    for more in (1, 6):
        for place in range(more):
            firm = SupplierFactory(city=city)
            take(city, Lot(won=str(place + 1), winners=[f"{firm.shown_number} A"]))
        addresses = [url(city), url(city, "figures"), url(city, "supplier-edit", firm.pk)]
        counts.append([queries_of(client, address) for address in addresses])

    assert counts[0] == counts[1]
    assert max(counts[0]) <= MOST
