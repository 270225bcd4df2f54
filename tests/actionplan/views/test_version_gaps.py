"""What a version lacked when it was published, and why everyone may read it all the same."""

from __future__ import annotations

import pytest
from django.test import Client

from actionplan.forms.versions import PublishForm
from actionplan.models import PlanVersion, Section, VersionGaps
from actionplan.queries import gaps
from actionplan.services import versions
from tests import factories
from tests.plans import url
from tests.sent_forms import confirm
from tests.unsent import owned_by
from ulg.models import UnsentText
from ulg.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_pdf")]
REASON = "The council <b>decides</b> on the rest in May."


@pytest.fixture
def made(made):
    """A plan in which only the vision's text is missing."""
    Section.objects.filter(code="vision").update(text="", status="not_started")
    return made


def test_a_version_is_for_the_group_alone_unless_it_is_said_otherwise(made):
    assert PublishForm(instance=made.plan)["opening"].initial == "closed"

    version = versions.publish_version(made.plan, by=made.coordinator)

    assert not hasattr(version, "publication")


def test_it_keeps_what_was_missing_in_the_words_of_the_plan(made):
    version = versions.publish_version(made.plan, by=made.coordinator)

    assert (version.gaps.words, version.gaps.reason) == (["”1.5 Vision” är inte skrivet"], "")


def test_nothing_is_kept_where_nothing_is_missing(made):
    Section.objects.update(text="<p>Written.</p>", status="done")

    versions.publish_version(made.plan, by=made.coordinator, is_public=True)

    assert (VersionGaps.objects.count(), PlanVersion.objects.public().count()) == (0, 1)


def test_no_version_is_opened_without_a_reason_while_something_is_missing(made):
    with pytest.raises(versions.ReasonNeeded):
        versions.publish_version(made.plan, by=made.coordinator, is_public=True)

    assert PlanVersion.objects.count() == 0


@pytest.mark.parametrize("reason", ["", "  ", "\u200b"])
def test_the_form_asks_for_the_reason_and_publishes_nothing_without_one(coordinator, made, reason):
    sent = {"revision": made.plan.revision, "last": 0, "opening": "open", "is_confirmed": "on", "reason": reason}

    response = coordinator.post(url("publish"), sent)

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["reason"])
    assert not PlanVersion.objects.exists()


@pytest.mark.parametrize("reason", ["", "  ", "\u200b"])
def test_opening_later_asks_for_the_reason_as_well(coordinator, made, reason):
    versions.publish_version(made.plan, by=made.coordinator)

    asked = coordinator.get(url("version-open", 1)).content.decode()
    refused = coordinator.post(url("version-open", 1), {"reason": reason})

    assert "One thing was missing when this version was published." in asked
    assert (refused.status_code, PlanVersion.objects.public().count()) == (422, 0)
    assert "Explain why everyone may read the version" in refused.content.decode()


def test_the_public_page_says_how_much_is_missing_and_why(client, made):
    versions.publish_version(made.plan, by=made.coordinator, is_public=True, reason=REASON)

    page = client.get("/umea/published/1/").content.decode()

    assert "One thing was missing when this version was published." in page
    assert "The council &lt;b&gt;decides&lt;/b&gt; on the rest in May." in page
    assert str(made.coordinator) not in page.split('id="gaps"')[1].split("</div>")[0]


def test_the_group_reads_what_was_missing_and_who_gave_the_reason(client, made):
    versions.publish_version(made.plan, by=made.coordinator, is_public=True, reason=REASON)
    client.force_login(factories.MembershipFactory(city=made.city, role=Role.MEMBER).user)

    page = client.get(url("version", 1)).content.decode()

    assert "”1.5 Vision” är inte skrivet" in page
    assert str(made.coordinator) in page.split('id="gaps"')[1].split("</div>")[0]


def test_a_version_closed_and_opened_again_keeps_its_reason(made):
    version = versions.publish_version(made.plan, by=made.coordinator, is_public=True, reason=REASON)

    versions.close_version(version, by=version.published_by)
    versions.open_version(version, by=made.coordinator)

    assert VersionGaps.objects.get().reason == REASON
    assert PlanVersion.objects.public().count() == 1


def test_what_is_not_written_stands_in_one_list_and_under_no_heading(client, made):
    versions.publish_version(made.plan, by=made.coordinator, is_public=True, reason=REASON)

    page = client.get("/umea/published/1/").content.decode()
    file = client.get("/umea/published/1/plan.html").content.decode()

    for html in (page, file):
        assert "1.5 Vision" in html.split('id="left-out-title"')[1].split("</section>")[0]
        assert 'id="part-vision"' not in html
        assert "#part-vision" not in html
    assert client.get("/umea/published/1/plan.json").json()["sections"]["vision"]["nodes"] == []


def test_what_is_missing_is_counted_in_the_moment_of_publishing(made):
    factories.FindingFactory(plan=made.plan)

    version = versions.publish_version(made.plan, by=made.coordinator)

    assert version.gaps.count == len(gaps.missing(made.plan)) == 2


def test_a_reason_that_was_sent_after_the_login_had_ended_is_in_the_form_again(coordinator, made):
    versions.publish_version(made.plan, by=made.coordinator)
    Client().post(url("version-open", 1), {"reason": REASON, **owned_by(made.coordinator.user)})

    asked = coordinator.get(url("version-open", 1))
    confirm(coordinator, asked)

    assert asked.context["form"]["reason"].value() == REASON
    assert "This is your unsent text." in asked.content.decode()
    assert (VersionGaps.objects.get().reason, UnsentText.objects.exists()) == (REASON, False)
