import pytest

from actionplan.models import PlanVersion
from actionplan.services import versions
from tests import factories
from tests.plans import full_plan, publish, url
from tests.queries import MOST, queries_of
from tests.sent_forms import confirm
from ulg.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_pdf")]


@pytest.mark.parametrize(
    ("role", "status"), [(Role.OBSERVER, 403), (Role.MEMBER, 403), (Role.EDITOR, 403), (Role.COORDINATOR, 200)]
)
@pytest.mark.parametrize("page", ["publish", "version-open", "version-close"])
def test_publishing_needs_a_coordinator(client, made, role, status, page):
    publish(made.plan, by=made.coordinator)
    client.force_login(factories.MembershipFactory(city=made.city, role=role).user)

    response = client.get(url(page) if page == "publish" else url(page, 1))

    assert response.status_code == status


@pytest.mark.parametrize("role", Role)
def test_every_member_reads_every_version(client, made, role):
    publish(made.plan, by=made.coordinator, is_public=False)
    client.force_login(factories.MembershipFactory(city=made.city, role=role).user)

    assert [client.get(address).status_code for address in (url("versions"), url("version", 1))] == [200, 200]


@pytest.mark.parametrize("page", ["publish", "versions", "version", "version-open", "version-close"])
def test_another_citys_coordinator_finds_nothing(client, made, page):
    publish(made.plan, by=made.coordinator)
    client.force_login(factories.MembershipFactory(role=Role.COORDINATOR).user)

    address = url(page, 1) if "version" in page and page != "versions" else url(page)

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("number", ["0", "2", "999", "99999999999999999999999999"])
def test_a_version_that_was_never_published_is_not_found(coordinator, made, number):
    publish(made.plan, by=made.coordinator)

    assert coordinator.get(f"/umea/plan/versions/{number}/").status_code == 404


def test_another_citys_version_of_the_same_number_is_not_shown(coordinator, made):
    other = full_plan("zagreb")
    publish(other.plan, by=other.coordinator)

    assert coordinator.get(url("version", 1)).status_code == 404


class TestOpening:
    def test_asks_first(self, coordinator, made):
        publish(made.plan, by=made.coordinator, is_public=False)

        coordinator.get(url("version-open", 1))

        assert not PlanVersion.objects.public().exists()

    def test_opens_from_the_page_that_asks_only(self, coordinator, made):
        versions.publish_version(made.plan, by=made.coordinator, is_public=False)

        asked = coordinator.post(url("version-open", 1))

        assert (asked.status_code, PlanVersion.objects.public().exists()) == (422, False)

    def test_opens_and_closes(self, coordinator, made):
        publish(made.plan, by=made.coordinator, is_public=False)

        confirm(coordinator, coordinator.get(url("version-open", 1)))
        opened = PlanVersion.objects.public().exists()
        coordinator.post(url("version-close", 1))

        assert (opened, PlanVersion.objects.public().exists()) == (True, False)


def test_the_version_page_says_that_the_text_matches_its_fingerprint(coordinator, made):
    version = publish(made.plan, by=made.coordinator)

    page = coordinator.get(url("version", 1)).content.decode()

    assert page.count(version.sha256) == 2
    assert "The text matches it." in page


def test_a_city_without_versions_is_told_what_to_do_next(coordinator):
    page = coordinator.get(url("versions")).content.decode()

    assert "See what is missing before the first one" in page


def test_the_pages_take_few_queries_and_not_more_for_more_rows(coordinator, made):
    pages = {"publish": url("publish"), "versions": url("versions"), "version": url("version", 1)}
    versions.make_files(publish(made.plan, by=made.coordinator))
    few = {name: queries_of(coordinator, address) for name, address in pages.items()}
    for _more in range(3):
        barrier = factories.BarrierFactory(plan=made.plan, findings=[made.finding])
        factories.CommentFactory(record=barrier, author=made.supplier)
        factories.MembershipFactory(city=made.city, organisation=made.supplier.organisation)
        versions.make_files(publish(made.plan, by=made.coordinator))

    many = {name: queries_of(coordinator, address) for name, address in pages.items()}

    assert many == few
    assert max(few.values()) <= MOST


def test_the_page_before_publishing_names_what_the_pdf_cannot_show(coordinator, made):
    made.action.risk = "Det går fel 😀"
    made.action.save()

    page = coordinator.get(url("publish")).content.decode()

    assert f'href="/umea/actions/{made.action.pk}/edit/#id_risk"' in page
    assert "the PDF cannot show 😀 (U+1F600)" in page


def test_the_list_is_paginated(coordinator, made):
    for _each in range(26):
        publish(made.plan, by=made.coordinator)

    pages = [coordinator.get(url("versions"), {"page": number}).context["page"] for number in (1, 2)]

    assert [[version.number for version in page] for page in pages] == [list(range(26, 1, -1)), [1]]
