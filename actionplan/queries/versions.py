"""What belongs to one published version: the names printed in it, what it lacked."""

from __future__ import annotations

from actionplan.document.people import Names
from actionplan.models import PlanVersion, PublishedName, VersionGaps


def names_of(version: PlanVersion) -> Names:
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


def gaps_of(version: PlanVersion) -> VersionGaps | None:
    """What the version lacks, if anything does."""
    return VersionGaps.objects.filter(version=version).select_related("reason_by__user").first()
