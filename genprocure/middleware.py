"""What stands before every page: requests that are too large or that no database could keep, and a database that lets
people wait."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict, UnreadablePostError
from django.urls import Resolver404, resolve

from genprocure import outage
from genprocure.views import errors
from ulg import uploads

# The headers in which a browser names a page
ADDRESSES = ("HTTP_REFERER", "HTTP_ORIGIN", "HTTP_HX_CURRENT_URL")

A_PIECE = 65_536
MOST_PASSED_OVER = 1_000_000_000  # bytes

Respond = Callable[[HttpRequest], HttpResponse]

# NUL, which PostgreSQL refuses in any text, and halves of characters, which are no Unicode text
UNREADABLE = re.compile("[\0\ud800-\udfff]")


class RequestSizeMiddleware:
    """A form with more in it than its page takes is refused before it is read, with a page that says how much that is.

    What was sent is passed over all the same, as far as a limit: a browser that is cut off shows no page at all.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and request.content_type == "multipart/form-data":
            most = uploads.most_bytes(_view_of(request))
            if _length(request) > most + uploads.BESIDE_FILES:
                _pass_over(request)
                return errors.too_large(request, most)
        return self.get_response(request)


class ReadableRequestMiddleware:
    """One rule for everything that is sent: what is unreadable is taken out of texts and refused anywhere else.

    A text may have been pasted, and whoever wrote it is not to lose it. A name, a cookie, a header, an address or a
    character set that no page and no browser of ours sends is answered with 400, before anything looks at it.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        _refuse_wrong_headers(request)
        _refuse(request.path_info, *request.COOKIES, *request.COOKIES.values(), *_headers(request))
        request.GET = _readable(request.GET)
        if request.method == "POST":
            request.POST = _readable(_posted(request))
            _refuse(*request.FILES, *(file.name or "" for _name, files in request.FILES.lists() for file in files))
        return self.get_response(request)


class DatabaseOutageMiddleware:
    """While the database lets every new connection wait in vain, nobody waits: the answer comes at once."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return errors.service_unavailable(request) if outage.goes_on() else self.get_response(request)


def _view_of(request: HttpRequest) -> Callable[..., Any] | None:
    try:
        return resolve(request.path_info).func
    except Resolver404:
        return None


def _length(request: HttpRequest) -> int:
    """How many bytes are said to come; one that is no number is refused later on."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _pass_over(request: HttpRequest) -> None:
    left = MOST_PASSED_OVER
    with suppress(UnreadablePostError):
        while left > 0 and (piece := request.read(A_PIECE)):
            left -= len(piece)


def _headers(request: HttpRequest) -> Iterable[str]:
    return (value for name, value in request.META.items() if name.startswith("HTTP_") and isinstance(value, str))


def _refuse_wrong_headers(request: HttpRequest) -> None:
    """A length that is no number, a page that is at no address, and a character set that no form of ours is in."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    charset = (request.content_params or {}).get("charset", "utf-8")
    if not (length.isascii() and length.isdecimal()) or charset.lower() not in ("utf-8", "utf8"):
        request.encoding = None  # type: ignore[assignment]  # else the page that says so would be read in it
        raise BadRequest(f"Length {length!a} or character set {charset!a}.")
    for name in ADDRESSES:
        try:
            urlsplit(request.META.get(name, ""))
        except ValueError as error:
            raise BadRequest(f"{name} is no address.") from error


def _refuse(*texts: str) -> None:
    if any(map(UNREADABLE.search, texts)):
        raise BadRequest("What was sent holds characters that are no text.")


def _posted(request: HttpRequest) -> QueryDict:
    try:
        return request.POST
    except UnreadablePostError as error:
        raise BadRequest("What was sent did not arrive whole.") from error


def _readable(sent: QueryDict) -> Any:  # to Django's types, what is immutable is another class
    """The same without what is unreadable in its texts; names are ours, so a wrong one is refused."""
    _refuse(*sent)
    if not any(UNREADABLE.search(value) for _name, values in sent.lists() for value in values):
        return sent
    clean = sent.copy()
    for name, values in sent.lists():
        clean.setlist(name, [UNREADABLE.sub("", value) for value in values])
    clean._mutable = False
    return clean
