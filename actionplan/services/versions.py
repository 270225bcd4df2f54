"""Publishing: the plan frozen under the next number, opened to everyone or not, and its files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actionplan import snapshot
from actionplan.canonical import canonical, sha256
from actionplan.exports.errors import ExportFailed
from actionplan.models import Plan, PlanVersion, Publication, PublishedName, VersionFile
from actionplan.services import exporting
from ulg.models import Membership
from ulg.services import stamps

KEPT_FORMATS = (VersionFile.Format.PDF, VersionFile.Format.HTML, VersionFile.Format.JSON)


class PublishedMeanwhile(Exception):
    """Somebody else has published a version since this publisher looked."""

    def __init__(self, version: PlanVersion) -> None:
        super().__init__(str(version))
        self.version = version


def publish_version(
    plan: Plan,
    *,
    by: Membership,
    decision: dict[str, Any] | None = None,
    is_public: bool = True,
    seen: int | None = None,
    at: datetime | None = None,
) -> PlanVersion:
    """Freeze the plan as it stands under the next number; `seen` is the last number that the publisher knew of.

    Its files are made by `make_files`, after the transaction: a PDF that fails leaves the version intact.
    """
    with _at_one_moment():
        plan = Plan.objects.select_related("city").get(pk=plan.pk)
        last = plan.versions.order_by("-number").first()
        if seen is not None and last and last.number != seen:
            raise PublishedMeanwhile(last)
        version = _freeze(plan, last, by=by, decision=decision, at=at or timezone.now())
        PublishedName.objects.bulk_create(
            PublishedName(version=version, membership_id=int(reference.removeprefix("m")), **name)
            for reference, name in snapshot.names(plan).items()
        )
        if is_public:
            open_version(version, by=by, at=at)
        stamps.renew(plan)
    return version


@contextmanager
def _at_one_moment() -> Iterator[None]:
    """One publisher at a time, who sees every record as it stood at one moment.

    SQLite lets one writer in at a time anyway. PostgreSQL's lock of the table comes before the first look at the data,
    so that the snapshot of the transaction holds the version before this one.
    """
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                if is_outermost:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                cursor.execute(f"LOCK TABLE {PlanVersion._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")
        yield


def _freeze(
    plan: Plan, last: PlanVersion | None, *, by: Membership, decision: dict[str, Any] | None, at: datetime
) -> PlanVersion:
    number = last.number + 1 if last else 1
    previous = last and {"number": last.number, "date": document(last)["version"]["date"], "sha256": last.sha256}
    on = timezone.localdate(at, ZoneInfo(plan.city.time_zone))
    content = canonical(snapshot.take(plan, number=number, on=on, previous=previous, decision=decision))
    return plan.versions.create(
        number=number,
        content=content,
        sha256=sha256(content),
        previous_sha256=last.sha256 if last else "",
        published_at=at,
        published_by=by,
    )


def open_version(version: PlanVersion, *, by: Membership, at: datetime | None = None) -> Publication:
    """Let everyone read the version."""
    publication, _created = Publication.objects.get_or_create(
        version=version, defaults={"opened_by": by, "opened_at": at or timezone.now()}
    )
    return publication


def close_version(version: PlanVersion) -> None:
    """Keep the version to the local group again; it stays as it is."""
    Publication.objects.filter(version=version).delete()


def document(version: PlanVersion) -> dict[str, Any]:
    return json.loads(version.content)


def names(version: PlanVersion) -> snapshot.Names:
    """How each person may be printed in this version today."""
    rows = PublishedName.objects.filter(version=version).order_by("membership")
    return {
        f"m{row.membership_id}": {
            "form": row.form,
            "name": row.name,
            "function": row.function,
            "organisation": row.organisation,
        }
        for row in rows
    }


def make_files(version: PlanVersion) -> list[ExportFailed]:
    """Every file of the version in the plan's language, and why those that failed did."""
    failures = []
    for format in KEPT_FORMATS:
        try:
            render_file(version, format, document(version)["language"])
        except ExportFailed as failure:
            failures.append(failure)
    return failures


def render_file(version: PlanVersion, format: str, language: str) -> VersionFile:
    """The file, made once and then the same bytes for everyone; raises ExportFailed."""
    if format == VersionFile.Format.JSON:
        language = document(version)["language"]  # it has no words of ours
    existing = VersionFile.objects.filter(version=version, format=format, language=language).first()
    return existing or _make(version, format, language)


def _make(version: PlanVersion, format: str, language: str) -> VersionFile:
    frozen = document(version)
    while True:
        printed = names(version)
        content = exporting.render(frozen, printed, format, language)
        if made := _store(version, format, language, content, printed):
            return made


@transaction.atomic
def _store(
    version: PlanVersion, format: str, language: str, content: bytes, printed: snapshot.Names
) -> VersionFile | None:
    """Keep the file, unless somebody was erased while it was being made."""
    _lock([version.pk])
    if names(version) != printed:
        return None
    file, _created = VersionFile.objects.get_or_create(
        version=version,
        format=format,
        language=language,
        defaults={"content": content, "sha256": hashlib.sha256(content).hexdigest()},
    )
    return file


def anonymise(membership: Membership) -> None:
    """Take a person's name out of every published version. The versions and their chain stay; files are made again."""
    with transaction.atomic():
        rows = PublishedName.objects.filter(membership=membership)
        _lock(rows.values_list("version", flat=True))
        changed = rows.exclude(form="anonymous")
        files = VersionFile.objects.filter(version__in=changed.values("version"))
        again = [
            (each.version, each.format, each.language) for each in files.select_related("version").defer("content")
        ]
        files.delete()
        changed.update(form="anonymous", name="", function="", organisation="")
    transaction.on_commit(partial(_make_again, again))


def _make_again(files: Iterable[tuple[PlanVersion, str, str]]) -> None:
    for version, format, language in files:
        try:
            render_file(version, format, language)
        except ExportFailed:  # made on demand, where somebody reads why it fails
            continue


def _lock(versions: Iterable[int]) -> None:
    """Names and files of a version change one at a time."""
    list(PlanVersion.objects.select_for_update().filter(pk__in=list(versions)).order_by("pk").values_list("pk"))


@dataclass(frozen=True)
class Fault:
    """Something about a published version that cannot be as it was published."""

    city: str
    number: int
    words: str

    def __str__(self) -> str:
        return _("%(city)s, version %(number)s: %(words)s") % vars(self)


def verify() -> list[Fault]:
    """Compute every fingerprint, number, link of the chain and file again."""
    rows = PlanVersion.objects.select_related("plan__city").order_by("plan", "number")
    faults, before = [], None
    for version in rows.iterator(chunk_size=20):
        if before and before.plan_id != version.plan_id:
            before = None
        faults += [Fault(version.plan.city.slug, version.number, words) for words in _faults(version, before)]
        before = version
    return faults + _file_faults()


def _faults(version: PlanVersion, before: PlanVersion | None) -> Iterator[str]:
    expected = before.number + 1 if before else 1
    if version.number != expected:
        yield _("version %(expected)s before it is missing") % {"expected": expected}
    if sha256(version.content) != version.sha256:
        yield _("its text does not match its fingerprint")
    if version.previous_sha256 != (before.sha256 if before else ""):
        yield _("it does not follow from the version before it")
    try:
        frozen = document(version)
        stated = (frozen["version"]["number"], (frozen["version"]["previous"] or {"sha256": ""})["sha256"])
        is_canonical = canonical(frozen) == version.content
    except (ValueError, LookupError, TypeError):
        yield _("its text cannot be read")
        return
    if not is_canonical or stated != (version.number, version.previous_sha256):
        yield _("its text is not the one that was published under this number")


def _file_faults() -> list[Fault]:
    faults = []
    for file in VersionFile.objects.select_related("version__plan__city").order_by("pk").iterator(chunk_size=5):
        version, content = file.version, bytes(file.content)
        is_whole = hashlib.sha256(content).hexdigest() == file.sha256
        if not is_whole or (file.format == VersionFile.Format.JSON and content != version.content.encode()):
            words = _("its %(format)s file is not the one that was made") % {"format": file.get_format_display()}
            faults.append(Fault(version.plan.city.slug, version.number, words))
    return faults
