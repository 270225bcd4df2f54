"""One statement of an assessment: read with what is said about it, answered, and scored by each member."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from actionplan.forms.assessments import AnswerForm, OwnScoreForm
from actionplan.models import Answer, Finding, OwnScore
from actionplan.queries import assessment as assessment_query
from actionplan.queries.assessment import Spread
from actionplan.queries.attachments import files_of
from actionplan.queries.comments import Topic
from actionplan.services import assessments
from actionplan.views import attachments, comments
from actionplan.views.assessments import refuse_closed
from ulg.access import CityRequest, requires
from ulg.roles import Permission
from ulg.views import sending, writing
from ulg.writing import submissions


@requires(Permission.VIEW_PLAN)
@require_safe
def answer(request: CityRequest, answer_id: int) -> HttpResponse:
    record = _find(request, answer_id)
    may_change = record.assessment.is_open and Permission.EDIT_PLAN in request.membership.permissions
    own = OwnScore.objects.filter(answer=record, by=request.membership).first()
    context = {
        "record": record,
        "own": own,
        "own_score_form": OwnScoreForm(initial={"score": own.score if own else None}),
        "own_score_key": uuid4(),
        "findings": Finding.objects.current().filter(answer=record),
        **_beside(record),
        **attachments.panel(files_of(record.pk), may_change=may_change),
        **comments.panel(request, Topic.of(record)),
    }
    return render(request, "actionplan/answers/show.html", context)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: CityRequest, answer_id: int) -> HttpResponse:
    record = _find(request, answer_id)
    refuse_closed(request, record.assessment)
    return writing.edit(
        request,
        record,
        AnswerForm,
        template="actionplan/answers/edit.html",
        context=_beside(record),
        done=_next(record) if "next" in request.POST else _place(record),
        save=assessments.answer,
    )


@requires(Permission.CONTRIBUTE)
@require_http_methods(["GET", "HEAD", "POST"])
def own_score(request: CityRequest, answer_id: int) -> HttpResponse:
    """What one member finds; the last score counts, and a form that arrives twice is taken once."""
    record = _find(request, answer_id)
    refuse_closed(request, record.assessment)
    form = OwnScoreForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _is_given(request, record, form):
        messages.success(request, _("Your score is saved. You can change it until the assessment is closed."))
        return redirect(f"{record.get_absolute_url()}#own-score")
    context = {"record": record, "form": form, "own_score_form": form, "own_score_key": uuid4()}
    return render(request, "actionplan/answers/own_score.html", context, status=422 if form.is_bound else 200)


def _is_given(request: CityRequest, record: Answer, form: OwnScoreForm) -> bool:
    """Whether the score stands, from this form or from the same one before."""
    give = partial(assessments.give_own_score, record, by=request.membership)
    try:
        submissions.once(sending.sent(request), give, form.cleaned_data["score"])
    except submissions.AlreadySent:
        return True
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    return True


def _find(request: CityRequest, answer_id: int) -> Answer:
    rows = Answer.objects.in_city(request.city).current()
    found = get_object_or_404(rows.select_related("plan", "assessment__closed_by", "updated_by__user"), pk=answer_id)
    found.plan.city = request.city
    found.assessment.plan = found.plan
    return found


def _beside(record: Answer) -> dict[str, Any]:
    """What helps to answer: what was answered at the start, and what members say."""
    start = Answer.objects.filter(plan=record.plan, assessment__number=1, statement=record.statement)
    return {
        "start": None if record.assessment.is_start else start.select_related("assessment").first(),
        "spread": assessment_query.spreads_of([record.pk]).get(record.pk, Spread()),
    }


def _place(record: Answer) -> str:
    """Where it stands in the assessment."""
    return f"{record.assessment.get_absolute_url()}#statement-{record.pk}"


def _next(record: Answer) -> str:
    """The form of the next statement that has no answer yet; where there is none, the assessment."""
    following = assessment_query.next_missing(record)
    if following is None:
        return _place(record)
    url = reverse("actionplan:answer-edit", args=[record.plan.city.slug, following.pk])
    return f"{url}#main"  # a keyboard goes on there, past the masthead
