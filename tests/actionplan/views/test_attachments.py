from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from actionplan.models import Attachment, Record
from actionplan.services import assessments, attachments
from tests.actionplan.views.kinds import each_role, log_in
from tests.factories import (
    AnswerFactory,
    AttachmentFactory,
    BarrierFactory,
    CityFactory,
    FindingFactory,
    MembershipFactory,
    PlanFactory,
    SectionFactory,
)
from tests.files import FILES, PDF, png
from tests.queries import MOST, queries_of
from tests.scanner import EICAR, scanner
from ulg.caching.fragments import SMALL
from ulg.roles import Role
from ulg.writing.submissions import KEY

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


def add_url(record: Record) -> str:
    return reverse("actionplan:attachment-add", args=[record.plan.city.slug, record.kind, record.pk])


def url(file: Attachment, verb: str = "") -> str:
    name = f"attachment-{verb}" if verb else "attachment"
    return reverse(f"actionplan:{name}", args=["umea", file.pk])


def send(client, record: Record, name: str = "report.pdf", content: bytes = PDF, **fields: Any):
    sent = {"title": "Policy", "file": SimpleUploadedFile(name, content), **fields}
    return client.post(add_url(record), sent)


def section_of(page: bytes) -> str:
    """What the record's page says of its files; nothing where it has no such part."""
    found = html.fromstring(page.decode()).xpath("//section[@id='files']")
    return " ".join(found[0].text_content().split()) if found else ""


def errors(response) -> dict[str, list[str]]:
    return dict(response.context["form"].errors)


def test_editor_adds_a_file_with_what_the_group_should_know_of_it(client, barrier):
    seat = log_in(client, barrier.plan.city)

    response = send(client, barrier, "Policy 2023.pdf", source="City office", source_on="2023-06-12")

    found = Attachment.objects.get()
    assert response["Location"] == f"{barrier.get_absolute_url()}#file-{found.pk}"
    assert (found.record, found.created_by, found.name, found.media_type, found.size) == (
        barrier, seat, "Policy 2023.pdf", "application/pdf", len(PDF),
    )  # fmt: skip
    assert section_of(client.get(barrier.get_absolute_url()).content) == (
        "Files Add a file Policy (PDF, 1 kB) Source: City office, 12 June 2023 "
        f"Added by {seat.user.name}, {found.created_at:%-d %B} Remove Policy"
    )


@each_role
def test_everybody_reads_the_files_and_whoever_edits_the_plan_changes_them(client, barrier, file, role):
    log_in(client, barrier.plan.city, role)

    page = section_of(client.get(barrier.get_absolute_url()).content)
    statuses = [client.get(url(file)).status_code, client.get(add_url(barrier)).status_code]

    may_change = role in (Role.EDITOR, Role.COORDINATOR)
    assert ("Policy (PDF, 1 kB)" in page, "Add a file" in page) == (True, may_change)
    assert statuses == [200, 200 if may_change else 403]


def test_member_adds_a_file_to_their_own_barrier(client, plan):
    member = log_in(client, plan.city, Role.MEMBER)
    own = BarrierFactory(plan=plan, by=member)

    response = send(client, own)

    assert response.status_code == 302
    assert "Remove Policy" in section_of(client.get(own.get_absolute_url()).content)


def test_member_is_told_why_another_ones_record_gets_no_file_of_theirs(client, barrier):
    log_in(client, barrier.plan.city, Role.MEMBER)

    response = send(client, barrier)

    assert response.status_code == 403
    assert "Only the person who added" in response.content.decode()


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


def test_same_form_sent_twice_stores_one_file(client, barrier):
    log_in(client, barrier.plan.city)
    key = str(uuid4())

    places = [send(client, barrier, **{KEY: key})["Location"] for _turn in range(2)]

    assert (len(set(places)), Attachment.objects.count()) == (1, 1)


def test_same_form_with_another_file_stores_nothing_more_and_says_so(client, barrier):
    log_in(client, barrier.plan.city)
    key = str(uuid4())
    send(client, barrier, **{KEY: key})

    response = send(client, barrier, content=PDF + b"%more\n", **{KEY: key})

    assert (response.status_code, Attachment.objects.count()) == (422, 1)
    assert list(errors(response)) == ["__all__", "file"]


def test_image_needs_an_alternative_text_and_nothing_else_has_one(client, barrier):
    log_in(client, barrier.plan.city)

    without = errors(send(client, barrier, "photo.png", png()))
    needless = errors(send(client, barrier, alternative_text="A page"))
    added = send(client, barrier, "photo.png", png(), alternative_text="Bars")

    again = "Choose the file again: your browser does not keep it."
    assert without == {"alternative_text": ["Describe what can be seen in the image."], "file": [again]}
    assert needless == {"alternative_text": ["The file is not an image. Leave this field empty."], "file": [again]}
    assert added.status_code == 302


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("report.pdf", b"", "The file that you chose is empty."),
        ("report.pdf", b"%PDF-" + b"x" * 2_000, "The file is 2\u00a0kB, which is too large."),
        ("report.pdf", b"MZ\x90\0", "By its content this file is of a type that cannot be added here."),
        ("photo.png", b"<svg onload='alert(1)'/>", "This is a web page, an SVG drawing or XML"),
        ("photo.png", png(40_000, 40_000), "This image has more than 200 million pixels."),
    ],
)
def test_wrong_file_is_refused_with_words(client, barrier, settings, name, content, words):
    settings.ATTACHMENT_MAX_BYTES = 1_500
    log_in(client, barrier.plan.city)

    response = send(client, barrier, name, content)

    assert (response.status_code, Attachment.objects.exists()) == (422, False)
    assert errors(response)["file"][0].startswith(words)


def test_form_without_file_and_title_asks_for_both(client, barrier):
    log_in(client, barrier.plan.city)

    response = client.post(add_url(barrier), {})

    assert errors(response) == {"file": ["Choose a file."], "title": ["Write what the file is."]}


def test_file_by_a_wrong_name_is_stored_under_its_true_one_and_that_is_said(client, barrier):
    log_in(client, barrier.plan.city)

    response = client.get(send(client, barrier, "photo.jpg", png(), alternative_text="Bars")["Location"])

    assert Attachment.objects.get().name == "photo.png"
    assert "It is stored as photo.png (PNG image)." in response.content.decode()


def test_harmful_file_is_refused_and_so_is_every_file_while_the_scanner_is_away(client, barrier, settings):
    log_in(client, barrier.plan.city)

    with scanner() as settings.CLAMD:
        responses = [send(client, barrier, content=PDF + EICAR)]
    responses.append(send(client, barrier))

    assert [(response.status_code, errors(response)["file"]) for response in responses] == [
        (422, ["The virus scanner found something harmful in this file, so it is not stored."]),
        (503, ["The file could not be checked or stored just now. Try again later."]),
    ]
    assert not Attachment.objects.exists()


def test_clean_file_passes_the_scanner(client, barrier, settings):
    log_in(client, barrier.plan.city)

    with scanner() as settings.CLAMD:
        response = send(client, barrier)

    assert (response.status_code, Attachment.objects.count()) == (302, 1)


def test_full_record_takes_no_more_files(client, barrier, file, monkeypatch):
    monkeypatch.setattr(attachments, "MOST", 1)
    log_in(client, barrier.plan.city)

    response = send(client, barrier)

    assert response.status_code == 422
    assert errors(response)["__all__"] == ["A record has at most 1 files. Remove one that is no longer needed."]


def test_closed_assessment_takes_no_files(client, plan):
    seat = log_in(client, plan.city)
    answer = AnswerFactory(plan=plan)
    AttachmentFactory(record=answer, title="Policy")
    assessments.close(answer.assessment, seen=1, by=seat)

    response = send(client, answer)

    assert response.status_code == 403
    assert "The assessment is closed" in response.content.decode()
    assert "Add a file" not in section_of(client.get(answer.get_absolute_url()).content)


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


@given(st.sampled_from(sorted(FILES)), st.binary(max_size=40), st.text(min_size=1, max_size=300))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_under_any_name_are_answered(client, barrier, kind, more, name):
    log_in(client, barrier.plan.city)
    client.raise_request_exception = False

    response = send(client, barrier, name, FILES[kind][: len(more) * 9] + more, alternative_text=more.hex())

    assert response.status_code in (302, 400, 422)
