from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from actionplan.queries.search import search as find
from ulg.access import CityRequest, requires
from ulg.forms.filters import FilterForm
from ulg.roles import Permission


@requires(Permission.VIEW_PLAN)
@require_safe
def search(request: CityRequest) -> HttpResponse:
    asked = FilterForm(request.GET)
    results = None
    if asked.sought:
        results = find(request.city, asked.sought, request.GET.get("page"), reader=request.membership)
    return render(request, "actionplan/search/search.html", {"filter": asked, "results": results})
