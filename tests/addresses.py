"""Every address of the portal, read from the URL configuration, so that a new page cannot be forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    name: str
    parts: tuple[str, ...]
    view: Callable

    @property
    def is_of_city(self) -> bool:
        return "city" in self.parts

    def __str__(self) -> str:
        return self.name


def addresses() -> list[Address]:
    return list(_walk(get_resolver(), "", ()))


def city_addresses() -> list[Address]:
    return [address for address in addresses() if address.is_of_city]


def _walk(resolver: URLResolver, prefix: str, parts: tuple[str, ...]) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        named = (*parts, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLPattern):
            assert pattern.name, f"The address {prefix}{pattern.pattern} has no name. Give it one in its urls file."
            yield Address(f"{prefix}{pattern.name}", named, pattern.callback)
        else:
            namespace = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from _walk(pattern, f"{prefix}{namespace}", named)
