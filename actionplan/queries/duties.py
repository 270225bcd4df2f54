"""What an action still lacks of its six duties, and the field where each is answered."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from actionplan.models import Action
from actionplan.reference.actions import DUTIES

FIELDS = {
    "timing": "starts_on",
    "responsible": "lead",
    "cost": "cost_kind",
    "funding": "funding_source",
    "risk": "risk",
}


@dataclass(frozen=True)
class Missing:
    """A duty without an answer, and the address of its field."""

    duty: str
    words: str
    url: str


@dataclass(frozen=True)
class Readiness:
    """How many of an action's duties are answered, and which are not."""

    action: Action
    missing: tuple[Missing, ...]

    @property
    def total(self) -> int:
        return len(DUTIES)

    @property
    def answered(self) -> int:
        return self.total - len(self.missing)

    @property
    def lacks(self) -> set[str]:
        return {each.duty for each in self.missing}


def readiness(action: Action, *, has_indicator: bool) -> Readiness:
    words = dict(DUTIES)
    duties = action.missing_duties(has_indicator=has_indicator)
    return Readiness(action, tuple(Missing(duty, str(words[duty]), _field_url(action, duty)) for duty in duties))


def _field_url(action: Action, duty: str) -> str:
    slug = action.plan.city.slug
    if duty == "indicator":
        return reverse("actionplan:indicator-add", args=[slug]) + f"?action={action.pk}"
    field = "ends_on" if duty == "timing" and action.starts_on else FIELDS[duty]
    if duty == "cost" and action.cost_kind:
        field = "cost_amount"
    if duty == "funding" and action.funding_source:
        field = "funding_status"
    return reverse("actionplan:action-edit", args=[slug, action.pk]) + f"#id_{field}"
