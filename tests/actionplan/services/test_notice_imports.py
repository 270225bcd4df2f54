from __future__ import annotations

from itertools import islice

import pytest

from actionplan.models import ImportedFile, Notice, NoticeImport
from actionplan.notices.archives import File
from actionplan.notices.facts import Outcome
from actionplan.services import notice_imports, notices
from tests import notices as made
from tests.factories import CityFactory, MembershipFactory

pytestmark = pytest.mark.django_db

Status = NoticeImport.Status


def files(*found: made.Notice | bytes) -> list[File]:
    data = [each.xml() if isinstance(each, made.Notice) else each for each in found]
    return [File(f"{place}.xml", each) for place, each in enumerate(data)]


def test_an_import_is_on_record_with_a_line_for_each_file():
    city, member, notice = CityFactory(), MembershipFactory(), made.Notice(version="x")

    lines = list(notices.import_files(city, files(notice, b"", made.Notice()), by=member, given=["a.zip", "b.xml"]))

    [record] = NoticeImport.objects.in_city(city)
    assert (record.by, record.given, record.status) == (member, ["a.zip", "b.xml"], Status.FINISHED)
    assert record.started_at <= record.read_at <= record.ended_at
    assert (record.counts, record.total, record.remarked) == ({"taken": 2, "refused": 1}, 3, 1)
    first, refused, last = (each.line for each in record.files.order_by("place"))
    assert [first, last] == [lines[0], lines[2]]
    assert (refused.name, refused.outcome, refused.refusal.reason) == ("1.xml", Outcome.REFUSED, "empty")


def test_refused_files_come_first_then_those_with_a_remark():
    list(notices.import_files(CityFactory(), files(made.Notice(), made.Notice(version="x"), b""), by=None))

    assert [each.name for each in ImportedFile.objects.all()] == ["2.xml", "1.xml", "0.xml"]


def test_an_import_that_is_cut_off_shows_what_it_did(monkeypatch):
    monkeypatch.setattr(notices, "BATCH", 2)
    city, found = CityFactory(), files(*(made.Notice() for _n in range(5)))
    begun = notice_imports.begin(city, by=None, given=[])

    reading = notices.read_in(begun, found)
    list(islice(reading, 2))
    record = NoticeImport.objects.get()

    assert (record.status, record.total, record.ended_at) == (Status.READING, 4, None)
    assert record.files.count() == Notice.objects.count() == 4


def test_an_import_that_nobody_waits_for_is_stopped(monkeypatch):
    monkeypatch.setattr(notices, "BATCH", 1)
    reading = notices.import_files(CityFactory(), files(made.Notice(), made.Notice()), by=None)

    next(reading)
    reading.close()

    record = NoticeImport.objects.get()
    assert (record.status, record.total, record.ended_at is None) == (Status.STOPPED, 1, False)


def test_an_import_that_fails_keeps_the_batches_before_and_their_lines_and_says_so(monkeypatch):
    monkeypatch.setattr(notices, "BATCH", 1)
    count, calls = notices.procedures.count, []

    def fail_at_the_second(*given):
        calls.append(given)
        return 1 / 0 if len(calls) == 2 else count(*given)

    monkeypatch.setattr(notices.procedures, "count", fail_at_the_second)

    with pytest.raises(ZeroDivisionError):
        list(notices.import_files(CityFactory(), files(made.Notice(), made.Notice()), by=None))

    record = NoticeImport.objects.get()
    assert (record.status, record.total, record.files.count(), Notice.objects.count()) == (Status.FAILED, 1, 1, 1)


def test_an_import_that_somebody_interrupts_is_stopped():
    def interrupted():
        yield File("a.xml", made.Notice().xml())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(notices.import_files(CityFactory(), interrupted(), by=None))

    assert NoticeImport.objects.get().status == Status.STOPPED


def test_files_of_a_batch_that_is_undone_are_counted_nowhere(monkeypatch):
    note = notice_imports.note

    def fail_after_it(record, lines):
        note(record, lines)
        raise ZeroDivisionError

    monkeypatch.setattr(notice_imports, "note", fail_after_it)
    record = notice_imports.begin(CityFactory(), by=None, given=[])

    with pytest.raises(ZeroDivisionError):
        list(notices.read_in(record, files(made.Notice())))

    assert (record.total, record.files.count(), record.status) == (0, 0, Status.FAILED)


def test_large_files_are_read_few_at_a_time(monkeypatch):
    monkeypatch.setattr(notices, "BATCH_BYTES", 1)
    record = notice_imports.begin(CityFactory(), by=None, given=[])

    assert [len(lines) for lines in notices.read_in(record, files(made.Notice(), made.Notice()))] == [1, 1]


def test_names_and_words_that_no_database_could_keep_are_cleaned():
    found = [
        File("a\udcffb\x00.xml", made.Notice().xml()),
        File("c" * 5000, b""),
    ]

    list(notices.import_files(CityFactory(), found, by=None, given=["a\udcff.zip"]))

    assert NoticeImport.objects.get().given == ["a.zip"]
    assert [each.name for each in ImportedFile.objects.order_by("place")] == ["ab.xml", "c" * 5000]
