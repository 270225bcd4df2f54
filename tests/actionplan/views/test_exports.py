import json

import pytest
from django.urls import reverse

from actionplan.document.canonical import canonical
from actionplan.exports.errors import ExportFailed, Place
from actionplan.exports.formats import FORMATS
from actionplan.models import VersionFile
from actionplan.queries import version_faults
from actionplan.services import versions
from tests import factories
from tests.formats import render_with
from tests.plans import full_plan, publish
from ulg.roles import Role

pytestmark = pytest.mark.django_db
PDF = b"%PDF quick"


@pytest.fixture(autouse=True)
def quick_pdf(monkeypatch):
    render_with(monkeypatch, lambda document, names, language=None: PDF)


@pytest.fixture
def made():
    return full_plan()


@pytest.fixture
def version(made):
    return publish(made.plan, by=made.coordinator, is_public=False)


def log_in(client, made, role):
    client.force_login(factories.MembershipFactory(city=made.city, role=role).user)


def version_url(format: str, number: int = 1) -> str:
    return f"/umea/plan/versions/{number}/export.{format}"


def draft_url(format: str) -> str:
    return reverse("actionplan:draft-export", args=["umea", format])


@pytest.mark.parametrize("role", Role)
def test_every_member_downloads_a_version_that_is_not_public(client, made, version, role):
    log_in(client, made, role)

    assert client.get(version_url("pdf")).status_code == 200


@pytest.mark.parametrize(
    ("role", "status"), [(Role.OBSERVER, 403), (Role.MEMBER, 403), (Role.EDITOR, 200), (Role.COORDINATOR, 200)]
)
def test_the_draft_is_for_staff(client, made, role, status):
    log_in(client, made, role)

    assert client.get(draft_url("json")).status_code == status


@pytest.mark.parametrize(
    ("format", "content_type"),
    [("pdf", "application/pdf"), ("html", "text/html; charset=utf-8"), ("json", "application/json")],
)
def test_a_file_says_what_it_is_and_what_to_call_it(client, made, version, format, content_type):
    log_in(client, made, Role.EDITOR)

    of_version, of_draft = client.get(version_url(format)), client.get(draft_url(format))

    day = json.loads(client.get(draft_url("json")).content)["version"]["date"]
    assert [(each.headers["Content-Type"], each.headers["Content-Disposition"]) for each in (of_version, of_draft)] == [
        (content_type, f'attachment; filename="umea-plan-version-1.{format}"'),
        (content_type, f'attachment; filename="umea-plan-draft-{day}.{format}"'),
    ]


def test_the_json_of_a_version_is_the_frozen_document(client, made, version):
    log_in(client, made, Role.OBSERVER)

    assert client.get(version_url("json")).content == version.content.encode()


def test_a_draft_is_marked_as_one(client, made):
    log_in(client, made, Role.EDITOR)

    document = json.loads(client.get(draft_url("json")).content)

    assert (document["version"]["number"], document["title"]) == (None, "Handlingsplan")
    assert canonical(document).encode() == client.get(draft_url("json")).content


def test_a_file_that_has_not_changed_is_not_sent_again(client, made, version):
    log_in(client, made, Role.EDITOR)
    first = client.get(version_url("pdf"))

    again = client.get(version_url("pdf"), headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert first.headers["Cache-Control"] == "private, no-cache"


def test_a_file_is_sent_again_once_somebody_was_erased_from_it(
    client, made, version, django_capture_on_commit_callbacks
):
    log_in(client, made, Role.EDITOR)
    first = client.get(version_url("html"))

    with django_capture_on_commit_callbacks(execute=True):
        versions.anonymise(made.coordinator)
    again = client.get(version_url("html"), headers={"If-None-Match": first.headers["ETag"]})

    assert (b"Karin" in first.content, again.status_code, b"Karin" in again.content) == (True, 200, False)


@pytest.mark.parametrize("format", ["exe", "PDF", "pdf.exe", "docx", "%20"])
def test_an_unknown_format_is_not_found(client, made, version, format):
    log_in(client, made, Role.COORDINATOR)

    addresses = [version_url(format), f"/umea/plan/draft/export.{format}", f"/umea/published/1/plan.{format}"]

    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]


@pytest.mark.parametrize("number", [0, 2, 999])
def test_a_version_that_was_never_published_has_no_file(client, made, version, number):
    log_in(client, made, Role.COORDINATOR)

    assert client.get(version_url("pdf", number)).status_code == 404


def test_another_citys_version_cannot_be_downloaded(client, made, version):
    client.force_login(factories.MembershipFactory(role=Role.COORDINATOR).user)

    assert [client.get(url).status_code for url in (version_url("pdf"), draft_url("pdf"))] == [404, 404]


def test_a_file_can_only_be_fetched(client, made, version):
    log_in(client, made, Role.COORDINATOR)

    assert [client.post(url).status_code for url in (version_url("pdf"), draft_url("pdf"))] == [405, 405]


class TestFailure:
    @pytest.fixture(autouse=True)
    def failing_pdf(self, monkeypatch, made):
        def fail(document, names, language=None):
            raise ExportFailed("Så gick det.", place=Place("action", made.action.code))

        render_with(monkeypatch, fail)

    def test_says_why_and_leads_to_the_record(self, client, made, version):
        log_in(client, made, Role.EDITOR)

        responses = [client.get(url) for url in (version_url("pdf"), draft_url("pdf"))]

        assert [response.status_code for response in responses] == [503, 503]
        for response in responses:
            page = response.content.decode()
            assert "Så gick det." in page
            assert f'href="{made.action.get_absolute_url()}"' in page

    def test_offers_the_other_formats(self, client, made, version):
        log_in(client, made, Role.EDITOR)

        page = client.get(version_url("pdf")).content.decode()

        assert {name: f'href="{version_url(name)}"' in page for name in FORMATS} == {
            name: name != "pdf" for name in FORMATS
        }

    def test_leaves_the_version_intact_and_keeps_no_file(self, client, made, version):
        log_in(client, made, Role.EDITOR)

        client.get(version_url("pdf"))

        assert not VersionFile.objects.exists()
        assert version_faults.find() == []

    def test_shows_strangers_the_reason_but_no_way_inside(self, client, made, version):
        versions.open_version(version, by=made.coordinator, reason="We show what we have.")

        response = client.get("/umea/published/1/plan.pdf")

        page = response.content.decode()
        assert (response.status_code, made.action.get_absolute_url() in page) == (503, False)
        assert 'href="/umea/published/1/plan.html"' in page
