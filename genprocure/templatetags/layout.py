"""What surrounds every page: its head, the masthead with the menu, the foot."""

from __future__ import annotations

from functools import partial

from django import template
from django.middleware.csrf import get_token
from django.template.context import Context
from django.utils.safestring import SafeString

from genprocure.menu import main_menu, place_in_menu
from ulg.access import CityRequest
from ulg.caching import fragments
from ulg.caching.fragments import PEOPLE

register = template.Library()


@register.simple_tag(takes_context=True)
def part(context: Context, template: str) -> SafeString:
    """A part of every page, such as its masthead, in which only the person, the address and forms' tokens differ.

    It also stands on pages that say what went wrong, some of which know of no request.
    """
    request: CityRequest = context.get("request") or CityRequest()
    known = {name: context.get(name) for name in ("is_demo", "languages")}

    def make() -> SafeString:
        placeholders = {
            "person": fragments.placeholder("person"),
            "person_key": fragments.placeholder("person key"),
            "address": fragments.placeholder("address"),
        }
        return fragments.render(request, template, menu=main_menu(request), **known, **placeholders)

    html = fragments.cached(request, template, *place_in_menu(request), make=make, until=(PEOPLE,))
    person = getattr(request, "user", None)
    who = {"person": person or "", "person key": getattr(person, "pk", "")}
    token = context.get("csrf_token") or partial(get_token, request)
    return fragments.fill(html, address=request.get_full_path, token=token, **who)
