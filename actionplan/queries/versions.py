"""What belongs to one published version: its document, the names printed in it, what it lacked."""

from __future__ import annotations

import json
from typing import Any

from actionplan.document.people import Names
from actionplan.models import PlanVersion, PublishedName, VersionGaps


def document_of(version: PlanVersion) -> dict[str, Any]:
    return json.loads(version.content)


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
