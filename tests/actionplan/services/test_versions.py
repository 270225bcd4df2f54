import hashlib
import json
from datetime import UTC, date, datetime
from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from actionplan.document import people, snapshot
from actionplan.exports.errors import ExportFailed
from actionplan.exports.formats import FORMATS
from actionplan.models import Plan, PlanVersion, PublishedName, VersionFile
from actionplan.queries import version_faults
from actionplan.queries.versions import names_of
from actionplan.services import versions
from tests import factories
from tests.formats import render_with
from tests.plans import full_plan, publish
from ulg.roles import Role
from ulg.writing import saving

DECISION = {"body": "Council", "on": date(2025, 11, 18), "paragraph": "§ 214"}


@pytest.fixture
def made(db):
    return full_plan()


@pytest.fixture
def quick_pdf(monkeypatch):
    """A PDF that says which names it prints, made at once."""
    render_with(monkeypatch, lambda document, names, language=None: json.dumps(names).encode())


def test_the_first_version_freezes_the_plan_as_it_stands(made):
    at = datetime(2025, 11, 23, 23, 30, tzinfo=UTC)  # already the 24th in Umeå

    version = publish(made.plan, by=made.coordinator, decision=DECISION, at=at)

    frozen = snapshot.take(made.plan, number=1, on=date(2025, 11, 24), decision=DECISION)
    assert version.document.content == frozen
    assert (version.number, version.previous_sha256, version.published_at, version.published_by) == (
        1,
        "",
        at,
        made.coordinator,
    )
    assert version.sha256 == hashlib.sha256(version.content.encode()).hexdigest()


def test_the_next_version_names_the_one_before_it(made):
    first = publish(made.plan, by=made.coordinator, at=datetime(2025, 5, 12, tzinfo=UTC))

    second = publish(made.plan, by=made.coordinator)

    assert (second.number, second.previous_sha256) == (2, first.sha256)
    assert second.document.content["version"]["previous"] == {
        "number": 1,
        "date": "2025-05-12",
        "sha256": first.sha256,
    }


def test_what_is_written_after_publishing_does_not_reach_the_version(made):
    version = publish(made.plan, by=made.coordinator)
    before = version.content

    saving.save(made.plan, {"title": "Another title"}, seen=made.plan.revision, by=made.coordinator)
    saving.save(made.barrier, {"title": "Another barrier"}, seen=made.barrier.revision, by=made.coordinator)

    assert PlanVersion.objects.get().content == before


@pytest.mark.parametrize("is_public", [True, False])
def test_a_version_is_open_to_everyone_only_if_the_publisher_says_so(made, is_public):
    publish(made.plan, by=made.coordinator, is_public=is_public)

    assert PlanVersion.objects.public().exists() == is_public


def test_a_version_can_be_closed_and_opened_again(made):
    version = publish(made.plan, by=made.coordinator)

    versions.close_version(version, by=version.published_by)
    after_closing = PlanVersion.objects.public().exists()
    versions.open_version(version, by=made.coordinator)
    versions.open_version(version, by=made.coordinator)

    assert (after_closing, PlanVersion.objects.public().get()) == (False, version)


def test_every_member_is_kept_beside_the_version_as_she_chose(made):
    version = publish(made.plan, by=made.coordinator)

    assert names_of(version) == people.names(made.plan)


def test_publishing_is_refused_if_another_version_came_meanwhile(made):
    publish(made.plan, by=made.coordinator, seen=0)

    with pytest.raises(versions.PublishedMeanwhile) as refused:
        publish(made.plan, by=made.coordinator, seen=0)

    assert (refused.value.version.number, PlanVersion.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_two_coordinators_at_once_get_one_version_each_in_order_without_a_gap():
    made = full_plan()
    seats = [factories.MembershipFactory(city=made.city, role=Role.COORDINATOR) for _each in range(4)]
    start, refused = Barrier(len(seats)), []

    def publish_as(seat):
        try:
            start.wait(timeout=20)
            publish(Plan.objects.get(), by=seat)
        except Exception as error:  # a thread's error would pass unseen
            refused.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=publish_as, args=[seat]) for seat in seats]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    rows = list(PlanVersion.objects.order_by("number").values_list("number", "sha256", "previous_sha256"))
    assert (refused, [number for number, _sha, _previous in rows]) == ([], [1, 2, 3, 4])
    assert [previous for _number, _sha, previous in rows] == ["", *(sha for _number, sha, _previous in rows[:-1])]
    assert version_faults.find() == []


def test_files_are_made_once_and_then_the_same_bytes(made, quick_pdf, monkeypatch):
    version = publish(made.plan, by=made.coordinator)

    failures = versions.make_files(version)
    for name in FORMATS:
        render_with(monkeypatch, lambda *args: pytest.fail("made twice"), name)
    again = {name: versions.render_file(version, format) for name, format in FORMATS.items()}

    assert failures == []
    assert {name: hashlib.sha256(bytes(file.content)).hexdigest() for name, file in again.items()} == {
        file.format: file.sha256 for file in version.files.all()
    }


def test_the_json_file_has_the_fingerprint_of_the_version_in_every_language(made):
    version = publish(made.plan, by=made.coordinator)

    files = [versions.render_file(version, FORMATS["json"], language) for language in ("sv", "en")]

    assert [file.sha256 for file in files] == [version.sha256, version.sha256]
    assert VersionFile.objects.count() == 1


def test_a_failing_export_says_why_and_leaves_the_version_and_the_other_files(made, monkeypatch):
    def fail(document, names, language=None):
        raise ExportFailed("What stops it stands in action A-01.")

    version = publish(made.plan, by=made.coordinator)
    render_with(monkeypatch, fail)

    failures = versions.make_files(version)

    assert [str(failure) for failure in failures] == ["What stops it stands in action A-01."]
    assert sorted(version.files.values_list("format", flat=True)) == ["html", "json"]
    assert version_faults.find() == []


def test_a_file_that_failed_is_made_when_it_is_asked_for(made, quick_pdf):
    version = publish(made.plan, by=made.coordinator)

    file = versions.render_file(version, FORMATS["pdf"], "sv")

    assert bytes(file.content) == json.dumps(names_of(version)).encode()


def test_erasing_a_person_makes_the_files_again_without_her_and_keeps_the_chain(
    made, quick_pdf, django_capture_on_commit_callbacks
):
    first = publish(made.plan, by=made.coordinator)
    second = publish(made.plan, by=made.coordinator)
    for version in (first, second):
        versions.make_files(version)
    before = {(file.version_id, file.format): bytes(file.content) for file in VersionFile.objects.all()}

    with django_capture_on_commit_callbacks(execute=True):
        versions.anonymise(made.coordinator)

    after = {(file.version_id, file.format): bytes(file.content) for file in VersionFile.objects.all()}
    assert set(after) == set(before)
    assert sorted({format for (_version, format), content in after.items() if b"Karin" in content}) == []
    assert sorted({format for (_version, format), content in before.items() if b"Karin" in content}) == ["html", "pdf"]
    assert names_of(first)[made.coordinator.reference] == {
        "shown_as": "anonymous",
        "name": "",
        "function": "",
        "organisation": "",
    }
    assert version_faults.find() == []


def test_erasing_one_person_leaves_the_others_named(made, django_capture_on_commit_callbacks):
    version = publish(made.plan, by=made.coordinator)

    with django_capture_on_commit_callbacks(execute=True):
        versions.anonymise(made.coordinator)

    assert names_of(version)[made.supplier.reference]["organisation"] == "Tallmon Städ AB"


def test_a_name_erased_while_a_file_is_made_is_not_in_the_file(made, monkeypatch):
    version = publish(made.plan, by=made.coordinator)

    def render(document, names, language=None):
        PublishedName.objects.filter(membership=made.coordinator).update(shown_as="anonymous", name="")
        return json.dumps(names).encode()

    render_with(monkeypatch, render)

    file = versions.render_file(version, FORMATS["pdf"], "sv")

    assert b"Karin" not in bytes(file.content)


def test_publishing_takes_the_same_queries_for_a_small_plan_and_a_larger_one(made):
    versions.publish_version(made.plan, by=made.coordinator)
    few = _queries(made)
    for _more in range(3):
        barrier = factories.BarrierFactory(plan=made.plan, findings=[made.finding])
        factories.CommentFactory(record=barrier, author=made.supplier)

    assert _queries(made) == few


def _queries(made):
    plan = Plan.objects.get()
    PlanVersion.objects.exists()
    with CaptureQueriesContext(connection) as queries:
        publish(plan, by=made.coordinator)
    return len(queries)
