"""Files that are added in the same moment."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from actionplan.models import Attachment
from actionplan.services import assessments, attachments
from actionplan.services.attachments import TooMany
from tests.at_once import at_once
from tests.factories import AnswerFactory, AttachmentFactory, BarrierFactory, MembershipFactory
from tests.files import PDF
from ulg.roles import Role
from ulg.writing.submissions import KEY

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def storage(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def barrier():
    return BarrierFactory()


@pytest.fixture
def editor(barrier):
    return MembershipFactory(city=barrier.plan.city, role=Role.EDITOR)


def test_last_place_that_four_want_is_given_to_one(barrier, editor, storage, monkeypatch):
    monkeypatch.setattr(attachments, "MOST", 1)

    outcomes = at_once(*[partial(AttachmentFactory, record=barrier, by=editor)] * 4, refusals=(TooMany,))

    assert outcomes == [*["TooMany"] * 3, "done"]
    assert [each.name for each in storage.rglob("*") if each.is_file()] == [
        Path(Attachment.objects.get().file.name).name
    ]


def test_form_that_arrives_four_times_at_once_stores_one_file(barrier, editor, storage):
    url = reverse("actionplan:attachment-add", args=[barrier.plan.city.slug, "barrier", barrier.pk])
    clients, key = [Client() for _each in range(4)], str(uuid4())
    for client in clients:
        client.force_login(editor.user)

    def send(client: Client) -> None:
        sent = {"title": "Policy", "file": SimpleUploadedFile("report.pdf", PDF), KEY: key}
        assert client.post(url, sent).status_code == 302

    at_once(*[partial(send, client) for client in clients])

    assert (Attachment.objects.count(), len([each for each in storage.rglob("*") if each.is_file()])) == (1, 1)


def test_file_that_comes_while_the_assessment_is_closed_stands_before_it_or_is_refused(barrier, editor):
    answer = AnswerFactory(plan=barrier.plan)
    close = partial(assessments.close, answer.assessment, seen=1, by=editor)

    outcomes = at_once(partial(AttachmentFactory, record=answer, by=editor), close, refusals=(ValidationError,))

    assert Attachment.objects.count() == outcomes.count("done") - 1
