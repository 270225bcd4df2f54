from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from ulg.access import CityRequest, requires
from ulg.forms.cities import CityForm
from ulg.roles import Permission
from ulg.views import writing


@requires(Permission.MANAGE_GROUP)
def city(request: CityRequest) -> HttpResponse:
    done = reverse("ulg:city", args=[request.city.slug])
    return writing.edit(request, request.city, CityForm, template="ulg/group/city.html", done=done)
