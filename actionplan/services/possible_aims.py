"""Whether a lot whose texts speak of gender equality aims at it is decided by people, and never counted in a share."""

from __future__ import annotations

from django.utils import timezone

from actionplan.models import AimDecision, ProcedureLot
from ulg.models import City, Membership
from ulg.writing import locks
from ulg.writing.transactions import atomic


class Overtaken(Exception):
    """Somebody has decided about the lot meanwhile, or an import has changed its words or its codes."""


@atomic
def decide(
    city: City, procedure: str, lot: str, *, decision: str, reason: str, seen: int, words: str, by: Membership
) -> AimDecision:
    """Confirm or dismiss a lot; `seen` is the number of the latest decision, and `words` what it is about."""
    locks.lock(city)  # an import makes the lots anew
    rows = ProcedureLot.objects.in_city(city).filter(procedure__identifier=procedure, identifier=lot)
    about = {"procedure": procedure, "lot": lot}
    latest = AimDecision.objects.in_city(city).filter(**about).last()
    if (latest.number if latest else 0) != seen or not rows.filter(words_sha256=words).exclude(possible="").exists():
        raise Overtaken
    rows.update(possible=decision)
    return AimDecision.objects.create(
        city=city,
        **about,
        number=seen + 1,
        decision=decision,
        reason=reason,
        words_sha256=words,
        decided_by=by,
        decided_at=timezone.now(),
    )
