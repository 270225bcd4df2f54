"""A member's own details: of their membership in this city, and of their account."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from ulg.access import CityRequest, requires
from ulg.caching import revisions
from ulg.forms.members import MeForm, PersonForm
from ulg.roles import Permission
from ulg.views import unsent, writing
from ulg.writing import unsent_texts


@requires(Permission.VIEW_PLAN)
def me(request: CityRequest) -> HttpResponse:
    done = reverse("ulg:me", args=[request.city.slug])
    return writing.edit(request, request.membership, MeForm, template="ulg/group/me.html", done=done)


@requires(Permission.VIEW_PLAN)
def person(request: CityRequest) -> HttpResponse:
    found = unsent.of_form(request)
    values = request.POST if request.method == "POST" else None
    form = PersonForm(values, instance=request.user, initial=unsent_texts.initial(found.chosen))
    if request.method == "POST" and form.is_valid():
        form.save()
        unsent.was_sent(request)
        revisions.renew_all_of(request.user)
        translation.activate(request.user.language or request.LANGUAGE_CODE)
        messages.success(request, _("Saved."))
        return redirect("ulg:me", request.city.slug)
    context = {"form": form, "unsent": found}
    return render(request, "ulg/group/person.html", context, status=422 if form.errors else 200)
