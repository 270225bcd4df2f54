"""The cities as the portal's front page shows them: mine, and those with a published plan."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from actionplan.models import PlanVersion, Record, Section
from ulg.models import Membership, User


def seats(user: User) -> QuerySet[Membership]:
    """The person's seats, each with how far its city's plan has come."""
    done = Count("pk", filter=Q(status="done"))
    begun = Count("pk", filter=~Q(status="not_started"))
    versions = PlanVersion.objects.filter(plan__city=OuterRef("city")).order_by("-number")
    return (
        Membership.objects.current()
        .filter(user=user)
        .select_related("city", "organisation")
        .annotate(
            sections=_of_city(Section, Count("pk")),
            sections_done=_of_city(Section, done),
            sections_begun=_of_city(Section, begun),
            version=Subquery(versions.values("number")[:1]),
            version_at=Subquery(versions.values("published_at")[:1]),
            changed_at=Coalesce(_of_city(Record, Max("updated_at")), F("city__updated_at")),
        )
        .order_by("city__name")
    )


def published() -> QuerySet[PlanVersion, Any]:
    """The cities that have opened a version of their plan to everyone, with the newest such version."""
    return (
        PlanVersion.objects.public()
        .order_by("plan__city__name")
        .values(name=F("plan__city__name"), slug=F("plan__city__slug"), language=F("plan__city__language"))
        .annotate(number=Max("number"), at=Max("published_at"))
    )


def _of_city(model: type[Record], figure: Any) -> Subquery:
    rows = model.objects.filter(plan__city=OuterRef("city")).order_by().values("plan").annotate(figure=figure)
    return Subquery(rows.values("figure"))
