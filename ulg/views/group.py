from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ulg.access import CityRequest, requires
from ulg.forms.filters import FilterForm
from ulg.paging import page_of
from ulg.roles import Permission
from ulg.services import group as group_service


@requires(Permission.VIEW_PLAN)
@require_safe
def group(request: CityRequest) -> HttpResponse:
    asked = FilterForm(request.GET)
    page = page_of(request, group_service.members(request.city, asked.sought, reader=request.membership))
    context = {
        "filter": asked,
        "page": page,
        "members": group_service.members(request.city).count() if asked.sought else page.paginator.count,
        "sectors": group_service.sector_counts(request.city),
    }
    return render(request, "ulg/group/group.html", context)


@requires(Permission.MANAGE_GROUP)
@require_safe
def former(request: CityRequest) -> HttpResponse:
    asked = FilterForm(request.GET)
    page = page_of(request, group_service.former_members(request.city, asked.sought, reader=request.membership))
    return render(request, "ulg/group/former.html", {"filter": asked, "page": page})
