"""The register of suppliers, for those who edit the plan: docs/decisions/supplier-register.md says why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from actionplan.forms.suppliers import SupplierFilter, SupplierForm
from actionplan.models import Supplier
from actionplan.queries import women_owned
from actionplan.reference.supplier_words import COLUMN_TITLES
from actionplan.services import suppliers as services
from actionplan.suppliers import writing as files
from ulg.access import CityRequest, requires
from ulg.forms.seen import SeenForm
from ulg.paging import page_of
from ulg.roles import Permission
from ulg.views import sending
from ulg.writing import submissions


@requires(Permission.EDIT_PLAN)
@require_safe
def suppliers(request: CityRequest) -> HttpResponse:
    asked = SupplierFilter(request.GET)
    rows = Supplier.objects.in_city(request.city)
    counts = women_owned.firms(request.city)
    context = {
        "filter": asked,
        "page": page_of(request, asked.narrow_by(rows, "ownership")),
        "firms": counts.items(),
        "total": sum(counts.values()),
    }
    return render(request, "actionplan/suppliers/list.html", context)


@requires(Permission.EDIT_PLAN)
@require_safe
def download(request: CityRequest) -> HttpResponse:
    """The register as a file that can be uploaded again."""
    response = HttpResponse(files.lines(_table(request)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{request.city.slug}-suppliers.csv"'
    return response


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: CityRequest) -> HttpResponse:
    posted = request.POST if request.method == "POST" else None
    form = SupplierForm(posted, instance=Supplier(city=request.city))
    if request.method == "POST" and (made := _added(request, form)):
        messages.success(request, _("%(name)s has been added.") % {"name": made})
        return redirect(_list_url(request))
    return _show(request, form, status=422 if form.is_bound else 200)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: CityRequest, supplier_id: int) -> HttpResponse:
    found = _find(request, supplier_id)
    form = SupplierForm(request.POST if request.method == "POST" else None, instance=found)
    if request.method != "POST" or not form.is_valid():
        return _show(request, form, status=422 if form.is_bound else 200)
    try:
        services.change(_find(request, supplier_id), form.changes, seen=form.seen, by=request.membership)
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return _show(request, form, status=422)
    except services.ChangedMeanwhile as meanwhile:
        return _show_both(request, form, meanwhile.supplier)
    messages.success(request, _("Saved."))
    return redirect(_list_url(request))


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: CityRequest, supplier_id: int) -> HttpResponse:
    """Asked once: nothing of the firm is kept."""
    found = _find(request, supplier_id)
    status = 200
    if request.method == "POST":
        try:
            services.remove(found, seen=SeenForm(request.POST).seen)
        except services.ChangedMeanwhile:
            messages.warning(request, _("Somebody changed it after you opened this page. Check it again."))
            found, status = _find(request, supplier_id), 409
        else:
            messages.success(request, _("%(name)s has been removed from the register.") % {"name": found})
            return redirect(_list_url(request))
    return render(request, "actionplan/suppliers/remove.html", {"supplier": found}, status=status)


def _find(request: CityRequest, key: int) -> Supplier:
    found = get_object_or_404(Supplier.objects.in_city(request.city), pk=key)
    found.city = request.city
    return found


def _list_url(request: CityRequest) -> str:
    return reverse("actionplan:suppliers", args=[request.city.slug])


def _show(request: CityRequest, form: SupplierForm, *, status: int) -> HttpResponse:
    context = {"form": form, "supplier": form.instance if form.instance.pk else None}
    return render(request, "actionplan/suppliers/supplier.html", context, status=status)


def _show_both(request: CityRequest, form: SupplierForm, current: Supplier | None) -> HttpResponse:
    """What was written stays in the form, and says what stands now; sent again, it takes its place."""
    if current is None:
        messages.warning(request, _("Somebody has removed the firm in the meantime. Nothing was saved."))
        return redirect(_list_url(request))
    words = _("Somebody has changed this firm in the meantime. It now says: %(stands)s. Check it, and save again.")
    stands = ", ".join([current.shown_number, current.name, current.get_ownership_display()])
    form.add_error(None, words % {"stands": stands})
    form.data["revision"] = str(current.revision)
    return _show(request, form, status=409)


def _added(request: CityRequest, form: SupplierForm) -> Supplier | None:
    """What this form adds, or added when it came before; None if it is refused."""
    try:
        return sending.once_if_valid(sending.sent(request), form, _store, request, form)
    except ValidationError as refusal:
        form.add_error(None, refusal)
    except submissions.AlreadySent as earlier:
        made = _find(request, earlier.made)
        if earlier.is_same:
            return made
        sending.hand_back(form, made, reverse("actionplan:supplier-edit", args=[request.city.slug, made.pk]))
    return None


def _store(request: CityRequest, form: Any) -> Supplier:
    return services.add(form.instance, by=request.membership)


def _table(request: CityRequest) -> Iterator[list[object]]:
    """In the columns that a file is read by."""
    yield [*COLUMN_TITLES.values()]
    rows = Supplier.objects.in_city(request.city).defer("search_text")
    for row in rows.iterator(chunk_size=1000):
        ownership = row.get_ownership_display()
        yield [row.shown_number, row.name, ownership, row.source, row.source_on.isoformat()]
