from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from actionplan.models import Supplier, SupplierUpload
from actionplan.services import supplier_uploads, suppliers
from tests.actionplan.views.kinds import each_role, log_in
from tests.factories import PlanFactory, SupplierFactory
from tests.sent_forms import forms_of
from tests.suppliers import FIRMS, HEADER, as_csv, as_xlsx
from ulg.roles import Role

pytestmark = pytest.mark.django_db
WRITERS = {Role.EDITOR, Role.COORDINATOR}


@pytest.fixture
def city():
    return PlanFactory(city__country="SE").city


def url(city, name: str = "check") -> str:
    return reverse(f"actionplan:supplier-{name}", args=[city.slug])


def upload(client, city, data: bytes, **fields: str):
    return client.post(url(city, "upload"), {"suppliers": SimpleUploadedFile("firms.csv", data), **fields}, follow=True)


def numbers(response) -> list[str]:
    """Created, updated, unchanged, skipped, and all rows."""
    page = html.fromstring(response.content)
    return page.xpath("//table[caption='What becomes of the rows']//td//text()")


def confirm(client, city):
    [form] = [each for each in forms_of(client.get(url(city)).content, url(city)) if "seal" in each.fields]
    return client.post(url(city), form.fields)


def stands() -> list[tuple[str, str, str]]:
    return list(Supplier.objects.order_by("number").values_list("number", "name", "ownership"))


@each_role
def test_whoever_edits_the_plan_uploads_a_file(client, city, role):
    log_in(client, city, role)

    response = upload(client, city, as_csv())

    assert response.status_code == (200 if role in WRITERS else 403)
    assert SupplierUpload.objects.exists() is (role in WRITERS)


@pytest.mark.parametrize("data", [as_csv(), as_xlsx()], ids=["CSV", "XLSX"])
def test_dry_run_writes_nothing_and_confirming_does_what_it_said(client, city, data):
    SupplierFactory(city=city, shown_number="556000-0001", name="Ny Städ AB")
    SupplierFactory(city=city, shown_number="556000-0002", name="Old name")
    by = log_in(client, city)
    before = stands()

    shown = upload(client, city, data)
    between = stands()
    told = confirm(client, city)

    assert (numbers(shown), between) == (["1", "1", "1", "0", "3"], before)
    assert told.status_code == 302
    assert stands() == [
        ("5560000001", "Ny Städ AB", "women-owned"),
        ("5560000002", "Ren Luft AB", "mixed"),
        ("5560000003", "Åkeri i Norr AB", "unknown"),
    ]
    assert list(Supplier.objects.order_by("number").values_list("revision", "updated_by")) == [
        (1, None), (2, by.pk), (1, by.pk),
    ]  # fmt: skip
    assert Supplier.objects.get(number="5560000002").search_text.split()[0] == "ren"
    assert not SupplierUpload.objects.exists()


def test_every_problem_stands_in_the_dry_run_and_the_numbers_add_up(client, city):
    log_in(client, city)
    wrong = [("5.56E+09", "A", "half", "S", "2025-01-01"), ("556000-0004", "", "mixed", "S", "2025-01-01"), FIRMS[0]]

    shown = upload(client, city, as_csv([*FIRMS, *wrong]))

    page = html.fromstring(shown.content)
    rows = page.xpath("//table[caption='What is wrong']/tbody/tr")
    assert numbers(shown) == ["3", "0", "0", "3", "6"]
    assert [[cell.text_content() for cell in row][:2] for row in rows] == [
        ["Row 5", "Organisation number"],
        ["Row 5", "Ownership"],
        ["Row 6", "Name"],
        ["Row 7", "Organisation number"],
    ]
    assert rows[1][2].text_content() == "“half” is none of the classes of ownership."
    assert rows[3][2].text_content() == "The number stands in row 2 already, and says the same there."


def test_firms_that_would_change_are_shown_as_they_are_and_as_they_would_be(client, city):
    SupplierFactory(city=city, shown_number="556000-0002", name="Old name")
    log_in(client, city)

    page = html.fromstring(upload(client, city, as_csv()).content)

    [row] = page.xpath("//table[caption='Firms that would change']/tbody/tr")
    assert [" ".join(cell.itertext()) for cell in row] == [
        "Row 3",
        "556000-0002, Old name, Women-owned Survey, 2025-02-14",
        "556000-0002, Ren Luft AB, Mixed Survey, 2025-02-14",
    ]


def test_register_that_changed_meanwhile_is_shown_again_and_not_written(client, city):
    firm = SupplierFactory(city=city, shown_number="556000-0002", name="Old name")
    by = log_in(client, city)
    upload(client, city, as_csv())
    [form] = [each for each in forms_of(client.get(url(city)).content, url(city)) if "seal" in each.fields]
    suppliers.change(firm, {"name": "Newer name"}, seen=1, by=by)

    refused = client.post(url(city), form.fields)

    assert (refused.status_code, numbers(refused)) == (409, ["2", "1", "0", "0", "3"])
    assert "Newer name" in refused.content.decode()
    assert stands() == [("5560000002", "Newer name", "women-owned")]
    assert confirm(client, city).status_code == 302


def test_file_that_changed_in_another_window_is_shown_before_it_is_taken(client, city):
    log_in(client, city)
    upload(client, city, as_csv())
    [form] = [each for each in forms_of(client.get(url(city)).content, url(city)) if "seal" in each.fields]
    upload(client, city, as_csv(FIRMS[:1]))

    assert (client.post(url(city), form.fields).status_code, Supplier.objects.count()) == (409, 0)


def test_file_is_held_for_whoever_uploaded_it_alone_and_for_an_hour(client, city):
    log_in(client, city)
    upload(client, city, as_csv())
    colleague = Client()
    log_in(colleague, city)

    assert colleague.get(url(city)).status_code == 302
    held = SupplierUpload.objects.get()
    SupplierUpload.objects.update(uploaded_at=held.uploaded_at - timedelta(hours=2))
    assert client.get(url(city)).status_code == 302
    call_command("clear_expired", verbosity=0)
    assert not SupplierUpload.objects.exists()


def test_file_that_is_dropped_or_taken_is_gone(client, city):
    log_in(client, city)
    upload(client, city, as_csv())
    client.post(url(city, "drop"))

    assert "No file is waiting to be confirmed" in client.get(url(city), follow=True).content.decode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "The file is empty."),
        (as_csv([]), "The file has a header and no rows."),
        (b"%PDF-1.7", "This is not a table."),
        (as_csv(header=HEADER[:2]), "The file has no column “Ownership”."),
    ],
)
def test_file_that_cannot_be_read_says_why(client, city, data, words):
    log_in(client, city)

    response = upload(client, city, data)

    assert response.status_code == 422
    assert words in response.content.decode()


def test_source_and_date_of_the_form_stand_where_a_row_has_none(client, city):
    log_in(client, city)

    upload(client, city, as_csv([FIRMS[0][:3]], header=HEADER[:3]), source="Ledger", source_on="2024-05-06")
    confirm(client, city)

    assert [(each.source, str(each.source_on)) for each in Supplier.objects.all()] == [("Ledger", "2024-05-06")]


def test_empty_table_has_the_columns_that_are_read(client, city):
    log_in(client, city)

    table = client.get(url(city, "template"))

    assert table.content.decode("utf-8-sig") == "Organisation number;Name;Ownership;Source;Source date\r\n"


def test_long_file_is_compared_and_written_in_batches(city, client, monkeypatch):
    by = log_in(client, city)
    monkeypatch.setattr(supplier_uploads, "BATCH", 100)
    rows = [(f"55{number:08}", f"Firm {number}", "mixed", "S", "2025-01-01") for number in range(250)]
    upload(client, city, as_csv(rows))
    seal = supplier_uploads.dry_run(by=by).seal

    with CaptureQueriesContext(connection) as queries:
        taken = supplier_uploads.take(seal, by=by)

    assert (taken.created, Supplier.objects.count()) == (250, 250)
    assert len(queries) < 25  # SQLite parts a batch further, for its statements hold fewer values
