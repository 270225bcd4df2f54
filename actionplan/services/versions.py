"""Publishing: the plan frozen under the next number, opened to everyone or not, and its files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from django.db.transaction import on_commit
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from actionplan.document import people, snapshot
from actionplan.document.canonical import canonical, sha256
from actionplan.exports.errors import ExportFailed
from actionplan.models import Plan, PlanVersion, Publication, PublishedName, VersionFile, VersionGaps
from actionplan.queries import gaps
from actionplan.services import exporting, numbering
from ulg.caching import revisions
from ulg.models import Membership
from ulg.writing import locks
from ulg.writing.transactions import at_one_moment, atomic

KEPT_FORMATS = (VersionFile.Format.PDF, VersionFile.Format.HTML, VersionFile.Format.JSON)


class PublishedMeanwhile(Exception):
    """Somebody else has published a version since this publisher looked."""

    def __init__(self, version: PlanVersion) -> None:
        super().__init__(str(version))
        self.version = version


class ReasonNeeded(Exception):
    """Something is missing in the version, and nobody has said why everyone should read it all the same."""


@at_one_moment
def publish_version(
    plan: Plan,
    *,
    by: Membership,
    decision: dict[str, Any] | None = None,
    is_public: bool = False,
    reason: str = "",
    seen: int | None = None,
    at: datetime | None = None,
) -> PlanVersion:
    """Freeze the plan as it stands under the next number; `seen` is the last number that the publisher knew of.

    Its files are made by `make_files`, after the transaction: a PDF that fails leaves the version intact.
    """
    plan = Plan.objects.select_related("city").get(pk=plan.pk)
    number = numbering.take_next(plan, PlanVersion)
    last = plan.versions.order_by("-number").first()
    if seen is not None and last and last.number != seen:
        raise PublishedMeanwhile(last)
    version = _freeze(plan, number, last, by=by, decision=decision, at=at or timezone.now())
    PublishedName.objects.bulk_create(
        PublishedName(version=version, membership_id=int(reference.removeprefix("m")), **name)
        for reference, name in people.names(plan).items()
    )
    _note_gaps(version, plan)
    if is_public:
        open_version(version, by=by, reason=reason, at=at)
    revisions.renew(plan)
    return version


def _freeze(
    plan: Plan, number: int, last: PlanVersion | None, *, by: Membership, decision: dict[str, Any] | None, at: datetime
) -> PlanVersion:
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


def _note_gaps(version: PlanVersion, plan: Plan) -> None:
    """Keep beside the version what the plan lacked at this moment; the version itself can never say it later."""
    with translation.override(plan.city.language):
        words = [gap.words for gap in gaps.missing(plan)]
    if words:
        VersionGaps.objects.create(version=version, words=words)


def gaps_of(version: PlanVersion) -> VersionGaps | None:
    """What the version lacks, if anything does."""
    return VersionGaps.objects.filter(version=version).select_related("reason_by__user").first()


@atomic
def open_version(version: PlanVersion, *, by: Membership, reason: str = "", at: datetime | None = None) -> Publication:
    """Let everyone read the version; one in which something is missing needs a reason, which stands on its page."""
    gaps = gaps_of(version)
    if gaps and reason:
        gaps.reason, gaps.reason_by, gaps.reason_at = reason, by, at or timezone.now()
        gaps.save()
    if gaps and not gaps.reason:
        raise ReasonNeeded(str(version))
    publication, _created = Publication.objects.get_or_create(
        version=version, defaults={"opened_by": by, "opened_at": at or timezone.now()}
    )
    return publication


def close_version(version: PlanVersion) -> None:
    """Keep the version to the local group again; it stays as it is."""
    Publication.objects.filter(version=version).delete()


def document(version: PlanVersion) -> dict[str, Any]:
    return json.loads(version.content)


def names(version: PlanVersion) -> people.Names:
    """How each person may be printed in this version today."""
    rows = PublishedName.objects.filter(version=version).order_by("membership")
    return {
        f"m{row.membership_id}": {
            "shown_as": row.shown_as,
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


@atomic
def _store(
    version: PlanVersion, format: str, language: str, content: bytes, printed: people.Names
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


@atomic
def anonymise(membership: Membership) -> None:
    """Take a person's name out of every published version. The versions and their chain stay; files are made again."""
    rows = PublishedName.objects.filter(membership=membership)
    _lock(rows.values_list("version", flat=True))
    changed = rows.exclude(shown_as="anonymous")
    files = VersionFile.objects.filter(version__in=changed.values("version"))
    again = [(each.version, each.format, each.language) for each in files.select_related("version").defer("content")]
    files.delete()
    changed.update(shown_as="anonymous", name="", function="", organisation="")
    on_commit(partial(_make_again, again))


def _make_again(files: Iterable[tuple[PlanVersion, str, str]]) -> None:
    for version, format, language in files:
        try:
            render_file(version, format, language)
        except ExportFailed:  # made on demand, where somebody reads why it fails
            continue


def _lock(versions: Iterable[int]) -> None:
    """Names and files of a version change one at a time."""
    locks.lock(*(PlanVersion(pk=pk) for pk in versions))


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
