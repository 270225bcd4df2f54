"""How every form of a record answers: an unsent text found again, a save, a merge, or both texts side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import copy
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ulg.access import CityRequest
from ulg.forms.revised import RevisedForm
from ulg.models import Revised, UnsentText
from ulg.templatetags.portal import listed
from ulg.views import conflicts, presence, unsent
from ulg.views.unsent import Unsent
from ulg.writing import saving, unsent_texts

Save = Callable[..., saving.Saved | saving.Conflict]

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
    save: Save = saving.save,
    **form_options: Any,
) -> HttpResponse:
    """Show the form of one record, or save it; `done` is where a saved form leads.

    What `save` refuses with a ValidationError stands at the form's fields, as what the form itself refuses.
    """
    done = done or record.get_absolute_url()
    context = {"record": record, **(context or {})}
    if request.method != "POST":
        found = unsent.of_form(request)
        form = form_class(instance=record, initial=_kept(found.chosen, form_class), **form_options)
        return show(request, template, form, found, **context)
    form = form_class(request.POST, instance=copy(record), **form_options)
    if "keep_unsent" in request.POST and keep_unsent(request, capfirst(record.short_name)):
        _tell_notices(request, form)
        return redirect(done)
    outcome = _saved(request, record, form, save) if form.is_valid() else None
    if outcome is None:
        return show(request, template, form, status=422, **context)
    if isinstance(outcome, saving.Conflict):
        return _show_both(request, outcome, form_class, form_options)
    unsent.was_sent(request)
    tell(request, outcome)
    _tell_notices(request, form)
    return redirect(done)


def _saved(
    request: CityRequest, record: Revised, form: RevisedForm, save: Save
) -> saving.Saved | saving.Conflict | None:
    """The outcome, or None with the reason in the form."""
    try:
        return save(record, form.changes, seen=form.seen, by=request.membership)
    except ValidationError as refusal:
        form.add_error(None, refusal)
    except IntegrityError:
        # Somebody else has taken meanwhile what only one may have; the form now finds it and says so
        form.full_clean()
        if form.is_valid():
            raise
    return None


def _kept(text: UnsentText | None, form_class: type[RevisedForm]) -> dict[str, Any]:
    silent = [name for name, field in form_class.base_fields.items() if isinstance(field, SILENT_FIELDS)]
    return unsent_texts.initial(text, silent)


def show(
    request: CityRequest,
    template: str,
    form: RevisedForm,
    found: Unsent | None = None,
    *,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page with a form whose text is kept while it is being written."""
    found = unsent.of_form(request) if found is None else found
    seen = found.chosen.seen_revision if found.chosen else None
    about = about_writing(request, form.instance, request.path, seen=seen)
    return render(request, template, {"form": form, "unsent": found, **about, **context}, status=status)


def about_writing(request: CityRequest, record: Revised, form_url: str, *, seen: int | None) -> dict[str, Any]:
    """What the one who opens a form should know of the others."""
    if record.pk is None:
        return {"writers": [], "writers_words": "", "newer_words": ""}
    writers = unsent_texts.others_writing(by=request.membership, form_url=form_url)
    return {
        "writers": writers,
        "writers_words": presence.writing_here(writers),
        "newer_words": presence.saved_meanwhile(record, seen=seen, reader=request.membership),
    }


def keep_unsent(request: CityRequest, title: str) -> UnsentText | None:
    """Keep a sent form as an unsent text, to be continued later; nothing if it is too long."""
    fields = {name: request.POST.getlist(name) for name in request.POST}
    try:
        text = unsent_texts.keep(
            by=request.membership,
            form_url=request.path,
            page=request.path,
            title=title,
            seen=unsent_texts.seen_in(fields),
            fields=fields,
            origin=unsent.origin(request.POST),
        )
    except unsent_texts.TooMany:
        messages.warning(request, _("You have too many unsent texts to save one more. Send or delete some of them."))
        return None
    except unsent_texts.UnsentTextRefused:
        messages.warning(request, _("The text is too long to be saved as an unsent text."))
        return None
    if "keep_unsent" in request.POST:
        messages.success(request, _("Your text is saved, and only you can see it. It is not in the plan yet."))
    return text


def tell(request: CityRequest, outcome: saving.Saved) -> None:
    """Say what a save did, and whose text it joined."""
    if outcome.merged_with:
        messages.success(request, joined_words(outcome.merged_with, reader=request.membership))
    elif outcome.changed:
        messages.success(request, _("Saved."))
    else:
        messages.info(request, _("Nothing had changed, so nothing was saved."))


def _tell_notices(request: CityRequest, form: RevisedForm) -> None:
    for words in form.notices:
        messages.info(request, str(words))


def joined_words(writers: Iterable[Any], *, reader: Any) -> str:
    others = [writer for writer in writers if writer != reader]
    if not others:
        return _("Saved together with what you wrote in another window in the meantime.")
    return _("Saved together with what %(names)s wrote in the meantime.") % {"names": listed(others)}


def _show_both(
    request: CityRequest, conflict: saving.Conflict, form_class: type[RevisedForm], form_options: dict[str, Any]
) -> HttpResponse:
    """Nothing is saved and nothing lost: both texts, the writer's own is kept as an unsent text too."""
    record = conflict.record
    kept = keep_unsent(request, capfirst(record.short_name))
    form = form_class(instance=record, initial={**conflict.values, "revision": record.revision}, **form_options)
    count = len(conflict.overlaps)
    headline = ngettext("One field was changed by two people", "%(count)s fields were changed by two people", count)
    context = {
        "unsent": unsent.of_form(request),
        "record": record,
        "record_url": record.get_absolute_url() if hasattr(record, "get_absolute_url") else "",
        "form": form,
        "kept": kept,
        "fields": conflicts.fields(conflict),
        "faults": conflict.faults,
        "others": [other for other in conflict.written_by if other != request.membership],
        "headline": headline % {"count": count},
        "is_refused": True,
    }
    return render(request, "ulg/writing/conflict.html", context, status=409)
