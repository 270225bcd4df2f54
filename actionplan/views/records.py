"""How every kind of record is listed, shown and added, and the pages that change it: the same for every kind."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from actionplan.forms.records import RecordForm
from actionplan.kinds import NumberedKind
from actionplan.models import Plan, Record
from actionplan.queries import trace
from actionplan.services import corrections, records
from actionplan.views.correcting import refuse_to_correct
from ulg.access import CityRequest, requires
from ulg.forms.seen import SeenForm
from ulg.languages import sentence
from ulg.roles import Permission
from ulg.views import sending, unsent, writing
from ulg.writing import saving, submissions, unsent_texts


def list_url(request: CityRequest, kind: NumberedKind) -> str:
    """The page of the list that records of this kind stand in."""
    return reverse(f"actionplan:{kind.pages.list_view}", args=[request.city.slug])


def find(request: CityRequest, kind: NumberedKind, record_id: int, *related: str) -> Any:
    """The city's record and other records that it names; all are of one plan."""
    rows = kind.model.objects.in_city(request.city).select_related("plan", *related)
    found = get_object_or_404(rows, pk=record_id)
    found.plan.city = request.city
    for record in filter(None, (getattr(found, name) for name in related)):
        record.plan = found.plan
    return found


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: CityRequest, kind: NumberedKind) -> HttpResponse:
    return _add(request, kind)


@requires(Permission.CONTRIBUTE)
@require_http_methods(["GET", "HEAD", "POST"])
def contribute(request: CityRequest, kind: NumberedKind) -> HttpResponse:
    """Whoever edits the plan adds a record; other members add one by a shorter form."""
    return _add(request, kind)


def _add(request: CityRequest, kind: NumberedKind) -> HttpResponse:
    may_edit = Permission.EDIT_PLAN in request.membership.permissions
    form_class = kind.form if may_edit else kind.member_form
    record = kind.model(plan=_plan(request))
    found = unsent.of_form(request)
    status = 200
    if request.method == "POST":
        form = form_class(request.POST, instance=record)
        if form.is_valid() and (added := _added(request, kind, form)):
            messages.success(request, sentence(_("%(record)s has been added."), request.city.language, record=added))
            return redirect(added)
        status = 422
    else:
        begun = {**kind.begun_with(record.plan, request.GET), **_asked_for(request, form_class)}
        form = form_class(instance=record, initial={**begun, **unsent_texts.initial(found.chosen)})
    context = {"kind": kind, "list_url": list_url(request, kind)}
    return writing.show(request, "actionplan/records/add.html", form, found, status=status, **context)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: CityRequest, kind: NumberedKind, **address: int) -> HttpResponse:
    return _edit(request, kind, kind.form, find(request, kind, address[kind.key]))


@requires(Permission.CONTRIBUTE)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_or_correct(request: CityRequest, kind: NumberedKind, **address: int) -> HttpResponse:
    """Whoever edits the plan edits the record; whoever added it corrects it as long as nobody has built on it."""
    record = find(request, kind, address[kind.key])
    if Permission.EDIT_PLAN in request.membership.permissions:
        return _edit(request, kind, kind.form, record)
    try:
        if found := corrections.obstacle(record, by=request.membership):
            raise corrections.NotCorrectable(found)
        return _edit(request, kind, kind.member_form, record, save=corrections.correct)
    except corrections.NotCorrectable as refusal:
        refuse_to_correct(request, record, refusal.obstacle)


def _edit(
    request: CityRequest, kind: NumberedKind, form: type[RecordForm], record: Record, save: writing.Save = saving.save
) -> HttpResponse:
    context = {"kind": kind, "list_url": list_url(request, kind)}
    return writing.edit(request, record, form, template="actionplan/records/edit.html", context=context, save=save)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: CityRequest, kind: NumberedKind, **address: int) -> HttpResponse:
    """Ask, with what hangs on the record; then take it out of the plan, from where it can be brought back."""
    record = find(request, kind, address[kind.key])
    if record.removed_at:
        words = _("%(record)s has already been removed from the plan.")
        messages.info(request, sentence(words, request.city.language, record=record))
        return redirect(record)
    status = 200
    if request.method == "POST":
        seen = SeenForm(request.POST).seen
        if seen == record.revision and not _conflicts(records.remove(record, seen=seen, by=request.membership)):
            return _say_removed(request, kind, record)
        messages.warning(request, _("Somebody changed it after you opened this page. Check it again."))
        status = 409
        record = find(request, kind, record.pk)
    context = {
        "dependants": trace.dependants(record),
        "comments": _comments_on(record),
        "list_url": list_url(request, kind),
    }
    return render(request, "actionplan/records/remove.html", {"kind": kind, "record": record, **context}, status=status)


@requires(Permission.EDIT_PLAN)
@require_POST
def bring_back(request: CityRequest, kind: NumberedKind, **address: int) -> HttpResponse:
    record = find(request, kind, address[kind.key])
    seen = SeenForm(request.POST).seen
    if _conflicts(records.bring_back(record, seen=seen, by=request.membership)):
        messages.warning(request, _("Somebody changed it after you opened this page. Check it again."))
    else:
        words = _("%(record)s has been restored.")
        messages.success(request, sentence(words, request.city.language, record=record))
    return redirect(record)


def _added(request: CityRequest, kind: NumberedKind, form: RecordForm) -> Record | None:
    """The new record, or the one that this form made before; None if it says something else now."""

    try:
        return submissions.once(sending.sent(request), _store, form.instance, form.links, request)
    except submissions.AlreadySent as earlier:
        made = find(request, kind, earlier.made)
        if earlier.is_same:
            unsent.was_sent(request)
            return made
        sending.hand_back(form, made, made.get_absolute_url())
        return None


def _store(record: Record, links: dict[str, Any], request: CityRequest) -> Record:
    """What was written is a record, and no unsent text any more: both or neither."""
    unsent.was_sent(request)
    return records.add(record, by=request.membership, links=links)


def _say_removed(request: CityRequest, kind: NumberedKind, record: Record) -> HttpResponse:
    words = sentence(_("%(record)s has been removed from the plan."), request.city.language, record=record)
    back = format_html('<a href="{}">{}</a>', record.get_absolute_url(), _("View and restore"))
    messages.success(request, format_html("{} {}", words, back))
    return redirect(list_url(request, kind))


def _conflicts(outcome: saving.Saved | saving.Conflict) -> bool:
    return isinstance(outcome, saving.Conflict)


def _comments_on(record: Record) -> int:
    return record.comments.current().count()


def _plan(request: CityRequest) -> Plan:
    plan = Plan.objects.in_city(request.city).select_related("city").first()
    if plan is None:
        raise Http404("The city has no plan yet.")
    return plan


def _asked_for(request: CityRequest, form_class: type[RecordForm]) -> dict[str, Any]:
    """What the address asks to be linked, such as `?barrier=3`: the record that lacked it."""
    asked = {}
    for name in form_class._meta.fields or ():
        target = form_class._meta.model._meta.get_field(name)
        key = request.GET.get(target.related_model._meta.model_name, "") if target.is_relation else ""
        if key.isdecimal() and len(key) < 12:
            asked[name] = [key] if target.many_to_many else key
    return asked
