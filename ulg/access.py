"""The door of every city page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django_htmx.middleware import HtmxDetails

from ulg.models import City, Membership, User
from ulg.roles import Permission

View = Callable[..., HttpResponse]


class CityRequest(HttpRequest):
    """A request that has passed the door: the city and the seat of the person who asks."""

    user: User
    city: City
    membership: Membership
    htmx: HtmxDetails


class NotPermitted(PermissionDenied):
    """The person has a seat in the city, but her role lacks this permission."""

    def __init__(self, permission: Permission) -> None:
        super().__init__(permission.label)
        self.permission = permission


def requires(permission: Permission) -> Callable[[View], View]:
    """Open the view to members of the city who have the permission: strangers get 404, others 403."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: CityRequest, city: str, **kwargs: Any) -> HttpResponse:
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

        guarded.permission = permission
        return guarded

    return decorate


def open_to_all(view: View) -> View:
    """A city page that anybody may read, with or without a login."""

    @wraps(view)
    def opened(request: CityRequest, city: str, **kwargs: Any) -> HttpResponse:
        request.city = get_object_or_404(City, slug=city)
        request.membership = None
        if request.user.is_authenticated:
            request.membership = _seat(request.user, city=request.city)
        with timezone.override(request.city.time_zone):
            return view(request, **kwargs)

    opened.permission = None
    return login_not_required(opened)


def seat(user: User, slug: str) -> Membership:
    membership = _seat(user, city__slug=slug)
    if membership is None:
        raise Http404("No such city, or no seat in it.")
    return membership


def _seat(user: User, **city: Any) -> Membership | None:
    """The person's seat; read for every page, so with no more than every page needs."""
    seats = Membership.objects.current().filter(user=user, **city).select_related("city__stamp")
    for membership in seats.order_by():  # one at most: nobody has two in a city
        membership.user = user
        return membership
    return None
