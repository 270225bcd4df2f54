"""How every form of a record answers: a draft found again, a save, a merge, or both texts side by side."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ulg.access import CityRequest
from ulg.forms.revised import RevisedForm
from ulg.models import Revised
from ulg.services import drafts, saving


def edit(
    request: CityRequest,
    record: Revised,
    form_class: type[RevisedForm],
    *,
    template: str,
    context: dict[str, Any] | None = None,
    done: str | None = None,
    **form_options: Any,
) -> HttpResponse:
    """Show the form of one record, or save it; `done` is where a saved form leads."""
    draft = drafts.find(by=request.membership, action=request.path)
    status = 200
    if request.method == "POST":
        form = form_class(request.POST, instance=copy(record), **form_options)
        if form.is_valid():
            outcome = saving.save(record, form.changes, seen=form.seen, by=request.membership)
            if isinstance(outcome, saving.Conflict):
                return _show_both(request, outcome, form_class, form_options)
            drafts.discard(by=request.membership, action=request.path)
            tell(request, outcome)
            return redirect(done or record.get_absolute_url())
        status = 422
    else:
        form = form_class(instance=record, initial=drafts.initial(draft), **form_options)
    return show(request, template, form, draft=draft, status=status, record=record, **(context or {}))


def show(
    request: CityRequest, template: str, form: RevisedForm, *, draft: Any = None, status: int = 200, **context: Any
) -> HttpResponse:
    """A page with a form whose text is kept while it is being written."""
    writers = [each.author for each in drafts.others_writing(by=request.membership, action=request.path)]
    shown = draft if request.method != "POST" else None
    return render(request, template, {"form": form, "draft": shown, "writers": writers, **context}, status=status)


def tell(request: CityRequest, outcome: saving.Saved) -> None:
    """Say what a save did, and whose text it joined."""
    if outcome.merged_with:
        names = ", ".join(str(other) for other in outcome.merged_with if other != request.membership) or str(
            request.membership
        )
        messages.success(request, _("Saved together with what %(names)s wrote meanwhile.") % {"names": names})
    elif outcome.changed:
        messages.success(request, _("Saved."))
    else:
        messages.info(request, _("Nothing had changed, so nothing was saved."))


def _show_both(
    request: CityRequest, conflict: saving.Conflict, form_class: type[RevisedForm], form_options: dict[str, Any]
) -> HttpResponse:
    record = conflict.record
    drafts.keep(
        by=request.membership,
        action=request.path,
        page=request.path,
        title=capfirst(str(record)),
        seen=record.revision,
        fields={name: request.POST.getlist(name) for name in request.POST},
    )
    form = form_class(instance=record, initial={**conflict.values, "revision": record.revision}, **form_options)
    context = {
        "record": record,
        "form": form,
        "overlaps": conflict.overlaps,
        "written_by": [other for other in conflict.written_by if other != request.membership],
        "headline": ngettext(
            "One part was changed by two people", "%(count)s parts were changed by two people", len(conflict.overlaps)
        )
        % {"count": len(conflict.overlaps)},
    }
    return render(request, "ulg/writing/conflict.html", context, status=409)
