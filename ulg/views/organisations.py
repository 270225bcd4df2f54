from __future__ import annotations

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ulg.access import CityRequest, requires
from ulg.forms.organisations import OrganisationForm
from ulg.models import Organisation
from ulg.paging import page_of
from ulg.roles import Permission
from ulg.services import organisations as the_organisations
from ulg.views import writing


@requires(Permission.VIEW_PLAN)
@require_safe
def organisations(request: CityRequest) -> HttpResponse:
    seats = Count("memberships", filter=Q(memberships__ended_at=None))
    rows = Organisation.objects.in_city(request.city).annotate(seats=seats).order_by("name")
    page = page_of(request, rows)
    return render(request, "ulg/group/organisations.html", {"page": page})


@requires(Permission.MANAGE_GROUP)
def add(request: CityRequest) -> HttpResponse:
    form = OrganisationForm(
        request.POST if request.method == "POST" else None, instance=Organisation(city=request.city)
    )
    if request.method == "POST" and form.is_valid():
        added = the_organisations.add_organisation(request.city, **form.cleaned_data, by=request.membership)
        messages.success(request, _("%(name)s is in the list.") % {"name": added})
        return redirect("ulg:organisations", request.city.slug)
    return render(request, "ulg/group/organisation.html", {"form": form}, status=422 if form.errors else 200)


@requires(Permission.MANAGE_GROUP)
def organisation(request: CityRequest, organisation_id: int) -> HttpResponse:
    record = get_object_or_404(Organisation.objects.in_city(request.city).select_related("city"), pk=organisation_id)
    done = reverse("ulg:organisations", args=[request.city.slug])
    return writing.edit(request, record, OrganisationForm, template="ulg/group/organisation.html", done=done)
