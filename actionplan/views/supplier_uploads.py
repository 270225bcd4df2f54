"""A file of suppliers: uploaded, shown as a dry run, and taken when that is confirmed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actionplan.forms.suppliers import SealForm, SupplierFileForm
from actionplan.reference.supplier_words import COLUMN_TITLES, refused_because, said_of
from actionplan.reference.suppliers import Ownership
from actionplan.services import supplier_uploads
from actionplan.services.supplier_uploads import DryRun
from actionplan.suppliers import reading, tables, writing
from actionplan.suppliers.reading import Missing, Sheet
from actionplan.suppliers.tables import Refusal
from ulg import numbers
from ulg.access import CityRequest, requires
from ulg.roles import Permission
from ulg.uploads import takes_files

MOST_LINES = 500


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
@takes_files(lambda: tables.LARGEST)
def upload(request: CityRequest) -> HttpResponse:
    """Ask for a file, read it, and lead to what it would do: nothing is written to the register here."""
    form = SupplierFileForm(request.POST, request.FILES) if request.method == "POST" else SupplierFileForm()
    if form.is_bound and form.is_valid() and (sheet := _read(request, form)):
        supplier_uploads.hold(form.cleaned_data["suppliers"].name, sheet, by=request.membership)
        return redirect("actionplan:supplier-check", request.city.slug)
    context = {"form": form, "columns": COLUMN_TITLES.values(), "classes": Ownership.labels}
    return render(request, "actionplan/suppliers/upload.html", context, status=422 if form.is_bound else 200)


@requires(Permission.EDIT_PLAN)
@require_safe
def template(request: CityRequest) -> HttpResponse:
    """An empty table with the columns that are read."""
    response = HttpResponse(b"".join(writing.lines([COLUMN_TITLES.values()])), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="suppliers.csv"'
    return response


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: CityRequest) -> HttpResponse:
    """The dry run of the file that this person holds, and its button."""
    status, run = 200, None
    if request.method == "POST":
        try:
            if taken := supplier_uploads.take(SealForm(request.POST).seen, by=request.membership):
                messages.success(request, _told(taken))
                return redirect("actionplan:suppliers", request.city.slug)
        except supplier_uploads.ChangedMeanwhile as meanwhile:
            words = _("Nothing has been written: the register or the file has changed. This is what it would do now.")
            messages.warning(request, words)
            status, run = 409, meanwhile.dry_run
    run = run or supplier_uploads.dry_run(by=request.membership)
    if run is None:
        messages.info(request, _("No file is waiting to be confirmed. Upload it again."))
        return redirect("actionplan:supplier-upload", request.city.slug)
    return _show(request, run, status)


@requires(Permission.EDIT_PLAN)
@require_POST
def drop(request: CityRequest) -> HttpResponse:
    """Without confirming: the file is forgotten."""
    supplier_uploads.drop(by=request.membership)
    messages.info(request, _("The file has been dropped. The register is as it was."))
    return redirect(reverse("actionplan:suppliers", args=[request.city.slug]))


def _read(request: CityRequest, form: SupplierFileForm) -> Sheet | None:
    """What the file says; None with the reason in the form."""
    said = form.cleaned_data
    missing = Missing(said["source"], said["source_on"], request.city.country)
    try:
        return reading.read(said["suppliers"], missing)
    except Refusal as refusal:
        form.add_error("suppliers", refused_because(refusal.reason, refusal.about))
        return None


def _told(taken: DryRun) -> str:
    counts = {"created": taken.created, "updated": taken.updated}
    words = _("The register has been updated. New: %(created)s. Changed: %(updated)s.")
    return words % {name: numbers.figure(number, get_language()) for name, number in counts.items()}


def _show(request: CityRequest, run: DryRun, status: int) -> HttpResponse:
    problems = run.sheet.problems
    context = {
        "run": run,
        "problems": [
            (each.row, COLUMN_TITLES[each.column], said_of(each.reason, each.about)) for each in problems[:MOST_LINES]
        ],
        "more_problems": max(len(problems) - MOST_LINES, 0),
        "changes": [(firm, current, Ownership(firm.ownership).label) for firm, current in run.changes],
        "more_changes": run.updated - len(run.changes),
    }
    return render(request, "actionplan/suppliers/check.html", context, status=status)
