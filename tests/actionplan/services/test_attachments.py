from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from actionplan.models import Attachment, Record
from actionplan.services import assessments, attachments, comments, corrections, virus_scan
from actionplan.services.attachments import StorageUnavailable, TooMany
from tests.factories import AnswerFactory, AttachmentFactory, BarrierFactory, MembershipFactory
from tests.files import PDF, png
from tests.scanner import EICAR, scanner
from ulg.models import Event
from ulg.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def barrier():
    return BarrierFactory(plan__city__slug="umea")


@pytest.fixture
def editor(barrier):
    return MembershipFactory(city=barrier.plan.city, role=Role.EDITOR, user__name="Anna Lindqvist")


def stored_files() -> set[str]:
    folders, files = default_storage.listdir("")
    return {f"{folder}/{name}" for folder in folders for name in default_storage.listdir(folder)[1]} | set(files)


def add(record: Record, by, **fields) -> Attachment:
    return AttachmentFactory(record=record, by=by, **fields)


def test_each_deed_with_a_file_is_an_event_about_its_record(barrier, editor):
    file = add(barrier, editor)
    attachments.remove(file, seen=1, by=editor)
    attachments.bring_back(file, seen=2, by=editor)

    told = Event.objects.of(file).order_by("pk").values_list("by", "deed", "kind", "revision", "record")
    assert list(told) == [
        (editor.pk, deed, "attachment", revision, barrier.pk)
        for revision, deed in enumerate(("added", "removed", "brought_back"), start=1)
    ]


def test_path_of_a_file_says_neither_its_name_nor_whose_it_is(barrier, editor):
    file = add(barrier, editor, name="Anna Lindqvists lista.pdf")

    folder, _slash, name = file.file.name.partition("/")
    assert (folder, len(name), name.isalnum()) == ("umea", 32, True)


def test_what_is_stored_is_what_was_sent(barrier, editor):
    file = add(barrier, editor, content=PDF)

    with Attachment.objects.get(pk=file.pk).file.open() as content:
        assert content.read() == PDF


def test_file_whose_row_fails_is_not_left_in_the_storage(barrier, editor):
    before = stored_files()

    with pytest.raises(IntegrityError), transaction.atomic():
        add(barrier, editor, name="photo.png", content=png(), alternative_text="")

    assert (stored_files(), Attachment.objects.count()) == (before, 0)


def test_removed_file_stays_in_the_storage(barrier, editor):
    file = add(barrier, editor)

    attachments.remove(file, seen=1, by=editor)

    assert file.file.name in stored_files()


def test_storage_that_takes_nothing_is_told_and_no_row_is_made(barrier, editor, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "file"
    settings.MEDIA_ROOT.write_text("no folder")

    with pytest.raises(StorageUnavailable):
        add(barrier, editor)

    assert not Attachment.objects.exists()


def test_record_has_a_hundred_files_at_most_and_a_removed_one_makes_room(barrier, editor, monkeypatch):
    monkeypatch.setattr(attachments, "MOST", 2)
    first, second = add(barrier, editor), add(barrier, editor)

    with pytest.raises(TooMany):
        add(barrier, editor)
    attachments.remove(first, seen=1, by=editor)
    third = add(barrier, editor)
    with pytest.raises(TooMany):
        attachments.bring_back(first, seen=2, by=editor)

    assert set(Attachment.objects.current()) == {second, third}


def test_closed_assessment_keeps_the_files_of_its_answers_as_they_are(barrier, editor):
    answer = AnswerFactory(plan=barrier.plan)
    file = add(answer, editor)
    assessments.close(answer.assessment, seen=1, by=editor)

    for change in (lambda: add(answer, editor), lambda: attachments.remove(file, seen=1, by=editor)):
        with pytest.raises(ValidationError):
            change()

    assert list(Attachment.objects.current()) == [file]


def test_member_adds_files_to_their_own_barrier_until_somebody_has_built_on_it(barrier, editor):
    member = MembershipFactory(city=editor.city)
    own = BarrierFactory(plan=barrier.plan, by=member)
    file = add(own, member)
    comments.add(own, text="We see it too", by=editor)

    for change in (lambda: add(own, member), lambda: attachments.remove(file, seen=1, by=member)):
        with pytest.raises(corrections.NotCorrectable):
            change()
    with pytest.raises(corrections.NotCorrectable):
        add(barrier, member)


def test_file_that_somebody_removed_meanwhile_is_not_restored_from_an_old_page(barrier, editor):
    file = add(barrier, editor)
    attachments.remove(file, seen=1, by=editor)

    outcome = attachments.bring_back(file, seen=1, by=editor)

    assert outcome.changed == ()
    assert not Attachment.objects.current().exists()


def test_harmful_file_never_reaches_the_storage(barrier, settings):
    before = stored_files()

    with scanner() as settings.CLAMD, pytest.raises(virus_scan.Infected):  # noqa: SIM117
        with attachments.stored(Attachment(record=barrier), ContentFile(EICAR)):
            pass

    assert stored_files() == before
