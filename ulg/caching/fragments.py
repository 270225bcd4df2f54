"""Fragments of pages: rendered once, and shown again until something in the city changes.

A fragment is cached for one revision of the parts of a city that it shows (`CityRevision`), for a role, a language and
a day; whatever else it depends on is in its name. It is rendered without a person, so that nothing of one member's can
stand on another one's page: all that it knows of the request is `FragmentRequest`. What differs from page to page is a
placeholder in it, which `fill` replaces.
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
PLAN, PEOPLE, COMMENTS = "plan", "people", "comments"  # the parts of a city; a change of its people is one of its plan
T = TypeVar("T")
Name = tuple[Hashable, ...]


def placeholder(name: str) -> SafeString:
    """A place in a template for what is not cached. No text of a person can be one: it would stand there escaped."""
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
class FragmentRequest:
    """The `request` of a fragment's template."""

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
    """What is cached under this name while these parts of the city stay as they are, else what `make` gives."""
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
    """What is cached under each name; `make` gives the others, in the order of their names."""
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
    known = FragmentRequest(getattr(request, "city", None), reader, bool(user and user.is_authenticated))
    return mark_safe(get_template(template).render({"request": known, "csrf_token": placeholder("token"), **context}))


def fill(html: SafeString, **values: Any) -> SafeString:
    """The fragment with each placeholder replaced by its value this time; a function is called where it is needed."""
    filled: str = html
    for name, value in values.items():
        if (place := placeholder(name)) in filled:
            filled = filled.replace(place, conditional_escape(value() if callable(value) else value))
    return mark_safe(filled)


def _root(request: CityRequest, until: Sequence[str]) -> str | None:
    """What all fragments for such readers have in common; none for strangers, nor before anything was saved."""
    if not getattr(request, "membership", None) or not hasattr(request.city, "page_revision"):
        return None
    revisions = ":".join(getattr(request.city.page_revision, part) for part in until)
    return f"{revisions}:{request.membership.role}:{get_language()}:{timezone.localdate():%y%m%d}"


def _key(name: Name) -> str:
    """As short for a long name, such as one with each revision of a comment and its replies, as for any other."""
    return sha256(repr(name).encode()).hexdigest()
