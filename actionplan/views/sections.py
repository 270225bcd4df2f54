"""One section of the plan: read with its comments, written, marked as done."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from actionplan.forms.sections import PastedForm, SectionForm, SectionStatusForm
from actionplan.models import Section
from actionplan.queries.attachments import files_of
from actionplan.queries.comments import Topic
from actionplan.reference.outline import NUMBERS, PARTS, WRITTEN
from actionplan.views import attachments, comments
from ulg.access import CityRequest, requires
from ulg.roles import Permission
from ulg.views import writing
from ulg.writing import history, unsent_texts

WRONG = 422


@requires(Permission.VIEW_PLAN)
def section(request: CityRequest, key: str) -> HttpResponse:
    record = _find(request, key)
    edit_url = reverse("actionplan:section-edit", args=[request.city.slug, key])
    may_edit = Permission.EDIT_PLAN in request.membership.permissions
    context = {
        "section": record,
        "merge": history.last_merge(record),
        "may_edit": may_edit,
        "status_form": SectionStatusForm(instance=record),
        **_neighbours(key),
        **attachments.panel(files_of(record.pk), may_change=may_edit),
        **comments.panel(request, Topic.of(record)),
        **_writing(request, record, edit_url),
    }
    return render(request, "actionplan/plan/section.html", context)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "POST"])
def edit(request: CityRequest, key: str) -> HttpResponse:
    """On its own page, or opened in its place in the plan, where it leads back to."""
    record = _find(request, key)
    is_swapped = bool(request.htmx)
    is_in_place = is_swapped or "in_plan" in request.POST
    plan_url = f"{reverse('actionplan:plan', args=[request.city.slug])}#{key}"
    return writing.edit(
        request,
        record,
        SectionForm,
        template=f"actionplan/plan/{'_edit_section' if is_swapped else 'edit_section'}.html",
        context={"section": record, "is_in_place": is_in_place, "plan_url": plan_url},
        done=plan_url if is_in_place else None,
        auto_id=f"{key}-%s" if is_swapped else "id_%s",  # several may be open in the plan at once
    )


@requires(Permission.EDIT_PLAN)
@require_POST
def pasted(request: CityRequest) -> HttpResponse:
    """What was copied from another program as a section would hold it, for the editor to put in."""
    form = PastedForm(request.POST)
    return JsonResponse(form.found if form.is_valid() else {}, status=200 if form.is_valid() else WRONG)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "POST"])
def status(request: CityRequest, key: str) -> HttpResponse:
    """How far the section has come, without opening its text."""
    record = _find(request, key)
    return writing.edit(
        request, record, SectionStatusForm, template="actionplan/plan/section_status.html", context={"section": record}
    )


def _find(request: CityRequest, key: str) -> Section:
    if key not in WRITTEN:
        raise Http404("The outline has no such section.")
    found = Section.objects.in_city(request.city).select_related("plan__city", "updated_by__user")
    return get_object_or_404(found, code=key)


def _writing(request: CityRequest, record: Section, form_url: str) -> dict[str, Any]:
    """Who else is writing in this section, and the reader's own unsent text."""
    if Permission.EDIT_PLAN not in request.membership.permissions:
        return {}
    about = writing.about_writing(request, record, form_url, seen=None)
    return {**about, "own_unsent": unsent_texts.of_form(by=request.membership, form_url=form_url).first()}


def _neighbours(key: str) -> dict[str, Any]:
    """The sections before and after this one."""
    place = WRITTEN.index(key)
    named = {"before": WRITTEN[place - 1 : place], "after": WRITTEN[place + 1 : place + 2]}
    return {name: {"key": found[0], "title": _title(found[0])} if found else None for name, found in named.items()}


def _title(key: str) -> str:
    return f"{NUMBERS[key]} {PARTS[key].title}".strip()
