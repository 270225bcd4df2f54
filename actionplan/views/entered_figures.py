"""The figures that people enter by hand: each with its page, its form, and a way to remove and restore it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actionplan.forms.entered_figures import EnteredFigureForm
from actionplan.models import EnteredFigure
from actionplan.models.entered_figure import NUMBERS
from actionplan.services import entered_figures
from ulg.access import CityRequest, requires
from ulg.forms.seen import SeenForm
from ulg.roles import Permission
from ulg.views import sending, unsent, writing
from ulg.writing import saving, submissions, unsent_texts


@requires(Permission.VIEW_PLAN)
@require_safe
def figure(request: CityRequest, enteredfigure_id: int) -> HttpResponse:
    """What was entered, with its source and date, and who entered it."""
    found = _find(request, enteredfigure_id)
    words = EnteredFigureForm.Meta.labels
    given = [(words[name], getattr(found, name)) for name in NUMBERS]
    return render(request, "actionplan/entered_figures/show.html", {"record": found, "numbers": given})


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: CityRequest) -> HttpResponse:
    found = unsent.of_form(request)
    initial = {"currency": request.city.currency, **unsent_texts.initial(found.chosen)}
    record = EnteredFigure(city=request.city)
    form = EnteredFigureForm(request.POST if request.method == "POST" else None, instance=record, initial=initial)
    if request.method == "POST" and (made := _added(request, form)):
        messages.success(request, _("%(figure)s has been entered.") % {"figure": made})
        return redirect(_list_url(request))
    status = 422 if form.is_bound else 200
    context = {"cancel_url": _list_url(request)}
    return writing.show(request, "actionplan/entered_figures/add.html", form, found, status=status, **context)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: CityRequest, enteredfigure_id: int) -> HttpResponse:
    record = _find(request, enteredfigure_id)
    return writing.edit(
        request,
        record,
        EnteredFigureForm,
        template="actionplan/entered_figures/edit.html",
        context={"cancel_url": record.get_absolute_url()},
        save=entered_figures.change,
    )


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: CityRequest, enteredfigure_id: int) -> HttpResponse:
    """Ask; then take it out of the tables, into which it can be brought back."""
    record = _find(request, enteredfigure_id)
    if record.removed_at:
        messages.info(request, _("%(figure)s has already been removed.") % {"figure": record})
        return redirect(record)
    status = 200
    if request.method == "POST":
        seen = SeenForm(request.POST).seen
        if seen == record.revision and not _conflicts(entered_figures.remove(record, seen=seen, by=request.membership)):
            words = _("%(figure)s has been removed.") % {"figure": record}
            back = format_html('<a href="{}">{}</a>', record.get_absolute_url(), _("View and restore"))
            messages.success(request, format_html("{} {}", words, back))
            return redirect(_list_url(request))
        messages.warning(request, _("Somebody changed it after you opened this page. Check it again."))
        status = 409
        record = _find(request, enteredfigure_id)
    return render(request, "actionplan/entered_figures/remove.html", {"record": record}, status=status)


@requires(Permission.EDIT_PLAN)
@require_POST
def bring_back(request: CityRequest, enteredfigure_id: int) -> HttpResponse:
    record = _find(request, enteredfigure_id)
    seen = SeenForm(request.POST).seen
    try:
        if _conflicts(entered_figures.bring_back(record, seen=seen, by=request.membership)):
            messages.warning(request, _("Somebody changed it after you opened this page. Check it again."))
        else:
            messages.success(request, _("%(figure)s has been restored.") % {"figure": record})
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
    return redirect(record)


def _find(request: CityRequest, key: int) -> EnteredFigure:
    rows = EnteredFigure.objects.in_city(request.city).select_related("updated_by__user")
    found = get_object_or_404(rows, pk=key)
    found.city = request.city
    return found


def _list_url(request: CityRequest) -> str:
    return reverse("actionplan:figures", args=[request.city.slug])


def _conflicts(outcome: saving.Saved | saving.Conflict) -> bool:
    return isinstance(outcome, saving.Conflict)


def _added(request: CityRequest, form: EnteredFigureForm) -> EnteredFigure | None:
    """What this form adds, or added when it came before; None if it is refused."""
    try:
        return sending.once_if_valid(sending.sent(request), form, _store, request, form)
    except ValidationError as refusal:  # somebody else has just entered the same
        form.add_error("year", refusal)
    except submissions.AlreadySent as earlier:
        made = _find(request, earlier.made)
        if earlier.is_same:
            unsent.was_sent(request)
            return made
        sending.hand_back(form, made, made.get_absolute_url())
    return None


def _store(request: CityRequest, form: Any) -> EnteredFigure:
    unsent.was_sent(request)
    return entered_figures.add(form.instance, by=request.membership)
