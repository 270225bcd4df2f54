"""How every form of a record answers: a draft found again, a save, a merge, or both texts side by side."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ulg.access import CityRequest
from ulg.forms.revised import RevisedForm
from ulg.models import Draft, Revised
from ulg.services import drafts, saving
from ulg.templatetags.portal import listed
from ulg.views import conflicts, presence

# A browser sends nothing for these where nothing is chosen
SILENT_FIELDS = (forms.BooleanField, forms.MultipleChoiceField, forms.ModelMultipleChoiceField)


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
    done = done or record.get_absolute_url()
    context = {"record": record, **(context or {})}
    if request.method != "POST":
        draft = drafts.find(by=request.membership, action=request.path)
        form = form_class(instance=record, initial=_kept(draft, form_class), **form_options)
        return show(request, template, form, draft=draft, **context)
    if "keep_draft" in request.POST and keep_draft(request, capfirst(str(record))):
        return redirect(done)
    form = form_class(request.POST, instance=copy(record), **form_options)
    if not form.is_valid():
        return show(request, template, form, status=422, **context)
    outcome = saving.save(record, form.changes, seen=form.seen, by=request.membership)
    if isinstance(outcome, saving.Conflict):
        return _show_both(request, outcome, form_class, form_options)
    drafts.discard(by=request.membership, action=request.path)
    tell(request, outcome)
    return redirect(done)


def _kept(draft: Draft | None, form_class: type[RevisedForm]) -> dict[str, Any]:
    silent = [name for name, field in form_class.base_fields.items() if isinstance(field, SILENT_FIELDS)]
    return drafts.initial(draft, silent)


def show(
    request: CityRequest, template: str, form: RevisedForm, *, draft: Any = None, status: int = 200, **context: Any
) -> HttpResponse:
    """A page with a form whose text is kept while it is being written; what was sent just now needs no draft."""
    draft = None if request.method == "POST" else draft
    about = about_writing(request, form.instance, request.path, seen=draft.seen_revision if draft else None)
    return render(request, template, {"form": form, "draft": draft, **about, **context}, status=status)


def about_writing(request: CityRequest, record: Revised, action: str, *, seen: int | None) -> dict[str, Any]:
    """What the one who opens a form should know of the others."""
    if record.pk is None:
        return {"writers": [], "writers_words": "", "newer_words": ""}
    writers = [draft.author for draft in drafts.others_writing(by=request.membership, action=action)]
    return {
        "writers": writers,
        "writers_words": presence.writing_here(writers),
        "newer_words": presence.saved_meanwhile(record, seen=seen, reader=request.membership),
    }


def keep_draft(request: CityRequest, title: str) -> Draft | None:
    """Keep a sent form as a draft, for its writer said that she will go on later; nothing if it is too long."""
    fields = {name: request.POST.getlist(name) for name in request.POST}
    try:
        draft = drafts.keep(
            by=request.membership,
            action=request.path,
            page=request.path,
            title=title,
            seen=drafts.seen_in(fields),
            fields=fields,
        )
    except drafts.DraftRefused:
        messages.warning(request, _("The text is too long to be kept as a draft."))
        return None
    if "keep_draft" in request.POST:
        messages.success(request, _("Your text is kept as a draft that only you see. It is not in the plan yet."))
    return draft


def tell(request: CityRequest, outcome: saving.Saved) -> None:
    """Say what a save did, and whose text it joined."""
    if outcome.merged_with:
        messages.success(request, joined_words(outcome.merged_with, reader=request.membership))
    elif outcome.changed:
        messages.success(request, _("Saved."))
    else:
        messages.info(request, _("Nothing had changed, so nothing was saved."))


def joined_words(writers: Iterable[Any], *, reader: Any) -> str:
    others = [writer for writer in writers if writer != reader]
    if not others:
        return _("Saved together with what you wrote in another window meanwhile.")
    return _("Saved together with what %(names)s wrote meanwhile.") % {"names": listed(others)}


def _show_both(
    request: CityRequest, conflict: saving.Conflict, form_class: type[RevisedForm], form_options: dict[str, Any]
) -> HttpResponse:
    """Nothing is saved and nothing lost: both texts, the writer's own kept as her draft too."""
    record = conflict.record
    draft = keep_draft(request, capfirst(str(record)))
    form = form_class(instance=record, initial={**conflict.values, "revision": record.revision}, **form_options)
    count = len(conflict.overlaps)
    headline = ngettext("One field was changed by two people", "%(count)s fields were changed by two people", count)
    context = {
        "record": record,
        "record_url": record.get_absolute_url() if hasattr(record, "get_absolute_url") else "",
        "form": form,
        "kept": draft,
        "fields": conflicts.fields(conflict),
        "faults": conflict.faults,
        "others": [other for other in conflict.written_by if other != request.membership],
        "headline": headline % {"count": count},
    }
    return render(request, "ulg/writing/conflict.html", context, status=409)
