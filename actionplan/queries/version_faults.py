"""Whether every published version is still as it was published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from actionplan.document.canonical import sha256
from actionplan.exports.formats import JSON
from actionplan.models import PlanVersion, VersionFile


@dataclass(frozen=True)
class Fault:
    """Something about a published version that cannot be as it was published."""

    city: str
    number: int
    words: str

    def __str__(self) -> str:
        return _("%(city)s, version %(number)s: %(words)s") % vars(self)


def find() -> list[Fault]:
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
        frozen = version.document.content
        stated = (frozen["version"]["number"], (frozen["version"]["previous"] or {"sha256": ""})["sha256"])
        is_canonical = version.document.text == version.content
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
        if not is_whole or (file.format == JSON.name and content != version.content.encode()):
            words = _("its %(format)s file is not the one that was made") % {"format": file.format.upper()}
            faults.append(Fault(version.plan.city.slug, version.number, words))
    return faults
