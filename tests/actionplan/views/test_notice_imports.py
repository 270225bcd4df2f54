from __future__ import annotations

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from actionplan.models import ImportedFile, Notice, NoticeImport
from actionplan.notices.archives import File
from actionplan.services import notices
from tests import notices as made
from tests.factories import MembershipFactory, PlanFactory
from tests.notices import zipped
from tests.queries import MOST, queries_of
from ulg.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return PlanFactory().city


@pytest.fixture
def editor(client, city):
    seat = MembershipFactory(city=city, role=Role.EDITOR, user__name="Anna Andersson")
    client.force_login(seat.user)
    return seat


def url(city, name: str, *args) -> str:
    return reverse(f"actionplan:{name}", args=[city.slug, *args])


def take(city, *found: File, by=None) -> NoticeImport:
    list(notices.import_files(city, found, by=by, given=["day.zip"]))
    return NoticeImport.objects.in_city(city).first()


def one(name: str = "a.xml", **about) -> File:
    return File(name, made.Notice(**about).xml())


def upload(client, city, *files: tuple[str, bytes]):
    return client.post(url(city, "notice-upload"), {"notices": [SimpleUploadedFile(*each) for each in files]})


def page(client, address: str):
    response = client.get(address)
    assert response.status_code == 200
    return html.fromstring(response.content)


def table(found, title: str) -> list[list[str]]:
    rows = found.xpath(f"//table[caption='{title}']//tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def words(found) -> str:
    return " ".join(found.text_content().split())


def test_the_page_of_an_upload_grows_while_the_notices_are_read(client, city, editor, monkeypatch):
    monkeypatch.setattr(notices, "BATCH", 2)
    packed = zipped({f"{number}.xml": made.Notice().xml() for number in range(5)})

    response = upload(client, city, ("day.zip", packed))
    parts = iter(response.streaming_content)
    first = next(parts).decode()
    before = Notice.objects.count()
    second = next(parts).decode()
    between = Notice.objects.count()
    rest = b"".join(parts).decode()

    assert (response.status_code, response["Content-Encoding"], response["X-Accel-Buffering"]) == (
        200,
        "identity",
        "no",
    )
    assert "Keep this page open." in first
    assert (before, between, Notice.objects.count()) == (0, 2, 5)
    assert "2 files read" in second
    assert words(html.fromstring(rest).xpath("//h2[@id='result']")[0]) == "5 files have been read"


def test_the_page_of_an_upload_is_one_whole_page_that_leads_to_the_record(client, city, editor):
    text = upload(client, city, ("a.xml", made.Notice().xml())).getvalue().decode()

    found = html.fromstring(text)
    assert (text.count("<html"), text.count("</html>"), text.count("</ol>")) == (1, 1, 1)
    assert found.xpath("//section//a/@href[contains(., 'imports/')]") == [NoticeImport.objects.get().get_absolute_url()]
    assert [each.get("id") for each in found.xpath("//*[@autofocus]")] == ["result"]


def test_a_failure_in_the_middle_ends_in_words_on_the_page_and_in_the_record(client, city, editor, monkeypatch):
    monkeypatch.setattr(notices, "BATCH", 1)
    count, calls = notices.procedures.count, []

    def fail_at_the_second(*given):
        calls.append(given)
        return 1 / 0 if len(calls) == 2 else count(*given)

    monkeypatch.setattr(notices.procedures, "count", fail_at_the_second)

    text = upload(client, city, ("a.xml", made.Notice().xml()), ("b.xml", made.Notice().xml())).getvalue().decode()

    assert "The reading was ended by a failure" in text
    assert "1 file had been read until then and is kept." in words(html.fromstring(text))
    assert text.rstrip().endswith("</html>")
    assert NoticeImport.objects.get().status == NoticeImport.Status.FAILED


def test_a_reader_who_leaves_stops_the_import(client, city, editor, monkeypatch):
    monkeypatch.setattr(notices, "BATCH", 1)
    response = upload(client, city, ("a.xml", made.Notice().xml()), ("b.xml", made.Notice().xml()))

    parts = response.streaming_content
    next(parts), next(parts)
    response._iterator.close()  # as a server does; the test's browser keeps the connection to the database then

    assert (NoticeImport.objects.get().status, Notice.objects.count()) == (NoticeImport.Status.STOPPED, 1)


def test_imports_are_listed_the_latest_first_with_who_and_how_many(client, city, editor):
    take(city, one(), by=editor)
    take(city, one(), File("b.xml", b""))

    rows = table(page(client, url(city, "notice-imports")), "Imports, the latest first")

    assert [row[1:] for row in rows[1:]] == [
        ["Finished", "A command on the server", "day.zip", "2"],
        ["Finished", "Anna Andersson", "day.zip", "1"],
    ]


def test_an_import_tells_of_its_files_and_may_be_asked_for_an_outcome(client, city, editor):
    record = take(city, one("good.xml"), one("marked.xml", version="x"), File("bad.xml", b""))

    def shown(query: str = "") -> list[str]:
        rows = table(page(client, record.get_absolute_url() + query), "What became of each file")[1:]
        return [name.partition(".xml")[0] for name, *_others in rows]

    assert shown() == shown("?outcome=nonsense") == ["bad", "marked", "good"]
    assert shown("?outcome=refused") == ["bad"]
    assert shown("?outcome=taken") == ["marked", "good"]
    assert shown("?outcome=older") == []


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("reading", "It is still going on, or it was cut off"),
        ("stopped", "Not all files were read."),
        ("failed", "Not all files were read."),
    ],
)
def test_an_import_that_did_not_finish_says_so(client, city, editor, status, told):
    record = take(city, one())
    NoticeImport.objects.update(status=status)

    assert told in words(page(client, record.get_absolute_url()))


def test_the_table_has_every_file_and_no_formula(client, city, editor):
    names = ["=1+1.xml", "+a.xml", "-b.xml", "@c.xml", "åäö.xml"]
    record = take(city, *(File(name, b"") for name in names), one("d.xml", identifier="d", version="x"))

    response = client.get(url(city, "notice-import-files", record.pk))
    data = response.getvalue()

    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert (data[:3], response["Content-Type"]) == (b"\xef\xbb\xbf", "text/csv; charset=utf-8")
    assert rows[0] == ["File", "Result", "Notice", "Lots", "Remarks"]
    assert [row[0] for row in rows[1:]] == ["'=1+1.xml", "'+a.xml", "'-b.xml", "'@c.xml", "åäö.xml", "d.xml"]
    assert rows[6] == ["d.xml", "Taken", "d", "1", "It has no version number and is taken as the first version."]
    assert rows[5][1:] == ["Not taken", "", "0", "The file is empty."]


@pytest.mark.parametrize("name", ["notice-import", "notice-import-files"])
def test_an_import_of_another_city_is_not_found(client, city, editor, name):
    record = take(PlanFactory().city, one())

    assert client.get(url(city, name, record.pk)).status_code == 404


@pytest.mark.parametrize("name", ["notice-imports", "notice-import", "notice-import-files"])
def test_a_member_sees_no_imports(client, city, name):
    record = take(city, one())
    client.force_login(MembershipFactory(city=city, role=Role.MEMBER).user)

    assert client.get(url(city, name, *([] if name == "notice-imports" else [record.pk]))).status_code == 403


def test_words_of_a_file_are_never_markup(client, city, editor):
    record = take(city, File("<b>x</b>.xml", b"<html/>"))

    assert "&lt;b&gt;x&lt;/b&gt;.xml" in client.get(record.get_absolute_url()).content.decode()


def test_pages_need_as_many_queries_for_many_files_as_for_one(client, city, editor):
    record = take(city, one(), by=editor)
    addresses, counts = [url(city, "notice-imports"), record.get_absolute_url()], []

    for _round in range(2):
        counts.append([queries_of(client, address) for address in addresses])
        record = take(city, *(one(f"{number}.xml") for number in range(30)), by=MembershipFactory(city=city))
        addresses[1] = record.get_absolute_url()

    assert counts[0] == counts[1]
    assert max(counts[0]) <= MOST
    assert ImportedFile.objects.count() == 61
