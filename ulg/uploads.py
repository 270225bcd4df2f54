"""How much one request may hold: a form with files says so on its view, and nothing else takes as much."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpResponseBase

View = Callable[..., HttpResponseBase]
BESIDE_FILES = 1_000_000  # bytes for the words of the form and what parts them


def takes_files(most: Callable[[], int]) -> Callable[[View], View]:
    """The view's form takes files of so many bytes together; `most` is asked anew for each request."""

    def decorate(view: View) -> View:
        view.most_bytes_of_files = most  # type: ignore[attr-defined]  # read by `most_bytes`
        return view

    return decorate


def most_bytes(view: Callable[..., Any] | None) -> int:
    """Of the files in a request to the view; with its words it may have `BESIDE_FILES` more."""
    most = getattr(view, "most_bytes_of_files", None)
    return most() if most else settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
