"""The kinds of records, for what holds for every one of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from actionplan.models import Action, Barrier, Finding, Indicator, Objective, Plan, Record, Solution
from tests import factories
from tests.factories import MembershipFactory
from ulg.models import City, Membership
from ulg.roles import Role

STAFF = {Role.EDITOR, Role.COORDINATOR}
CONTRIBUTORS = STAFF | {Role.MEMBER}


@dataclass(frozen=True)
class Kind:
    """One kind of record, the page that lists it, who may add it, and what a form of it posts."""

    model: type
    list_name: str
    may_add: set[Role]
    posted: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.model._meta.model_name

    def make(self, **fields: Any) -> Any:
        return getattr(factories, f"{self.model.__name__}Factory")(**fields)

    def form(self, plan: Plan, **values: Any) -> dict[str, Any]:
        posted = {"title": "A new title", **self.posted, **values}
        if self.model is Solution:
            posted["barriers"] = [factories.BarrierFactory(plan=plan).pk]
        return posted


KINDS = [
    Kind(Finding, "findings", STAFF),
    Kind(Barrier, "barriers", CONTRIBUTORS, {"category": "law", "status": "raised"}),
    Kind(Solution, "solutions", CONTRIBUTORS, {"solution_type": "policy", "status": "proposed"}),
    Kind(Objective, "actions", STAFF),
    Kind(Action, "actions", STAFF, {"status": "idea"}),
    Kind(Indicator, "actions", STAFF),
]
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
each_role = pytest.mark.parametrize("role", Role)


def url(record: Record, verb: str = "", city: City | None = None) -> str:
    name = f"{record.kind}-{verb}" if verb else record.kind
    return reverse(f"actionplan:{name}", args=[(city or record.plan.city).slug, record.pk])


def add_url(kind: Kind, city: City) -> str:
    return reverse(f"actionplan:{kind.name}-add", args=[city.slug])


def list_url(kind: Kind, city: City) -> str:
    return reverse(f"actionplan:{kind.list_name}", args=[city.slug])


def log_in(client: Client, city: City, role: Role = Role.EDITOR) -> Membership:
    seat = MembershipFactory(city=city, role=role)
    client.force_login(seat.user)
    return seat
