"""Publishing: the plan frozen under the next number, opened to everyone or not, and its files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from django.db.transaction import on_commit
from django.utils import timezone, translation

from actionplan.document import people, snapshot
from actionplan.document.canonical import canonical, sha256
from actionplan.exports import formats
from actionplan.exports.errors import ExportFailed
from actionplan.exports.formats import FORMATS, Format
from actionplan.models import Plan, PlanVersion, Publication, PublishedName, VersionFile, VersionGaps
from actionplan.queries import gaps
from actionplan.queries.versions import gaps_of, names_of
from actionplan.services import numbering
from ulg.caching import revisions
from ulg.models import Deed, Event, Membership
from ulg.writing import locks
from ulg.writing.transactions import at_one_moment, atomic


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
    at = at or timezone.now()
    version = _freeze(plan, number, last, by=by, decision=decision, at=at)
    Event.store(version, Deed.PUBLISHED, city=plan.city, by=by, at=at)
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
    previous = None
    if last:
        day = last.document.content["version"]["date"]
        previous = {"number": last.number, "date": day, "sha256": last.sha256}
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


@atomic
def open_version(version: PlanVersion, *, by: Membership, reason: str = "", at: datetime | None = None) -> Publication:
    """Let everyone read the version; one in which something is missing needs a reason, which stands on its page."""
    gaps = gaps_of(version)
    if gaps and reason:
        gaps.reason, gaps.reason_by, gaps.reason_at = reason, by, at or timezone.now()
        gaps.save()
    if gaps and not gaps.reason:
        raise ReasonNeeded(str(version))
    at = at or timezone.now()
    publication, is_new = Publication.objects.get_or_create(
        version=version, defaults={"opened_by": by, "opened_at": at}
    )
    if is_new:
        Event.store(version, Deed.OPENED, city=version.plan.city, by=by, at=at)
    return publication


@atomic
def close_version(version: PlanVersion, *, by: Membership) -> None:
    """Keep the version to the local group again; it stays as it is."""
    deleted, _of_which = Publication.objects.filter(version=version).delete()
    if deleted:
        Event.store(version, Deed.CLOSED, city=version.plan.city, by=by, at=timezone.now())


def make_files(version: PlanVersion) -> list[ExportFailed]:
    """Every file that the version keeps, in the plan's language, and why those that failed did."""
    failures = []
    for format in formats.kept():
        try:
            render_file(version, format)
        except ExportFailed as failure:
            failures.append(failure)
    return failures


def render_file(version: PlanVersion, format: Format, language: str | None = None) -> VersionFile:
    """The file; one that is kept is made once and then the same bytes for everyone. Raises ExportFailed."""
    language = format.language(version.document, language)
    if not format.is_kept:
        return _rendered(version, format, language, names_of(version))
    existing = VersionFile.objects.filter(version=version, format=format.name, language=language).first()
    return existing or _make(version, format, language)


def _make(version: PlanVersion, format: Format, language: str) -> VersionFile:
    while True:
        printed = names_of(version)
        if made := _keep(_rendered(version, format, language, printed), printed):
            return made


def _rendered(version: PlanVersion, format: Format, language: str, printed: people.Names) -> VersionFile:
    content = format.render(version.document, printed, language)
    digest = hashlib.sha256(content).hexdigest()
    return VersionFile(version=version, format=format.name, language=language, content=content, sha256=digest)


@atomic
def _keep(file: VersionFile, printed: people.Names) -> VersionFile | None:
    """The file as it is kept, unless somebody was erased while it was being made."""
    _lock([file.version_id])
    if names_of(file.version) != printed:
        return None
    kept, _created = VersionFile.objects.get_or_create(
        version=file.version,
        format=file.format,
        language=file.language,
        defaults={"content": file.content, "sha256": file.sha256},
    )
    return kept


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
            render_file(version, FORMATS[format], language)
        except ExportFailed:  # made on demand, where somebody reads why it fails
            continue


def _lock(versions: Iterable[int]) -> None:
    """Names and files of a version change one at a time."""
    locks.lock(*(PlanVersion(pk=pk) for pk in versions))
