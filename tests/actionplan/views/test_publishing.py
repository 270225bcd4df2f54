import pytest
from django.urls import reverse

from actionplan.exports import formats
from actionplan.exports.errors import ExportFailed
from actionplan.models import Plan, PlanVersion
from actionplan.services import versions
from tests import factories
from tests.formats import render_with
from tests.plans import url
from tests.sent_forms import confirm
from tests.unsent import opened_with
from ulg.models import UnsentText
from ulg.roles import Role
from ulg.writing import saving

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_pdf")]
DECISION = {"decision_body": "Council", "decided_on": "2025-11-18", "paragraph": "§ 214"}


def posted(made, **values):
    plan = Plan.objects.get(pk=made.plan.pk)
    return {"revision": plan.revision, "last": 0, "opening": "open", "case_number": plan.case_number, **values}


def publish(coordinator, sent, **options):
    """Send the form, and say yes where it is asked once more."""
    response = confirm(coordinator, coordinator.post(url("publish"), sent))
    return coordinator.get(response.url) if options.get("follow") and response.status_code == 302 else response


class TestPublishing:
    def test_makes_a_version_with_its_decision_and_files(self, coordinator, made):
        response = publish(coordinator, posted(made, **DECISION))

        version = PlanVersion.objects.get()
        assert response.headers["Location"] == url("version", 1)
        assert version.document.content["version"]["decision"] == {
            "body": "Council",
            "on": "2025-11-18",
            "paragraph": "§ 214",
        }
        assert (version.published_by, version.publication.opened_by) == (made.coordinator, made.coordinator)
        assert sorted(version.files.values_list("format", flat=True)) == sorted(each.name for each in formats.kept())

    def test_keeps_the_version_to_the_group_if_asked(self, coordinator, made):
        publish(coordinator, posted(made, opening="closed"))

        assert list(PlanVersion.objects.public()) == []
        assert PlanVersion.objects.count() == 1

    def test_freezes_a_new_case_number_and_keeps_it_in_the_plan(self, coordinator, made):
        publish(coordinator, posted(made, case_number="KS-2"))

        assert PlanVersion.objects.get().document.content["case_number"] == "KS-2"
        assert Plan.objects.get().case_number == "KS-2"

    def test_asks_before_it_publishes_what_lacks_something(self, coordinator, made):
        factories.FindingFactory(plan=made.plan)

        asked = publish(coordinator, posted(made, **DECISION))
        said = posted(made, is_confirmed="on", reason="We show what we have.", **DECISION)
        done = publish(coordinator, said)

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
        response = publish(coordinator, posted(made, **values))

        assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
        assert not PlanVersion.objects.exists()

    @pytest.mark.parametrize("sent", [{}, {"confirmation": "yes"}])
    def test_is_asked_about_once_more_whatever_is_sent_first(self, coordinator, made, sent):
        asked = coordinator.post(url("publish"), posted(made, **DECISION, **sent))

        page = asked.content.decode()
        assert (asked.status_code, PlanVersion.objects.count()) == (200, 0)
        assert "Publish version 1 for everyone?" in page
        assert '<dt>Decided by</dt><dd lang="sv">Council</dd>' in page

    def test_says_for_whom_it_publishes(self, coordinator, made):
        asked = coordinator.post(url("publish"), posted(made, opening="closed"))

        assert "Publish version 1 for the local group?" in asked.content.decode()

    @pytest.mark.parametrize("change", [{"opening": "closed"}, {"decision_body": "Board"}])
    def test_asks_again_about_what_was_not_confirmed(self, coordinator, made, change):
        asked = coordinator.post(url("publish"), posted(made, **DECISION))

        answer = confirm(coordinator, asked, **change)

        assert (answer.status_code, PlanVersion.objects.count()) == (200, 0)

    def test_asks_again_when_more_is_missing_than_was_confirmed(self, coordinator, made):
        finding = factories.FindingFactory(plan=made.plan)
        sent = posted(made, is_confirmed="on", reason="We show what we have.")
        asked = coordinator.post(url("publish"), sent)
        factories.FindingFactory(plan=made.plan)

        answer = confirm(coordinator, asked)

        page = answer.content.decode()
        assert (answer.status_code, PlanVersion.objects.count()) == (200, 0)
        assert "2 things are missing" in page
        assert f"{finding.code} has no source" in page

    def test_leads_back_to_the_form_with_what_was_filled_in(self, coordinator, made):
        asked = coordinator.post(url("publish"), posted(made, **DECISION))

        back = confirm(coordinator, asked, change="1")
        later = coordinator.get(url("publish"))

        assert back.context["form"]["decision_body"].value() == "Council"
        assert later.context["form"]["decision_body"].value() == "Council"
        assert not PlanVersion.objects.exists()

    def test_a_form_that_arrives_twice_publishes_one_version_and_leads_to_it_twice(self, coordinator, made):
        asked = coordinator.post(url("publish"), posted(made, **DECISION))

        answers = [confirm(coordinator, asked) for _time in range(2)]

        assert [answer.url for answer in answers] == [url("version", 1)] * 2
        assert PlanVersion.objects.count() == 1

    def test_an_old_page_publishes_nothing_more_and_loses_nothing(self, coordinator, made):
        versions.publish_version(made.plan, by=made.coordinator)

        again = publish(coordinator, posted(made, **DECISION), follow=True)

        page = again.content.decode()
        assert PlanVersion.objects.count() == 1
        assert "Karin Åström published version 1 at" in page
        assert "Publish version 2" in page
        assert again.context["form"].initial["decision_body"] == "Council"
        assert again.context["form"].initial["last"] == 1

    def test_after_being_told_the_publisher_may_publish_one_more(self, coordinator, made):
        publish(coordinator, posted(made))

        publish(coordinator, posted(made, last=1))

        assert list(PlanVersion.objects.values_list("number", flat=True)) == [2, 1]

    def test_a_case_number_that_two_people_changed_is_asked_about(self, coordinator, made):
        stale = posted(made, case_number="KS-2", **DECISION)
        plan = Plan.objects.get()
        saving.save(plan, {"case_number": "KS-3"}, seen=plan.revision, by=made.supplier)

        response = publish(coordinator, stale, follow=True)

        assert not PlanVersion.objects.exists()
        assert "Somebody else has changed the case number to “KS-3”" in response.content.decode()
        assert response.context["form"].initial["case_number"] == "KS-2"

    def test_the_unsent_text_is_gone_once_it_is_published(self, coordinator, made):
        sent = posted(made)
        publish(coordinator, sent)
        publish(coordinator, sent | {"decision_body": "Council"})

        publish(coordinator, {**posted(made, last=1), **opened_with(UnsentText.objects.get())})

        assert not UnsentText.objects.exists()

    def test_a_failing_export_says_why_and_leaves_the_version(self, coordinator, made, monkeypatch):
        def fail(document, names, language=None):
            raise ExportFailed("What stops it stands in action A-01.")

        render_with(monkeypatch, fail)

        response = publish(coordinator, posted(made), follow=True)

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


@pytest.mark.parametrize("number", ["KS-9", ""])
def test_the_case_number_stays_as_it_was_where_publishing_is_refused(coordinator, made, number):
    versions.publish_version(made.plan, by=made.coordinator)

    response = publish(coordinator, posted(made, case_number=number, last=0), follow=True)

    assert "published version 1" in response.content.decode()
    assert PlanVersion.objects.count() == 1
    assert Plan.objects.get().case_number == "KS-1"
