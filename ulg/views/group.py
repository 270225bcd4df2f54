from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ulg.access import CityRequest, requires
from ulg.models.invitation import VALID_FOR
from ulg.roles import Permission
from ulg.services import group as the_group

A_PAGE = 25


@requires(Permission.VIEW_PLAN)
@require_safe
def group(request: CityRequest) -> HttpResponse:
    page = Paginator(the_group.members(request.city), A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "sectors": the_group.sector_counts(request.city), "valid_days": VALID_FOR.days}
    return render(request, "ulg/group/group.html", context)


@requires(Permission.MANAGE_GROUP)
@require_safe
def former(request: CityRequest) -> HttpResponse:
    page = Paginator(the_group.former_members(request.city), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "ulg/group/former.html", {"page": page})
