"""Notices that a city has published are imported: each whole or not at all, and the same whatever their order."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from actionplan.models import Notice, NoticeImport, NoticeLot
from actionplan.models.notice import PLAIN
from actionplan.models.notice_lot import LISTS, TEXTS
from actionplan.models.notice_lot import PLAIN as PLAIN_OF_LOT
from actionplan.notices import stored
from actionplan.notices.archives import File
from actionplan.notices.facts import LotFacts, NoticeFacts, Outcome, Remark, Remarked
from actionplan.notices.imported import Imported
from actionplan.notices.reading import read
from actionplan.notices.tree import Refusal
from actionplan.services import notice_imports, procedures
from ulg.models import City, Membership
from ulg.writing import locks
from ulg.writing.transactions import atomic

BATCH = 100  # files in one transaction
BATCH_BYTES = 40_000_000


@dataclass(frozen=True)
class Opened:
    """A file that holds a notice."""

    file: File
    facts: NoticeFacts
    sha256: str

    @property
    def key(self) -> tuple[str, int]:
        return self.facts.identifier, self.facts.version

    @property
    def rank(self) -> tuple[bool, Any, str, str]:
        """Which of two counts that say different things under one number and version, in whatever order they come."""
        return bool(self.facts.publication), self.facts.dispatched_on, self.facts.dispatched_at, self.sha256


def import_files(
    city: City, files: Iterable[File], *, by: Membership | None, given: Sequence[str] = ()
) -> Iterator[Imported]:
    """Take these files in and count anew what they touch; one line a file, in their order. `given` names them."""
    for lines in read_in(notice_imports.begin(city, by=by, given=given), files):
        yield from lines


def read_in(record: NoticeImport, files: Iterable[File]) -> Generator[list[Imported]]:
    """The same for an import that has begun, a batch at a time: each is written with its part of the record."""
    with notice_imports.ending(record):
        for batch in _batches(files):
            yield _import(record, [_opened(record.city, file) for file in batch])


def _batches(files: Iterable[File]) -> Iterator[list[File]]:
    """So few files that they fit into the memory, whatever they are."""
    batch: list[File] = []
    size = 0
    for file in files:
        batch.append(file)
        size += len(file.data)
        if len(batch) == BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@atomic
def _import(record: NoticeImport, files: list[Opened | Imported]) -> list[Imported]:
    locks.lock(record.city)  # two imports into one city take their turns
    batch = _Batch(record.city, record.by, [each for each in files if isinstance(each, Opened)])
    lines = [batch.take(each) if isinstance(each, Opened) else each for each in files]
    batch.write()
    notice_imports.note(record, lines)
    return lines


def _opened(city: City, file: File) -> Opened | Imported:
    if file.is_other:
        return Imported(file.name, Outcome.PASSED_OVER)
    if file.refusal:
        return Imported(file.name, Outcome.REFUSED, refusal=file.refusal)
    try:
        facts = read(file.data)
    except Refusal as refusal:
        return Imported(file.name, Outcome.REFUSED, refusal=refusal)
    if file.is_packed and not _is_ours(city, facts):
        return Imported(file.name, Outcome.NOT_OURS, str(facts.identifier))
    return Opened(file, facts, hashlib.sha256(file.data).hexdigest())


def _is_ours(city: City, facts: NoticeFacts) -> bool:
    """Whether a buyer of the notice has one of the city's names or organisation numbers."""
    names = {_plain(name) for name in (city.name, city.authority, *city.aliases) if name}
    numbers = {_plain(number) for number in city.organisation_numbers}
    return any(
        _plain(buyer.number) in numbers or any(_plain(name) in names for name in buyer.names) for buyer in facts.buyers
    )


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


class _Batch:
    """The notices of a few files, beside those that are there already under the same numbers."""

    def __init__(self, city: City, by: Membership | None, opened: list[Opened]) -> None:
        self.city, self.by = city, by
        numbers = {each.facts.identifier for each in opened}
        rows = Notice.objects.in_city(city).filter(identifier__in=numbers).defer("xml").prefetch_related("lots")
        self.rows = {(row.identifier, row.version): row for row in rows}
        self.facts = {key: row.facts for key, row in self.rows.items()}
        self.new: dict[tuple[str, int], Opened] = {}
        self.changed: dict[tuple[str, int], Notice] = {}

    def take(self, opened: Opened) -> Imported:
        outcome, remarks = self._outcome(opened), opened.facts.remarks
        if opened.key in self.facts:
            if not self._says_the_same(opened):
                remarks = (*remarks, Remarked(Remark.SAYS_TWO_THINGS))
        else:
            self.new[opened.key] = opened
            self.facts[opened.key] = opened.facts
        return Imported(opened.file.name, outcome, str(opened.facts.identifier), len(opened.facts.lots), remarks)

    def _outcome(self, opened: Opened) -> Outcome:
        number, version = opened.key
        versions = {other for name, other in self.facts if name == number}
        if version in versions:
            return Outcome.ALREADY_HERE
        if not versions:
            return Outcome.TAKEN
        return Outcome.NEWER if version > max(versions) else Outcome.OLDER

    def _says_the_same(self, opened: Opened) -> bool:
        """Whether what is here says the same; its number in the Official Journal may come later."""
        here = self.facts[opened.key]
        is_same = replace(here, publication="") == replace(opened.facts, publication="")
        if is_same:
            if opened.facts.publication > here.publication:
                self._put(opened.key, replace(here, publication=opened.facts.publication))
            return True
        self._settle(opened, here)
        return False

    def _settle(self, opened: Opened, here: NoticeFacts) -> None:
        """Of two notices under one number and version the same one counts, whichever came first."""
        earlier = self.new.get(opened.key)
        sha256 = earlier.sha256 if earlier else self.rows[opened.key].sha256
        wins = opened.rank > (bool(here.publication), here.dispatched_on, here.dispatched_at, sha256)
        marked = tuple(sorted({*(opened.facts if wins else here).remarks, Remarked(Remark.SAYS_TWO_THINGS)}))
        if wins:
            self.new[opened.key] = replace(opened, facts=replace(opened.facts, remarks=marked))
            self.facts[opened.key] = opened.facts
        else:
            self._put(opened.key, replace(here, remarks=marked))

    def _put(self, key: tuple[str, int], facts: NoticeFacts) -> None:
        self.facts[key] = facts
        if key in self.new:
            self.new[key] = replace(self.new[key], facts=facts)
        else:
            row = self.rows[key]
            row.publication, row.remarks = facts.publication, _packed_remarks(facts)
            self.changed[key] = row

    def write(self) -> None:
        """Store what is new, and count its procedures anew."""
        replaced = [self.rows[key] for key in self.new if key in self.rows]
        Notice.objects.filter(pk__in=[row.pk for row in replaced]).delete()
        rows = Notice.objects.bulk_create(_row(self.city, each, self.by) for each in self.new.values())
        NoticeLot.objects.bulk_create(
            _lot_row(row, lot) for row, each in zip(rows, self.new.values(), strict=True) for lot in each.facts.lots
        )
        Notice.objects.bulk_update(self.changed.values(), ["publication", "remarks"])
        if rows or self.changed:
            places = {row.procedure for row in rows} | {row.counted_in for row in (*replaced, *self.changed.values())}
            procedures.count(self.city, places)


def _row(city: City, opened: Opened, by: Membership | None) -> Notice:
    facts = opened.facts
    return Notice(
        city=city,
        **{name: getattr(facts, name) for name in PLAIN},
        counted_in=facts.procedure,
        buyers=[[list(buyer.names), buyer.number] for buyer in facts.buyers],
        title=facts.title.text,
        language=facts.title.language,
        estimated_cents=stored.cents(facts.estimated),
        estimated_currency=stored.currency(facts.estimated),
        total_cents=stored.cents(facts.total),
        total_currency=stored.currency(facts.total),
        remarks=_packed_remarks(facts),
        sha256=opened.sha256,
        xml=zlib.compress(opened.file.data),
        imported_at=timezone.now(),
        imported_by=by,
    )


def _lot_row(notice: Notice, lot: LotFacts) -> NoticeLot:
    return NoticeLot(
        notice=notice,
        city=notice.city,
        **{name: getattr(lot, name) for name in PLAIN_OF_LOT},
        **{name: list(getattr(lot, name)) for name in LISTS},
        words={name: [[each.text, each.language] for each in getattr(lot, name)] for name in TEXTS},
        title=lot.title.text,
        language=lot.title.language,
        estimated_cents=stored.cents(lot.estimated),
        estimated_currency=stored.currency(lot.estimated),
        ceiling_cents=stored.cents(lot.ceiling),
        ceiling_currency=stored.currency(lot.ceiling),
        contracts=[stored.packed(each) for each in lot.contracts],
    )


def _packed_remarks(facts: NoticeFacts) -> list[list[str]]:
    return [[each.remark, each.about] for each in facts.remarks]
