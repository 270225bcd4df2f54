"""A file of suppliers is held for whoever uploaded it, compared with the register, and taken as it was shown."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils import timezone

from actionplan.models import Supplier, SupplierUpload
from actionplan.suppliers.reading import Firm, Sheet
from ulg.models import City, Membership
from ulg.writing import locks
from ulg.writing.transactions import atomic

HELD_FOR = timedelta(hours=1)
BATCH = 500  # firms in one statement
FIELDS = ("shown_number", "name", "ownership", "source", "source_on")


@dataclass
class DryRun:
    """What taking a file would do: the four numbers add up to its rows. `seal` changes with what it would do."""

    name: str
    sheet: Sheet
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    seal: str = ""
    changes: list[tuple[Firm, Supplier]] = field(default_factory=list)  # the first ones, each with what stands now

    @property
    def skipped(self) -> int:
        return self.sheet.skipped

    @property
    def rows(self) -> int:
        return self.created + self.updated + self.unchanged + self.skipped


class ChangedMeanwhile(Exception):
    """The register is not as it was when the dry run was shown; `dry_run` is what the file would do now."""

    def __init__(self, dry_run: DryRun) -> None:
        super().__init__()
        self.dry_run = dry_run


@atomic
def hold(name: str, sheet: Sheet, *, by: Membership) -> None:
    """In place of what the same person held before."""
    content = zlib.compress(json.dumps(sheet.packed(), ensure_ascii=False, separators=(",", ":")).encode())
    locks.lock(by)
    SupplierUpload.objects.filter(by=by).delete()
    SupplierUpload.objects.create(by=by, name=name[-200:], content=content)


def drop(*, by: Membership) -> None:
    SupplierUpload.objects.filter(by=by).delete()


def clear_expired() -> int:
    return SupplierUpload.objects.filter(uploaded_at__lt=timezone.now() - HELD_FOR).delete()[0]


def dry_run(*, by: Membership) -> DryRun | None:
    """What the file that this person holds would do; None if they hold none any more."""
    held = SupplierUpload.objects.filter(by=by, uploaded_at__gte=timezone.now() - HELD_FOR).first()
    if held is None:
        return None
    run = DryRun(held.name, Sheet.unpacked(json.loads(zlib.decompress(held.content))))
    seal = hashlib.sha256()
    for firm, current in _beside_the_register(by.city, run.sheet.firms):
        if current is None:
            run.created += 1
        elif _differs(firm, current):
            run.updated += 1
            run.changes += [(firm, current)] if len(run.changes) < BATCH else []
        else:
            run.unchanged += 1
            continue
        seal.update(f"{firm.row} {current.pk if current else ''} {current.revision if current else ''}\n".encode())
    run.seal = hashlib.sha256(seal.digest() + bytes(held.content)).hexdigest()
    return run


@atomic
def take(seal: str, *, by: Membership) -> DryRun | None:
    """Write what the dry run with this seal has shown; ChangedMeanwhile if the register would now be changed otherwise.

    None if nothing is held any more, such as when the same button was pressed twice.
    """
    locks.lock(by.city)
    run = dry_run(by=by)
    if run is None:
        return None
    if run.seal != seal:
        raise ChangedMeanwhile(run)
    now, rows = timezone.now(), []
    for firm, current in _beside_the_register(by.city, run.sheet.firms):
        if current is None or _differs(firm, current):
            rows.append(_row(by, firm, current, now))
        if len(rows) == BATCH:
            _write(rows)
            rows = []
    _write(rows)
    drop(by=by)
    return run


def _beside_the_register(city: City, firms: list[Firm]) -> Iterator[tuple[Firm, Supplier | None]]:
    """Each firm of the file with that of the register, a batch at a time."""
    for start in range(0, len(firms), BATCH):
        batch = firms[start : start + BATCH]
        rows = Supplier.objects.in_city(city).filter(number__in=[firm.number for firm in batch])
        known = {row.number: row for row in rows.defer("search_text").order_by()}
        yield from ((firm, known.get(firm.number)) for firm in batch)


def _differs(firm: Firm, current: Supplier) -> bool:
    stands = (current.shown_number, current.name, current.ownership, current.source, current.source_on.isoformat())
    return stands != (firm.shown_number, firm.name, firm.ownership, firm.source, firm.source_on)


def _row(by: Membership, firm: Firm, current: Supplier | None, now: datetime) -> Supplier:
    return Supplier(
        city=by.city,
        number=firm.number,
        shown_number=firm.shown_number,
        name=firm.name,
        ownership=firm.ownership,
        source=firm.source,
        source_on=date.fromisoformat(firm.source_on),
        revision=current.revision + 1 if current else 1,
        updated_at=now,
        updated_by=by,
    )


def _write(rows: list[Supplier]) -> None:
    """New firms and changed ones in one statement; the city's lock is held, so that both are as they were compared."""
    written = [*FIELDS, "search_text", "revision", "updated_at", "updated_by"]
    Supplier.objects.bulk_create(rows, update_conflicts=True, unique_fields=["city", "number"], update_fields=written)
