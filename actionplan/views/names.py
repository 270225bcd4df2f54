"""How a person stands in what is already published, and the way out of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from actionplan.models import PublishedName
from actionplan.services import versions
from ulg import confirmation
from ulg.access import CityRequest, requires
from ulg.roles import Permission


@requires(Permission.VIEW_PLAN)
@require_http_methods(["GET", "POST"])
def my_name(request: CityRequest) -> HttpResponse:
    """Ask, then take my name out of every version of this city's plan."""
    if confirmation.is_confirmed(request):
        versions.anonymise(request.membership)
        messages.success(request, _("Your name no longer appears in any published version."))
        return redirect("actionplan:my-name", request.city.slug)
    rows = (
        PublishedName.objects.filter(membership=request.membership).select_related("version").defer("version__content")
    )
    context = {"rows": rows.order_by("-version__number")}
    return render(request, "actionplan/versions/my_name.html", context, status=confirmation.asking_status(request))
