"""The record of an import: begun before its first file, written with each batch, ended whatever happens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from django.db import DatabaseError
from django.utils import timezone

from actionplan.models import ImportedFile, NoticeImport
from actionplan.notices.imported import Imported
from ulg.models import City, Membership
from ulg.writing.transactions import atomic


@atomic
def begin(city: City, *, by: Membership | None, given: Sequence[str]) -> NoticeImport:
    return NoticeImport.objects.create(city=city, by=by, given=list(given), started_at=timezone.now())


@contextmanager
def ending(record: NoticeImport) -> Iterator[None]:
    """Note how the import ends: at its end, by an error, or because nobody waits for it any more."""
    try:
        yield
    except BaseException as error:
        is_stopped = isinstance(error, GeneratorExit | KeyboardInterrupt)
        with suppress(DatabaseError):  # which may be the very failure: it then stands there as not finished
            _end(record, NoticeImport.Status.STOPPED if is_stopped else NoticeImport.Status.FAILED)
            record.refresh_from_db(fields=["counts", "remarked", "read_at"])  # of a batch that was undone nothing stays
        raise
    _end(record, NoticeImport.Status.FINISHED)


def note(record: NoticeImport, lines: Sequence[Imported]) -> None:
    """Add the files of a batch, in the transaction in which their notices are written."""
    first = record.total
    ImportedFile.objects.bulk_create(_row(record, first + place, line) for place, line in enumerate(lines))
    record.counts = dict(Counter(record.counts) + Counter(str(line.outcome) for line in lines))
    record.remarked += sum(1 for line in lines if line.remarks)
    record.read_at = timezone.now()
    record.save(update_fields=["counts", "remarked", "read_at"])


@atomic
def _end(record: NoticeImport, status: NoticeImport.Status) -> None:
    record.status, record.ended_at = status, timezone.now()
    record.save(update_fields=["status", "ended_at"])


def _row(record: NoticeImport, place: int, line: Imported) -> ImportedFile:
    ranks = ImportedFile.Rank
    rank = ranks.REFUSED if line.refusal else ranks.REMARKED if line.remarks else ranks.OTHER
    return ImportedFile(
        notice_import=record,
        city_id=record.city_id,
        place=place,
        rank=rank,
        name=line.name,
        outcome=line.outcome,
        notice=line.notice,
        lots=line.lots,
        remarks=[[each.remark, each.about] for each in line.remarks],
        refusal=line.refusal.reason if line.refusal else "",
        refused_about=line.refusal.about[:200] if line.refusal else "",
    )
