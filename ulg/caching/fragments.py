"""Fragments of pages: rendered once, and shown again until something in the city changes.

A fragment belongs to a city as it stands, as far as the marks of its `CityRevision` say that it depends on it, and to a
role, a language and a day; whatever else it depends on is in its name. It is rendered without a person, so that nothing
of one member's can stand on another one's page: the only thing that it knows of the request is `Setting`. What differs
from page to page is a placeholder in it, which `fill` replaces.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
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

SMALL, LARGE = "fragments", "documents"  # the caches of the settings, bounded by the number of fragments
PLAN, PEOPLE, COMMENTS = "value", "people", "comments"  # the marks of a city's revision; PLAN counts the people in
T = TypeVar("T")
Name = tuple[Hashable, ...]


def placeholder(name: str) -> SafeString:
    """Room in a template for what does not keep. No text of a person can be it: that would stand there escaped."""
    return mark_safe(f"<!-- {name} -->")


@dataclass(frozen=True)
class Reader:
    """What a fragment may know of whoever reads it."""

    role: Role

    @property
    def permissions(self) -> set[Permission]:
        return PERMISSIONS[self.role]

    @property
    def get_role_display(self) -> str:
        return str(Role(self.role).label)


@dataclass(frozen=True)
class Setting:
    """Stands for the request in a fragment's template."""

    city: City | None
    membership: Reader | None
    is_known: bool


def cached(
    request: CityRequest,
    *name: Hashable,
    make: Callable[[], T],
    until: Sequence[str] = (PLAN,),
    store: str = SMALL,
) -> T:
    """What is kept under this name until one of these marks of the city is renewed, or what `make` gives."""
    [found] = cached_many(request, [name], lambda _names: [make()], until=until, store=store)
    return found


def cached_many(
    request: CityRequest,
    names: Sequence[Name],
    make: Callable[[list[Name]], Iterable[T]],
    *,
    until: Sequence[str] = (PLAN,),
    store: str = SMALL,
) -> list[T]:
    """What is kept under each name; `make` gives those that are not, in the order that it is asked."""
    root = _root(request, until)
    if root is None:
        return list(make(list(names)))
    keys = {name: f"{root}:{_key(name)}" for name in names}
    found = caches[store].get_many(keys.values())
    if missing := [name for name, key in keys.items() if key not in found]:
        made = {keys[name]: each for name, each in zip(missing, make(missing), strict=True)}
        caches[store].set_many(made)
        found |= made
    return [found[keys[name]] for name in names]


def render(request: CityRequest, template: str, /, **context: Any) -> SafeString:
    """The template filled in without the person who asks; where it has a form, the form's token is a placeholder."""
    seat = getattr(request, "membership", None)
    reader = Reader(seat.role) if seat else None
    user = getattr(request, "user", None)
    setting = Setting(getattr(request, "city", None), reader, bool(user and user.is_authenticated))
    return get_template(template).render({"request": setting, "csrf_token": placeholder("token"), **context})


def fill(html: SafeString, **values: object) -> SafeString:
    """The fragment with each placeholder replaced by its value this time; a function is called where it is needed."""
    for name, value in values.items():
        if (room := placeholder(name)) in html:
            html = html.replace(room, conditional_escape(value() if callable(value) else value))
    return mark_safe(html)


def _root(request: CityRequest, until: Sequence[str]) -> str | None:
    """What all fragments for such readers have in common; none for strangers, nor before anything was saved."""
    if not getattr(request, "membership", None) or not hasattr(request.city, "page_revision"):
        return None
    marks = ":".join(getattr(request.city.page_revision, mark) for mark in until)
    return f"{marks}:{request.membership.role}:{get_language()}:{timezone.localdate():%y%m%d}"


def _key(name: Name) -> str:
    """As short for a long name, such as one that tells each revision of a thread, as for any other."""
    return sha256(repr(name).encode()).hexdigest()
