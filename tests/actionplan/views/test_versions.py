import pytest
from django.urls import reverse

from actionplan.exports import as_pdf
from actionplan.exports.errors import ExportFailed
from actionplan.models import Plan, PlanVersion, Section
from actionplan.services import versions
from tests import factories
from tests.plans import full_plan
from tests.queries import MOST, queries_of
from ulg.models import Draft
from ulg.roles import Role
from ulg.services import saving

pytestmark = pytest.mark.django_db
DECISION = {"decision_body": "Council", "decided_on": "2025-11-18", "paragraph": "§ 214"}


@pytest.fixture(autouse=True)
def quick_pdf(monkeypatch):
    monkeypatch.setattr(as_pdf, "render", lambda document, names, language=None: b"%PDF quick")


@pytest.fixture
def made():
    made = full_plan()
    Section.objects.update(text="<p>Written.</p>", status="done")
    return made


@pytest.fixture
def coordinator(client, made):
    client.force_login(made.coordinator.user)
    return client


def url(name: str, *args: object) -> str:
    return reverse(f"actionplan:{name}", args=["umea", *args])


def posted(made, **values):
    plan = Plan.objects.get(pk=made.plan.pk)
    return {"revision": plan.revision, "last": 0, "opening": "open", "case_number": plan.case_number, **values}


@pytest.mark.parametrize(
    ("role", "status"), [(Role.OBSERVER, 403), (Role.MEMBER, 403), (Role.EDITOR, 403), (Role.COORDINATOR, 200)]
)
@pytest.mark.parametrize("page", ["publish", "version-open", "version-close"])
def test_publishing_needs_a_coordinator(client, made, role, status, page):
    versions.publish_version(made.plan, by=made.coordinator)
    client.force_login(factories.MembershipFactory(city=made.city, role=role).user)

    response = client.get(url(page) if page == "publish" else url(page, 1))

    assert response.status_code == status


@pytest.mark.parametrize("role", Role)
def test_every_member_reads_every_version(client, made, role):
    versions.publish_version(made.plan, by=made.coordinator, is_public=False)
    client.force_login(factories.MembershipFactory(city=made.city, role=role).user)

    assert [client.get(address).status_code for address in (url("versions"), url("version", 1))] == [200, 200]


@pytest.mark.parametrize("page", ["publish", "versions", "version", "version-open", "version-close"])
def test_another_citys_coordinator_finds_nothing(client, made, page):
    versions.publish_version(made.plan, by=made.coordinator)
    client.force_login(factories.MembershipFactory(role=Role.COORDINATOR).user)

    address = url(page, 1) if "version" in page and page != "versions" else url(page)

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("number", ["0", "2", "999", "99999999999999999999999999"])
def test_a_version_that_was_never_published_is_not_found(coordinator, made, number):
    versions.publish_version(made.plan, by=made.coordinator)

    assert coordinator.get(f"/umea/plan/versions/{number}/").status_code == 404


def test_another_citys_version_of_the_same_number_is_not_shown(coordinator, made):
    other = full_plan("zagreb")
    versions.publish_version(other.plan, by=other.coordinator)

    assert coordinator.get(url("version", 1)).status_code == 404


class TestPublishing:
    def test_makes_a_version_with_its_decision_and_files(self, coordinator, made):
        response = coordinator.post(url("publish"), posted(made, **DECISION))

        version = PlanVersion.objects.get()
        assert response.headers["Location"] == url("version", 1)
        assert versions.document(version)["version"]["decision"] == {
            "body": "Council",
            "on": "2025-11-18",
            "paragraph": "§ 214",
        }
        assert (version.published_by, version.publication.opened_by) == (made.coordinator, made.coordinator)
        assert sorted(version.files.values_list("format", flat=True)) == ["html", "json", "pdf"]

    def test_keeps_the_version_to_the_group_if_asked(self, coordinator, made):
        coordinator.post(url("publish"), posted(made, opening="closed"))

        assert list(PlanVersion.objects.public()) == []
        assert PlanVersion.objects.count() == 1

    def test_freezes_a_new_case_number_and_keeps_it_in_the_plan(self, coordinator, made):
        coordinator.post(url("publish"), posted(made, case_number="KS-2"))

        assert versions.document(PlanVersion.objects.get())["case_number"] == "KS-2"
        assert Plan.objects.get().case_number == "KS-2"

    def test_asks_before_it_publishes_what_lacks_something(self, coordinator, made):
        factories.FindingFactory(plan=made.plan)

        asked = coordinator.post(url("publish"), posted(made, **DECISION))
        done = coordinator.post(url("publish"), posted(made, is_confirmed="on", **DECISION))

        assert (asked.status_code, done.status_code, PlanVersion.objects.count()) == (422, 302, 1)
        assert "Publish although one thing is missing" in asked.content.decode()
        assert 'value="Council"' in asked.content.decode()

    @pytest.mark.parametrize(
        ("values", "field"),
        [
            ({"decided_on": "2025-11-18"}, "decision_body"),
            ({"paragraph": "§ 1"}, "decision_body"),
            ({"decision_body": "Council", "decided_on": "2999-01-01"}, "decided_on"),
            ({"decision_body": "Council", "decided_on": "yesterday"}, "decided_on"),
            ({"decision_body": "x" * 121}, "decision_body"),
            ({"case_number": "x" * 61}, "case_number"),
            ({"opening": "half"}, "opening"),
            ({"last": "one"}, "last"),
        ],
    )
    def test_refuses_what_cannot_be_with_a_message_at_the_field(self, coordinator, made, values, field):
        response = coordinator.post(url("publish"), posted(made, **values))

        assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
        assert not PlanVersion.objects.exists()

    def test_a_second_click_publishes_nothing_more_and_loses_nothing(self, coordinator, made):
        sent = posted(made, **DECISION)
        coordinator.post(url("publish"), sent)

        again = coordinator.post(url("publish"), sent, follow=True)

        page = again.content.decode()
        assert PlanVersion.objects.count() == 1
        assert "Karin Åström published version 1 at" in page
        assert "Publish version 2" in page
        assert again.context["form"].initial["decision_body"] == "Council"
        assert again.context["form"].initial["last"] == 1

    def test_after_being_told_the_publisher_may_publish_one_more(self, coordinator, made):
        coordinator.post(url("publish"), posted(made))

        coordinator.post(url("publish"), posted(made, last=1))

        assert list(PlanVersion.objects.values_list("number", flat=True)) == [2, 1]

    def test_a_case_number_that_two_people_changed_is_asked_about(self, coordinator, made):
        stale = posted(made, case_number="KS-2", **DECISION)
        plan = Plan.objects.get()
        saving.save(plan, {"case_number": "KS-3"}, seen=plan.revision, by=made.supplier)

        response = coordinator.post(url("publish"), stale, follow=True)

        assert not PlanVersion.objects.exists()
        assert "Somebody else changed the case number to “KS-3” meanwhile" in response.content.decode()
        assert response.context["form"].initial["case_number"] == "KS-2"

    def test_the_unsent_text_is_gone_once_it_is_published(self, coordinator, made):
        sent = posted(made)
        coordinator.post(url("publish"), sent)
        coordinator.post(url("publish"), sent)

        coordinator.post(url("publish"), posted(made, last=1))

        assert not Draft.objects.exists()

    def test_a_failing_export_says_why_and_leaves_the_version(self, coordinator, made, monkeypatch):
        def fail(document, names, language=None):
            raise ExportFailed("What stops it stands in action A-01.")

        monkeypatch.setattr(as_pdf, "render", fail)

        response = coordinator.post(url("publish"), posted(made), follow=True)

        assert "What stops it stands in action A-01." in response.content.decode()
        assert PlanVersion.objects.count() == 1

    def test_the_page_lists_what_is_missing_with_its_fields(self, coordinator, made):
        finding = factories.FindingFactory(plan=made.plan)

        page = coordinator.get(url("publish")).content.decode()

        assert (
            f'<a href="/umea/baseline/findings/{finding.pk}/edit/#id_source">{finding.code} has no source</a>' in page
        )

    def test_the_page_says_how_each_member_is_named(self, coordinator, made):
        page = coordinator.get(url("publish")).content.decode()

        assert "<dt>Yusuf Demir</dt><dd>Tallmon Städ AB</dd>" in page

    def test_a_city_without_a_plan_has_nothing_to_publish(self, client):
        seat = factories.MembershipFactory(role=Role.COORDINATOR)
        client.force_login(seat.user)

        assert client.get(reverse("actionplan:publish", args=[seat.city.slug])).status_code == 404


class TestOpening:
    def test_asks_first(self, coordinator, made):
        versions.publish_version(made.plan, by=made.coordinator, is_public=False)

        coordinator.get(url("version-open", 1))

        assert not PlanVersion.objects.public().exists()

    def test_opens_and_closes(self, coordinator, made):
        versions.publish_version(made.plan, by=made.coordinator, is_public=False)

        coordinator.post(url("version-open", 1))
        opened = PlanVersion.objects.public().exists()
        coordinator.post(url("version-close", 1))

        assert (opened, PlanVersion.objects.public().exists()) == (True, False)


def test_the_version_page_says_that_the_text_matches_its_fingerprint(coordinator, made):
    version = versions.publish_version(made.plan, by=made.coordinator)

    page = coordinator.get(url("version", 1)).content.decode()

    assert page.count(version.sha256) == 2
    assert "The text matches it." in page


def test_a_city_without_versions_is_told_what_to_do_next(coordinator):
    page = coordinator.get(url("versions")).content.decode()

    assert "See what is missing before the first one" in page


def test_the_pages_take_few_queries_and_not_more_for_more_rows(coordinator, made):
    pages = {"publish": url("publish"), "versions": url("versions"), "version": url("version", 1)}
    versions.make_files(versions.publish_version(made.plan, by=made.coordinator))
    few = {name: queries_of(coordinator, address) for name, address in pages.items()}
    for _more in range(3):
        barrier = factories.BarrierFactory(plan=made.plan, findings=[made.finding])
        factories.CommentFactory(barrier=barrier, author=made.supplier)
        factories.MembershipFactory(city=made.city, organisation=made.supplier.organisation)
        versions.make_files(versions.publish_version(made.plan, by=made.coordinator))

    many = {name: queries_of(coordinator, address) for name, address in pages.items()}

    assert many == few
    assert max(few.values()) <= MOST


def test_the_list_is_paginated(coordinator, made):
    for _each in range(26):
        versions.publish_version(made.plan, by=made.coordinator)

    pages = [coordinator.get(url("versions"), {"page": number}).context["page"] for number in (1, 2)]

    assert [[version.number for version in page] for page in pages] == [list(range(26, 1, -1)), [1]]
