"""Pieces of pages: drawn once, and shown again until something in the city changes.

A piece belongs to a city as it stands (`Stamp`), and to a role, a language and a day; whatever else it depends on is
in its name. It is drawn without a person, so that nothing of one member's can stand on another one's page: the only
thing that it knows of the request is `Setting`. What differs from page to page is a mark in it, which `fill` replaces.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.cache import caches
from django.template.loader import get_template
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from ulg.access import CityRequest
from ulg.models import City
from ulg.roles import PERMISSIONS, Permission, Role

SMALL, LARGE = "pieces", "documents"  # the caches of the settings, bounded by the number of pieces
T = TypeVar("T")
Name = tuple[Hashable, ...]


def mark(name: str) -> SafeString:
    """Room in a template for what does not keep. No text of a person can be it: that would stand there escaped."""
    return mark_safe(f"<!-- {name} -->")


@dataclass(frozen=True)
class Reader:
    """What a piece may know of whoever reads it."""

    role: Role

    @property
    def permissions(self) -> set[Permission]:
        return PERMISSIONS[self.role]

    @property
    def get_role_display(self) -> str:
        return str(Role(self.role).label)


@dataclass(frozen=True)
class Setting:
    """Stands for the request in a piece's template."""

    city: City | None
    membership: Reader | None
    is_known: bool


def piece(request: CityRequest, *name: Hashable, make: Callable[[], T], store: str = SMALL) -> T:
    """What is kept under this name, or what `make` gives."""
    [found] = pieces(request, [name], lambda _names: [make()], store=store)
    return found


def pieces(
    request: CityRequest, names: Sequence[Name], make: Callable[[list[Name]], Iterable[T]], *, store: str = SMALL
) -> list[T]:
    """What is kept under each name; `make` gives those that are not, in the order that it is asked."""
    root = _root(request)
    if root is None:
        return list(make(list(names)))
    keys = {name: f"{root}:{_key(name)}" for name in names}
    found = caches[store].get_many(keys.values())
    if missing := [name for name, key in keys.items() if key not in found]:
        made = {keys[name]: each for name, each in zip(missing, make(missing), strict=True)}
        caches[store].set_many(made)
        found |= made
    return [found[keys[name]] for name in names]


def draw(request: CityRequest, template: str, /, **context: Any) -> SafeString:
    """The template filled in without the person who asks; where it has a form, the form's token is a mark."""
    seat = getattr(request, "membership", None)
    reader = Reader(seat.role) if seat else None
    user = getattr(request, "user", None)
    setting = Setting(getattr(request, "city", None), reader, bool(user and user.is_authenticated))
    return get_template(template).render({"request": setting, "csrf_token": mark("token"), **context})


def fill(html: SafeString, **values: object) -> SafeString:
    """The piece with each mark replaced by what stands there this time."""
    for name, value in values.items():
        html = html.replace(mark(name), conditional_escape(value))
    return mark_safe(html)


def _root(request: CityRequest) -> str | None:
    """What all pieces for readers like this one have in common; none for strangers, nor before anything was saved."""
    if not getattr(request, "membership", None) or not hasattr(request.city, "stamp"):
        return None
    stamp = request.city.stamp
    return f"{stamp.value}:{request.membership.role}:{get_language()}:{timezone.localdate():%y%m%d}"


def _key(name: Name) -> str:
    return "-".join(map(str, name))
