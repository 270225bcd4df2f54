from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ulg.access import CityRequest, NotPermitted, Refused, Way, requires
from ulg.forms.seen import SeenForm
from ulg.models import Revised
from ulg.roles import Permission
from ulg.writing import history as histories
from ulg.writing import saving


@requires(Permission.VIEW_PLAN)
def history(request: CityRequest, kind: str, record_id: int) -> HttpResponse:
    record = _record(request, kind, record_id)
    if record.history_permission not in request.membership.permissions:
        raise NotPermitted(record.history_permission)
    page, entries = histories.entries(record, request.GET.get("page"))
    context = {
        "record": record,
        "kind": kind,
        "kind_name": capfirst(record._meta.verbose_name),
        "record_url": _url(record),
        "page": page,
        "entries": entries,
        "may_restore": record.edit_permission in request.membership.permissions,
    }
    return render(request, "ulg/writing/history.html", context)


@requires(Permission.VIEW_PLAN)
@require_POST
def restore(request: CityRequest, kind: str, record_id: int, revision: int) -> HttpResponse:
    record = _record(request, kind, record_id)
    if record.edit_permission is None:
        words = _("Others cannot restore an earlier state of this: only the person it belongs to can change it.")
        raise Refused(words, *([Way(_("To the page"), _url(record))] if _url(record) else []))
    if record.edit_permission not in request.membership.permissions:
        raise NotPermitted(record.edit_permission)
    try:
        outcome = histories.restore(record, revision, seen=SeenForm(request.POST).seen, by=request.membership)
    except histories.RestoreRefused as refusal:
        messages.error(request, _("It cannot be restored as it was: %(reason)s") % {"reason": refusal})
        return redirect("ulg:history", request.city.slug, kind, record_id)
    _tell(request, outcome)
    return redirect("ulg:history", request.city.slug, kind, record_id)


def _tell(request: CityRequest, outcome: saving.Saved | saving.Conflict) -> None:
    if isinstance(outcome, saving.Conflict):
        messages.warning(request, _("Somebody has changed this in the meantime. Read what is new before you restore."))
    elif outcome.changed:
        messages.success(request, _("Restored, as a new revision. The previous text is in the history."))
    else:
        messages.info(request, _("It already looks like that, so nothing was changed."))


def _record(request: CityRequest, kind: str, record_id: int) -> Revised:
    model = Revised.kinds().get(kind)
    if model is None:
        raise Http404("No such kind of record.")
    return get_object_or_404(model.objects.in_city(request.city), pk=record_id)


def _url(record: Revised) -> str:
    return record.get_absolute_url() if hasattr(record, "get_absolute_url") else ""
