from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actionplan.models import Attachment, Record
from actionplan.services import assessments, attachments
from tests.actionplan.views.files import add_url, errors, section_of, send
from tests.actionplan.views.kinds import log_in
from tests.factories import (
    AnswerFactory,
    AttachmentFactory,
    BarrierFactory,
    CityFactory,
    PlanFactory,
)
from tests.files import FILES, PDF, png
from tests.scanner import EICAR, scanner
from ulg.roles import Role
from ulg.writing.submissions import KEY

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return PlanFactory(city=CityFactory(slug="umea"))


@pytest.fixture
def barrier(plan):
    return BarrierFactory(plan=plan, title="Too large")


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


def test_full_record_takes_no_more_files(client, barrier, monkeypatch):
    AttachmentFactory(record=barrier)
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


def posted_as_it_is(client, record: Record, name: str, content: bytes):
    """The name as the browser writes it into the form: not even its slashes are taken out before."""
    quoted = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A").encode()
    said = b'--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nPolicy\r\n'
    said += b'--b\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\n\r\n%s\r\n--b--\r\n'
    return client.generic("POST", add_url(record), said % (quoted, content), "multipart/form-data; boundary=b")


@given(st.sampled_from(sorted(FILES)), st.binary(max_size=40), st.text(min_size=1, max_size=300))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_under_any_name_are_answered(client, barrier, kind, more, name):
    log_in(client, barrier.plan.city)
    client.raise_request_exception = False

    response = posted_as_it_is(client, barrier, name, FILES[kind][: len(more) * 9] + more)

    assert response.status_code in (302, 400, 422)


def test_name_that_leads_to_another_folder_is_only_a_name(client, barrier):
    log_in(client, barrier.plan.city)

    posted_as_it_is(client, barrier, "../../etc/policy\u202efdp.pdf", PDF)

    found = Attachment.objects.get()
    assert (found.name, found.file.name.count("/")) == ("policyfdp.pdf", 1)
