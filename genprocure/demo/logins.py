from __future__ import annotations

from django.conf import settings

from ulg.models import Membership

ADDRESSES = ["karin@example.org", "anna@example.org", "yusuf@example.org", "birgitta@example.org"]


def people() -> list[Membership]:
    """Whom one may be in the demo with one click: one person of Umeå for each role."""
    seats = Membership.objects.current().filter(city__slug="umea", user__email__in=ADDRESSES)
    return sorted(seats.select_related("user", "city"), key=lambda seat: ADDRESSES.index(seat.user.email))


def offered() -> list[Membership]:
    """The people to choose from on a page: none outside the demo."""
    return people() if settings.IS_DEMO else []
