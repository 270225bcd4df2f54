"""The files of a record: added, downloaded, removed and restored by whoever may change the record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actionplan.forms.attachments import AttachmentForm
from actionplan.models import Answer, Attachment, Record
from actionplan.queries.attachments import Files
from actionplan.services import attachments, corrections, virus_scan
from actionplan.views.assessments import refuse_closed
from actionplan.views.correcting import refuse_to_correct
from ulg.access import CityRequest, requires
from ulg.forms.seen import SeenForm
from ulg.languages import sentence
from ulg.roles import Permission
from ulg.uploads import takes_files
from ulg.views import sending
from ulg.writing import saving, submissions
from ulg.writing.submissions import Sent

Outcome = saving.Saved | saving.Conflict
Change = Callable[..., Outcome]
UNAVAILABLE = 503
NOTHING_MAY_RUN = "default-src 'none'; sandbox"  # whatever a browser might still make of the file


def panel(files: Files, *, may_change: bool) -> dict[str, Any]:
    """What `_files.html` shows below a record."""
    return {"files": files, "may_change_files": may_change}


@requires(Permission.VIEW_PLAN)
@require_safe
def attachment(request: CityRequest, attachment_id: int) -> HttpResponseBase:
    """Downloaded, and never shown by our own pages; one that was removed by those alone who may restore it."""
    found = _find(request, attachment_id)
    if found.removed_at and not _may_change(request, found.record):
        raise Http404("The file has been removed.")
    try:
        content = found.file.open("rb")
    except OSError as error:
        status = 404 if isinstance(error, FileNotFoundError) else UNAVAILABLE
        context = {"attachment": found, "record": found.record}
        return render(request, "actionplan/attachments/unavailable.html", context, status=status)
    response = FileResponse(content, as_attachment=True, filename=found.name, content_type=found.media_type)
    response["Content-Security-Policy"] = NOTHING_MAY_RUN
    response["Content-Encoding"] = "identity"  # packed already, as nearly all such files are
    return response


@requires(Permission.CONTRIBUTE)
@require_http_methods(["GET", "HEAD", "POST"])
@takes_files(lambda: settings.ATTACHMENT_MAX_BYTES)
def add(request: CityRequest, kind: str, record_id: int) -> HttpResponse:
    record = _record(request, kind, record_id)
    _refuse_to_change(request, record)
    new = Attachment(record=record)
    if request.method != "POST":
        return _show(request, record, AttachmentForm(instance=new))
    form = AttachmentForm(request.POST, request.FILES, instance=new)
    status = 422
    try:
        if form.is_valid() and (added := _added(request, form)):
            _say_added(request, form, added)
            return redirect(added)
    except (virus_scan.ScannerUnavailable, attachments.StorageUnavailable):
        form.add_error("file", _("The file could not be checked or stored just now. Try again later."))
        status = UNAVAILABLE
    return _show(request, record, form, status=status)


@requires(Permission.CONTRIBUTE)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: CityRequest, attachment_id: int) -> HttpResponse:
    """Ask; then take the file off the page, from where it can be brought back."""
    found = _find(request, attachment_id)
    _refuse_to_change(request, found.record)
    if found.removed_at:
        words = _("The file %(name)s has already been removed.")
        messages.info(request, sentence(words, request.city.language, name=found))
        return redirect(_place(found.record))
    status = 200
    if request.method == "POST":
        seen = SeenForm(request.POST).seen
        if seen == found.revision and _is_saved(_carried_out(request, attachments.remove, found, seen)):
            words = _("The file %(name)s has been removed. You can restore it below.")
            messages.success(request, sentence(words, request.city.language, name=found))
            return redirect(_place(found.record))
        messages.warning(request, _("Somebody changed it after you opened this page. Check it again."))
        status = 409
        found = _find(request, attachment_id)
    context = {"attachment": found, "record": found.record}
    return render(request, "actionplan/attachments/remove.html", context, status=status)


@requires(Permission.CONTRIBUTE)
@require_POST
def bring_back(request: CityRequest, attachment_id: int) -> HttpResponse:
    found = _find(request, attachment_id)
    _refuse_to_change(request, found.record)
    try:
        outcome = _carried_out(request, attachments.bring_back, found, SeenForm(request.POST).seen)
    except attachments.TooMany:
        messages.error(request, _too_many())
        return redirect(_place(found.record))
    if _is_saved(outcome):
        words = _("The file %(name)s has been restored.")
        messages.success(request, sentence(words, request.city.language, name=found))
    else:
        messages.warning(request, _("Somebody changed it after you opened this page. Check it again."))
    return redirect(found)


def _added(request: CityRequest, form: AttachmentForm) -> Attachment | None:
    """The new file, or the one that this form added before; None with the reason in the form."""
    sent = _sent(request, form)
    try:
        submissions.check(sent)
        with attachments.stored(form.instance, form.content):
            return submissions.once(sent, attachments.add, form.instance, by=request.membership)
    except submissions.AlreadySent as earlier:
        made = _find(request, earlier.made)
        if earlier.is_same:
            return made
        sending.hand_back(form, made, made.get_absolute_url())
    except virus_scan.Infected:
        form.add_error("file", _("The virus scanner found something harmful in this file, so it is not stored."))
    except attachments.TooMany:
        form.add_error(None, _too_many())
    except ValidationError as refusal:  # its assessment was closed meanwhile
        form.add_error(None, refusal)
    except corrections.NotCorrectable as refusal:
        refuse_to_correct(request, form.instance.record, refusal.obstacle)
    return None


def _carried_out(request: CityRequest, change: Change, found: Attachment, seen: int | None) -> Outcome:
    """The change, unless somebody has meanwhile done what keeps the person from it: then that is said."""
    try:
        return change(found, seen=seen, by=request.membership)
    except (ValidationError, corrections.NotCorrectable):
        _refuse_to_change(request, _find(request, found.pk).record)
        raise


def _sent(request: CityRequest, form: AttachmentForm) -> Sent:
    """The form as it arrived: with another file it says something else."""
    fields = {name: request.POST.getlist(name) for name in request.POST}
    digest = form.checked.sha256 if form.checked else ""
    return Sent.of(request.membership, request.path, {**fields, "file": [digest]})


def _say_added(request: CityRequest, form: AttachmentForm, added: Attachment) -> None:
    words = _("The file %(name)s has been added.")
    messages.success(request, sentence(words, request.city.language, name=added))
    if form.checked and form.checked.is_renamed:
        words = _("By its content the file is of another type than its name says. It is stored as %(name)s (%(type)s).")
        messages.info(request, words % {"name": added.name, "type": added.get_media_type_display()})


def _show(request: CityRequest, record: Record, form: AttachmentForm, status: int = 200) -> HttpResponse:
    form.ask_for_file_again()
    return render(request, "actionplan/attachments/add.html", {"record": record, "form": form}, status=status)


def _record(request: CityRequest, kind: str, record_id: int) -> Record:
    rows = Record.objects.in_city(request.city).filter(kind=kind).without_texts().select_related("plan")
    found = get_object_or_404(rows, pk=record_id)
    found.plan.city = request.city
    return found


def _find(request: CityRequest, attachment_id: int) -> Attachment:
    rows = Attachment.objects.in_city(request.city).select_related("record__plan", "created_by__user")
    found = get_object_or_404(rows, pk=attachment_id)
    found.record.plan.city = request.city
    return found


def _may_change(request: CityRequest, record: Record) -> bool:
    """Whether the reader may change the record, and with it its files."""
    if isinstance(record, Answer) and not record.assessment.is_open:
        return False
    may_edit = Permission.EDIT_PLAN in request.membership.permissions
    return may_edit or corrections.obstacle(record, by=request.membership) is None


def _refuse_to_change(request: CityRequest, record: Record) -> None:
    if isinstance(record, Answer):
        record.assessment.plan = record.plan
        refuse_closed(request, record.assessment)
    if Permission.EDIT_PLAN in request.membership.permissions:
        return
    if found := corrections.obstacle(record, by=request.membership):
        refuse_to_correct(request, record, found)


def _place(record: Record) -> str:
    return f"{record.get_absolute_url()}#files"


def _too_many() -> str:
    return _("A record has at most %(count)s files. Remove one that is no longer needed.") % {"count": attachments.MOST}


def _is_saved(outcome: Outcome) -> bool:
    return isinstance(outcome, saving.Saved)
