"""Who may open the pages of a city."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django_htmx.middleware import HtmxDetails

from ulg.models import City, Membership, UnsentText, User
from ulg.roles import Permission

View = Callable[..., HttpResponseBase]


class OpenRequest(HttpRequest):
    """A request to a page of a city that anybody may read: whoever is no member in it has no membership."""

    city: City
    membership: Membership | None
    htmx: HtmxDetails


class CityRequest(OpenRequest):
    """A request to a page of a city, with the city and the membership of the person who asks."""

    user: User
    membership: Membership


Front = Callable[[OpenRequest, str], HttpResponse | None]


class NoSeat(Http404):
    """There is no such city, or the person is no member in it: the answer does not say which."""


class NotPermitted(PermissionDenied):
    """The person is a member in the city, but their role lacks this permission."""

    def __init__(self, permission: Permission) -> None:
        super().__init__(permission.label)
        self.permission = permission


@dataclass(frozen=True)
class Way:
    """Where somebody who was refused can go on."""

    words: str
    url: str


class Refused(PermissionDenied):
    """The person's role would allow it, but a rule about this very record does not: which one, and what to do instead.

    `unsent` is what they had written, to be copied from the page that refuses it.
    """

    def __init__(self, words: str, *ways: Way, unsent: Sequence[str] = ()) -> None:
        super().__init__(words)
        self.words = words
        self.ways = ways
        self.unsent = unsent


def requires(permission: Permission) -> Callable[[View], View]:
    """Open the view to members of the city who have the permission: strangers get 404, others 403."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: CityRequest, city: str, **kwargs: Any) -> HttpResponseBase:
            request.membership = seat(request.user, city)
            request.city = request.membership.city
            if permission not in request.membership.permissions:
                raise NotPermitted(permission)
            with timezone.override(request.city.time_zone):
                response = view(request, **kwargs)
            if not response.has_header("Cache-Control"):
                # Not even the browser keeps it: the way back would show an old text in a form, or somebody else's page
                add_never_cache_headers(response)
            return response

        guarded.permission = permission  # type: ignore[attr-defined]  # a view says who may open it
        return guarded

    return decorate


def open_to_all(view: View) -> View:
    """A city page that anybody may read, with or without a login."""

    @wraps(view)
    def opened(request: OpenRequest, city: str, **kwargs: Any) -> HttpResponseBase:
        request.city = get_object_or_404(City, slug=city)
        request.membership = None
        if request.user.is_authenticated:
            request.membership = _seat(request.user, city=request.city)
        with timezone.override(request.city.time_zone):
            response = view(request, **kwargs)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)  # the page names whoever is logged in
        return response

    opened.permission = None  # type: ignore[attr-defined]  # a view says who may open it
    return login_not_required(opened)


def or_for_others(front: Front) -> Callable[[View], View]:
    """Show whoever is no member in the city another page in place of the view's, where `front` has one for them.

    `front` gives None for an unknown city and for one that has nothing to show: both answer as any page of a city does.
    """

    def decorate(guarded: View) -> View:
        @wraps(guarded)
        def opened(request: OpenRequest, city: str, **kwargs: Any) -> HttpResponseBase:
            try:
                if request.user.is_authenticated:
                    return guarded(request, city, **kwargs)
            except NoSeat:
                if response := _front(request, city):
                    return response
                raise
            return _front(request, city) or redirect_to_login(request.get_full_path())

        return login_not_required(opened)

    def _front(request: OpenRequest, city: str) -> HttpResponse | None:
        request.membership = None
        response = front(request, city) if request.method in ("GET", "HEAD") else None
        if response is not None:
            add_never_cache_headers(response)  # a version can be closed, and whoever logs in sees another page
        return response

    return decorate


def seat(user: User, slug: str) -> Membership:
    membership = _seat(user, city__slug=slug)
    if membership is None:
        raise NoSeat("No such city, or no seat in it.")
    return membership


def _seat(user: User, **city: Any) -> Membership | None:
    """The person's seat; read for every page, so with no more than every page needs."""
    seats = Membership.objects.current().filter(user=user, **city).select_related("city__page_revision", "visit")
    unsent = UnsentText.objects.filter(author=OuterRef("pk"))
    seats = seats.annotate(has_unsent=Exists(unsent))  # type: ignore[no-redef]  # in place of one more query
    for membership in seats.order_by():  # one at most: nobody has two in a city
        membership.user = user
        return membership
    return None
