from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ulg.access import CityRequest, requires
from ulg.forms.filters import FilterForm
from ulg.forms.organisations import OrganisationForm
from ulg.models import Organisation
from ulg.paging import page_of
from ulg.roles import Permission
from ulg.services import group as group_service
from ulg.services import organisations as organisation_service
from ulg.views import sending, unsent, writing
from ulg.writing import submissions, unsent_texts


@requires(Permission.VIEW_PLAN)
@require_safe
def organisations(request: CityRequest) -> HttpResponse:
    asked = FilterForm(request.GET)
    page = page_of(request, group_service.organisations(request.city, asked.sought))
    return render(request, "ulg/group/organisations.html", {"filter": asked, "page": page})


@requires(Permission.MANAGE_GROUP)
def add(request: CityRequest) -> HttpResponse:
    found = unsent.of_form(request)
    values = request.POST if request.method == "POST" else None
    form = OrganisationForm(
        values, instance=Organisation(city=request.city), initial=unsent_texts.initial(found.chosen)
    )
    if request.method == "POST" and (added := _added(request, form)):
        messages.success(request, _("%(name)s has been added.") % {"name": added})
        return redirect("ulg:organisations", request.city.slug)
    context = {"form": form, "unsent": found}
    return render(request, "ulg/group/organisation.html", context, status=422 if form.errors else 200)


@requires(Permission.MANAGE_GROUP)
def organisation(request: CityRequest, organisation_id: int) -> HttpResponse:
    record = get_object_or_404(Organisation.objects.in_city(request.city).select_related("city"), pk=organisation_id)
    done = reverse("ulg:organisations", args=[request.city.slug])
    return writing.edit(request, record, OrganisationForm, template="ulg/group/organisation.html", done=done)


def _added(request: CityRequest, form: OrganisationForm) -> Organisation | None:
    """The organisation that this form adds, or added when it came before; None if the form is refused."""
    try:
        return sending.once_if_valid(sending.sent(request), form, _add, request, form)
    except submissions.AlreadySent as earlier:
        made = get_object_or_404(Organisation.objects.in_city(request.city), pk=earlier.made)
        if earlier.is_same:
            unsent.was_sent(request)
            return made
        sending.hand_back(form, made, reverse("ulg:organisation", args=[request.city.slug, made.pk]))
        return None


def _add(request: CityRequest, form: OrganisationForm) -> Organisation:
    unsent.was_sent(request)
    return organisation_service.add_organisation(request.city, **form.cleaned_data, by=request.membership)
