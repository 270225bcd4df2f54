"""The main menu: the pages of a city that it leads to, and which of them the reader is on."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy

from ulg.access import CityRequest

OVERVIEW = "actionplan:overview"
MAIN_MENU = [
    (OVERVIEW, gettext_lazy("Overview")),
    ("actionplan:baseline", gettext_lazy("Baseline")),
    ("ulg:group", gettext_lazy("Local group")),
    ("actionplan:barriers", gettext_lazy("Barriers")),
    ("actionplan:solutions", gettext_lazy("Solutions")),
    ("actionplan:actions", gettext_lazy("Actions")),
    ("actionplan:plan", gettext_lazy("Plan")),
]


@dataclass(frozen=True)
class MenuItem:
    """`current` is what `aria-current` says: "page" on the page itself, "true" on the pages below it."""

    title: str
    url: str
    current: str


def main_menu(request: CityRequest) -> list[MenuItem]:
    """The items for a member of the city; none for others."""
    if not getattr(request, "membership", None):
        return []
    found = []
    for name, title in MAIN_MENU:
        url = reverse(name, args=[request.city.slug])
        is_below = name != OVERVIEW and request.path.startswith(url)
        found.append(MenuItem(str(title), url, "page" if request.path == url else "true" if is_below else ""))
    return found


def place_in_menu(request: CityRequest) -> tuple[str, bool]:
    """The first part of the page's address below its city, and whether the page is that part's own."""
    inside = request.path.split("/")[2:]
    return inside[0] if inside else "", len(inside) < 3
