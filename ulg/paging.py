"""Long lists, a page at a time."""

from __future__ import annotations

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

A_PAGE = 25


def page_of(request: HttpRequest, rows: QuerySet | list, *, name: str = "page") -> Page:
    """The page that the address asks for, or the nearest there is."""
    return Paginator(rows, A_PAGE).get_page(request.GET.get(name))
