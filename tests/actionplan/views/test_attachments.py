from __future__ import annotations

import pytest
from django.core.cache import caches
from django.urls import reverse
from lxml import html

from actionplan.models import Attachment
from actionplan.services import assessments, attachments
from tests.actionplan.views.files import add_url, errors, section_of, send, url
from tests.actionplan.views.kinds import each_role, log_in
from tests.factories import (
    AnswerFactory,
    AttachmentFactory,
    BarrierFactory,
    CityFactory,
    CommentFactory,
    FindingFactory,
    MembershipFactory,
    PlanFactory,
    SectionFactory,
)
from tests.files import PDF
from tests.queries import MOST, queries_of
from ulg.caching.fragments import SMALL
from ulg.roles import Role
from ulg.writing import saving

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return PlanFactory(city=CityFactory(slug="umea"))


@pytest.fixture
def barrier(plan):
    return BarrierFactory(plan=plan, title="Too large")


@pytest.fixture
def file(barrier):
    return AttachmentFactory(record=barrier, title="Policy")


@each_role
def test_everybody_reads_the_files_and_whoever_edits_the_plan_changes_them(client, barrier, file, role):
    log_in(client, barrier.plan.city, role)

    page = section_of(client.get(barrier.get_absolute_url()).content)
    statuses = [client.get(url(file)).status_code, client.get(add_url(barrier)).status_code]

    may_change = role in (Role.EDITOR, Role.COORDINATOR)
    assert ("Policy (PDF, 1 kB)" in page, "Add a file" in page) == (True, may_change)
    assert statuses == [200, 200 if may_change else 403]


def test_record_without_files_says_nothing_of_them_to_those_who_may_add_none(client, barrier):
    log_in(client, barrier.plan.city, Role.OBSERVER)

    assert section_of(client.get(barrier.get_absolute_url()).content) == ""


def test_every_kind_of_record_shows_its_files(client, plan):
    log_in(client, plan.city)
    found = [FindingFactory(plan=plan), SectionFactory(plan=plan), AnswerFactory(plan=plan)]
    for record in found:
        send(client, record)

    shown = [section_of(client.get(record.get_absolute_url()).content) for record in found]

    assert [words.startswith("Files Add a file Policy (PDF, 1 kB)") for words in shown] == [True] * 3


def test_file_is_downloaded_and_never_shown(client, barrier):
    file = AttachmentFactory(record=barrier, name="Jämställdhet ”nu”.pdf")
    log_in(client, barrier.plan.city, Role.OBSERVER)

    response = client.get(url(file))

    assert b"".join(response.streaming_content) == PDF
    names = ("Content-Type", "Content-Length", "X-Content-Type-Options", "Content-Security-Policy", "Cache-Control")
    assert {name: response[name] for name in names} == {
        "Content-Type": "application/pdf",
        "Content-Length": str(len(PDF)),
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "max-age=0, no-cache, no-store, must-revalidate, private",
    }
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''J%C3%A4mst%C3%A4lldhet%20%E2%80%9Dnu%E2%80%9D.pdf"
    )


def test_download_answers_get_and_head_only(client, barrier, file):
    log_in(client, barrier.plan.city)

    statuses = [getattr(client, verb)(url(file)).status_code for verb in ("head", "post", "put", "delete")]

    assert statuses == [200, 405, 405, 405]


def test_another_city_finds_neither_the_file_nor_the_record(client, barrier, file):
    elsewhere = PlanFactory(city=CityFactory(slug="lund")).city
    log_in(client, elsewhere, Role.COORDINATOR)
    names = ("attachment", "attachment-remove")

    answers = [client.get(reverse(f"actionplan:{name}", args=["lund", file.pk])).status_code for name in names]
    answers += [client.post(reverse("actionplan:attachment-return", args=["lund", file.pk])).status_code]
    answers += [client.get(reverse("actionplan:attachment-add", args=["lund", "barrier", barrier.pk])).status_code]
    answers += [client.get(url(file)).status_code]

    assert answers == [404] * 5


def test_nobody_reaches_a_file_without_a_login(client, file):
    assert client.get(url(file))["Location"] == f"{reverse('account_login')}?next={url(file)}"


def test_file_that_the_storage_has_lost_is_said_to_be_lost(client, barrier, file):
    file.file.storage.delete(file.file.name)
    log_in(client, barrier.plan.city)

    response = client.get(url(file))

    assert response.status_code == 404
    assert "cannot find it in its storage just now" in response.content.decode()


def test_storage_that_is_away_answers_as_such(client, barrier, file, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "file"
    settings.MEDIA_ROOT.write_text("no folder")
    log_in(client, barrier.plan.city)

    assert client.get(url(file)).status_code == 503
    response = send(client, barrier)
    assert (response.status_code, errors(response)) == (
        503, {"file": ["The file could not be checked or stored just now. Try again later."]},
    )  # fmt: skip


def test_removing_asks_first_and_is_undone(client, barrier, file):
    log_in(client, barrier.plan.city)

    asked = client.get(url(file, "remove"))
    client.post(url(file, "remove"), {"revision": 1})
    removed = section_of(client.get(barrier.get_absolute_url()).content)
    client.post(url(file, "return"), {"revision": 2})

    assert (asked.status_code, "Remove this file?" in asked.content.decode()) == (200, True)
    assert removed == "Files Add a file No files yet. 1 file has been removed Policy (PDF, 1 kB) Restore Policy"
    assert Attachment.objects.get().removed_at is None


def test_removed_file_is_there_for_those_alone_who_may_restore_it(client, barrier, file):
    editor = log_in(client, barrier.plan.city)
    attachments.remove(file, seen=1, by=editor)

    statuses = [client.get(url(file)).status_code]
    log_in(client, barrier.plan.city, Role.MEMBER)

    assert [*statuses, client.get(url(file)).status_code] == [200, 404]
    assert section_of(client.get(barrier.get_absolute_url()).content) == ""


def test_file_that_somebody_changed_meanwhile_is_looked_at_again(client, barrier, file):
    log_in(client, barrier.plan.city)

    responses = [client.post(url(file, "remove"), sent).status_code for sent in ({}, {"revision": 7})]

    assert (responses, Attachment.objects.get().removed_at) == ([409, 409], None)


def test_file_is_not_removed_from_an_assessment_that_is_closed_meanwhile(client, plan, monkeypatch):
    seat = log_in(client, plan.city)
    file = AttachmentFactory(record=AnswerFactory(plan=plan))
    remove = attachments.remove

    def after_closing(*args, **kwargs):
        assessments.close(file.record.assessment, seen=1, by=seat)
        return remove(*args, **kwargs)

    monkeypatch.setattr(attachments, "remove", after_closing)
    response = client.post(url(file, "remove"), {"revision": 1})

    assert (response.status_code, "The assessment is closed" in response.content.decode()) == (403, True)
    assert Attachment.objects.get().removed_at is None


def test_file_is_not_restored_to_a_barrier_on_which_somebody_comments_meanwhile(client, plan, monkeypatch):
    member = log_in(client, plan.city, Role.MEMBER)
    file = AttachmentFactory(record=BarrierFactory(plan=plan, by=member))
    attachments.remove(file, seen=1, by=member)
    bring_back = attachments.bring_back

    def after_a_comment(*args, **kwargs):
        CommentFactory(record=file.record)
        return bring_back(*args, **kwargs)

    monkeypatch.setattr(attachments, "bring_back", after_a_comment)
    response = client.post(url(file, "return"), {"revision": 2})

    assert (response.status_code, "Somebody has commented on" in response.content.decode()) == (403, True)


@pytest.mark.parametrize("make", [BarrierFactory, SectionFactory, AnswerFactory])
def test_page_asks_as_often_for_many_files_as_for_one(client, plan, make):
    record = make(plan=plan)
    log_in(client, plan.city)
    counts = []
    for more in (1, 20):
        for _each in range(more):
            AttachmentFactory(record=record, by=MembershipFactory(city=plan.city, role=Role.EDITOR))
        caches[SMALL].clear()
        counts.append(queries_of(client, record.get_absolute_url()))

    assert counts[0] == counts[1] <= MOST


def test_kept_page_shows_a_new_file_and_asks_nothing_for_it(client, barrier):
    log_in(client, barrier.plan.city)
    before = queries_of(client, barrier.get_absolute_url())
    kept = queries_of(client, barrier.get_absolute_url())
    AttachmentFactory(record=barrier, title="Policy")

    page = section_of(client.get(barrier.get_absolute_url()).content)

    assert "Policy (PDF, 1 kB)" in page
    assert queries_of(client, barrier.get_absolute_url()) == kept < before


def test_history_of_a_record_tells_what_was_done_with_its_files(client, barrier, file):
    seat = log_in(client, barrier.plan.city)
    attachments.remove(file, seen=1, by=seat)
    attachments.bring_back(file, seen=2, by=seat)

    page = html.fromstring(client.get(reverse("ulg:history", args=["umea", "barrier", barrier.pk])).content.decode())

    told = [" ".join(each.text_content().split()) for each in page.xpath("//h2[@class='entry-head']")]
    assert told == [
        f"{seat.user.name} restored the file Policy",
        f"{seat.user.name} removed the file Policy",
        f"{file.created_by.user.name} added the file Policy",
        "The portal added this",
    ]


def test_history_tells_each_deed_with_a_file_on_one_of_its_pages(client, barrier):
    seat = log_in(client, barrier.plan.city)
    for number in range(1, 61):
        saving.save(barrier, {"title": f"Title {number}"}, seen=number, by=seat)
        if number % 20 == 0:
            AttachmentFactory(record=barrier, title=f"File {number}", by=seat)
    address = reverse("ulg:history", args=["umea", "barrier", barrier.pk])

    pages = [client.get(f"{address}?page={page}").content.decode() for page in (1, 2, 3)]

    told = [[number for number in (60, 40, 20) if f"added the file File {number}" in page] for page in pages]
    assert told == [[60, 40], [20], []]
