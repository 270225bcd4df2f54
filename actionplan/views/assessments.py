"""The assessment as the front of the baseline: read, opened, given one more statement, closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from actionplan.forms.assessments import AssessmentForm, StatementForm
from actionplan.models import Answer, Assessment, Plan
from actionplan.models.assessment import IS_CLOSED
from actionplan.queries import assessment as assessment_query
from actionplan.queries import assessment_chart
from actionplan.services import assessments
from ulg import confirmation
from ulg.access import CityRequest, Refused, Way, requires
from ulg.forms.revised import RevisedForm
from ulg.forms.seen import SeenForm
from ulg.models import Revised
from ulg.roles import Permission
from ulg.views import sending, unsent, writing
from ulg.writing import saving, submissions, unsent_texts


@requires(Permission.VIEW_PLAN)
@require_safe
def baseline(request: CityRequest) -> HttpResponse:
    """The newest assessment, or what to do where there is none."""
    every = _every(request)
    if every:
        return _show(request, every, every[-1])
    return render(request, "actionplan/assessments/none.html")


@requires(Permission.VIEW_PLAN)
@require_safe
def assessment(request: CityRequest, number: int) -> HttpResponse:
    every = _every(request)
    for each in every:
        if each.number == number:
            return _show(request, every, each)
    raise Http404("The city has no such assessment.")


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: CityRequest) -> HttpResponse:
    """Open the start, or a follow-up of what is closed."""
    plan = get_object_or_404(Plan.objects.in_city(request.city).select_related("city"))
    last = plan.assessments.last()
    if last and last.is_open and request.method != "POST":
        words = _("An assessment is open already. Close it before you open a follow-up.")
        messages.info(request, words)
        return redirect(last)
    with translation.override(request.city.language):
        title = pgettext("assessment", "Follow-up") if last else pgettext("assessment", "Start")
    context = {"last": last, "cancel_url": reverse("actionplan:baseline", args=[request.city.slug])}
    form_of = _form_of(AssessmentForm, Assessment(plan=plan), {"title": title})
    return _add(request, "actionplan/assessments/add.html", form_of, _open, context)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def add_statement(request: CityRequest, number: int) -> HttpResponse:
    found = _find(request, number)
    refuse_closed(request, found)
    form_of = _form_of(StatementForm, Answer(plan=found.plan, assessment=found))
    context = {"assessment": found, "cancel_url": found.get_absolute_url()}
    return _add(request, "actionplan/assessments/add_statement.html", form_of, _store_statement, context)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: CityRequest, number: int) -> HttpResponse:
    found = _find(request, number)
    refuse_closed(request, found)
    context = {"assessment": found, "cancel_url": found.get_absolute_url()}
    template = "actionplan/assessments/edit.html"
    return writing.edit(
        request, found, AssessmentForm, template=template, context=context, save=assessments.change_assessment
    )


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: CityRequest, number: int) -> HttpResponse:
    """Asked once more, with what would stay without an answer: a closed assessment is never opened again."""
    found = _find(request, number)
    refuse_closed(request, found)
    seen = SeenForm(request.POST).seen
    if confirmation.is_confirmed(request, seen):
        if not isinstance(assessments.close(found, seen=seen, by=request.membership), saving.Conflict):
            messages.success(request, _("The assessment is closed. Nothing in it changes from now on."))
            return redirect(found)
        messages.warning(request, _("Somebody changed it after you opened this page. Check it again."))
        found = _find(request, number)
    context = {"assessment": found, "sheet": assessment_query.read(found, None)}
    return render(request, "actionplan/assessments/close.html", context, status=confirmation.asking_status(request))


def refuse_closed(request: CityRequest, found: Assessment) -> None:
    """Say why nothing can be changed, with what was sent, so that nothing typed is lost."""
    if not found.is_open:
        texts = [request.POST.get(name, "").strip() for name in ("evidence", "title", "left_out_reason")]
        way = Way(_("To the assessment"), found.get_absolute_url())
        raise Refused(str(IS_CLOSED), way, unsent=[text for text in texts if text])


def _every(request: CityRequest) -> list[Assessment]:
    found = list(Assessment.objects.in_city(request.city).select_related("plan", "closed_by__user"))
    for each in found:
        each.plan.city = request.city
    return found


def _find(request: CityRequest, number: int) -> Assessment:
    rows = Assessment.objects.in_city(request.city).select_related("plan__city")
    return get_object_or_404(rows, number=number)


def _show(request: CityRequest, every: list[Assessment], shown: Assessment) -> HttpResponse:
    sheet = assessment_query.read(shown, every[0])
    context = {
        "every": every,
        "assessment": shown,
        "sheet": sheet,
        "chart": assessment_chart.draw(sheet),
        "is_newest": shown == every[-1],
    }
    return render(request, "actionplan/assessments/show.html", context)


def _form_of(
    form_class: type[RevisedForm], record: Revised, initial: dict[str, Any] | None = None
) -> Callable[..., RevisedForm]:
    """A form for a new record: with what was sent, or with what somebody has written in it and not sent."""

    def made(sent: Any, kept: dict[str, Any]) -> RevisedForm:
        return form_class(sent, instance=record, initial={**(initial or {}), **kept})

    return made


def _add(
    request: CityRequest,
    template: str,
    form_of: Callable[..., RevisedForm],
    store: Callable[[CityRequest, Any], Revised],
    context: dict[str, Any],
) -> HttpResponse:
    found = unsent.of_form(request)
    form = form_of(request.POST if request.method == "POST" else None, unsent_texts.initial(found.chosen))
    if request.method == "POST" and (made := _added(request, form, store)):
        return redirect(made)
    return writing.show(request, template, form, found, status=422 if form.is_bound else 200, **context)


def _added(request: CityRequest, form: RevisedForm, store: Callable[[CityRequest, Any], Revised]) -> Revised | None:
    """What this form adds, or added when it came before; None if it is refused."""
    try:
        return sending.once_if_valid(sending.sent(request), form, store, request, form)
    except ValidationError as refusal:
        form.add_error(None, refusal)
    except submissions.AlreadySent as earlier:
        rows = type(form.instance).objects.in_city(request.city).select_related("plan__city")
        made = get_object_or_404(rows, pk=earlier.made)
        if earlier.is_same:
            unsent.was_sent(request)
            return made
        sending.hand_back(form, made, made.get_absolute_url())
    return None


def _open(request: CityRequest, form: AssessmentForm) -> Assessment:
    unsent.was_sent(request)
    return assessments.open_assessment(form.instance.plan, **form.changes, by=request.membership)


def _store_statement(request: CityRequest, form: StatementForm) -> Answer:
    unsent.was_sent(request)
    said = {name: form.cleaned_data[name] for name in ("dimension", "title")}
    return assessments.add_statement(form.instance.assessment, **said, by=request.membership)
