"""How every record of the thread is listed, shown and added, and the pages that change it: the same for every kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from actionplan.forms.records import RecordForm
from actionplan.models import Comment, Plan, Record
from actionplan.queries import trace
from actionplan.services import corrections, records
from actionplan.views.correcting import refuse_to_correct
from ulg.access import CityRequest, requires
from ulg.forms.seen import SeenForm
from ulg.languages import sentence
from ulg.roles import Permission
from ulg.views import sending, unsent, writing
from ulg.writing import saving, submissions, unsent_texts


@dataclass(frozen=True)
class Noun:
    """One kind of record: its form, what it is called where the words differ, and the room of the city it stands in."""

    model: type[Record]
    form: type[RecordForm]
    room: str
    room_title: str
    add: str
    about: str
    member_form: type[RecordForm] | None = None  # for whoever may add one but not edit the plan
    related: tuple[str, ...] = ()  # records of the same plan that its page names

    @property
    def kind(self) -> str:
        return self.model._meta.model_name

    @property
    def key(self) -> str:
        """The part of an address that holds the number of a record."""
        return f"{self.kind}_id"

    def room_url(self, request: CityRequest) -> str:
        return reverse(f"actionplan:{self.room}", args=[request.city.slug])


def find(request: CityRequest, noun: Noun, record_id: int, *related: str) -> Any:
    """The city's record and other records that it names; all are of one plan."""
    rows = noun.model.objects.in_city(request.city).select_related("plan", *related)
    found = get_object_or_404(rows, pk=record_id)
    found.plan.city = request.city
    for record in filter(None, (getattr(found, name) for name in related)):
        record.plan = found.plan
    return found


def add(request: CityRequest, noun: Noun) -> HttpResponse:
    may_edit = Permission.EDIT_PLAN in request.membership.permissions
    form_class = noun.form if may_edit else noun.member_form
    record = noun.model(plan=_plan(request))
    found = unsent.of_form(request)
    status = 200
    if request.method == "POST":
        form = form_class(request.POST, instance=record)
        if form.is_valid() and (added := _added(request, noun, form)):
            messages.success(request, sentence(_("%(record)s has been added."), request.city.language, record=added))
            return redirect(added)
        status = 422
    else:
        form = form_class(
            instance=record, initial={**_asked_for(request, form_class), **unsent_texts.initial(found.chosen)}
        )
    context = {"noun": noun, "room_url": noun.room_url(request)}
    return writing.show(request, "actionplan/records/add.html", form, found, status=status, **context)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: CityRequest, noun: Noun, **address: int) -> HttpResponse:
    return _edit(request, noun, noun.form, find(request, noun, address[noun.key]))


@requires(Permission.CONTRIBUTE)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_or_correct(request: CityRequest, noun: Noun, **address: int) -> HttpResponse:
    """Whoever edits the plan edits the record; whoever added it corrects it as long as nobody has built on it."""
    record = find(request, noun, address[noun.key])
    if Permission.EDIT_PLAN in request.membership.permissions:
        return _edit(request, noun, noun.form, record)
    try:
        if found := corrections.obstacle(record, by=request.membership):
            raise corrections.NotCorrectable(found)
        return _edit(request, noun, noun.member_form, record, save=corrections.correct)
    except corrections.NotCorrectable as refusal:
        refuse_to_correct(request, record, refusal.obstacle)


def _edit(
    request: CityRequest, noun: Noun, form: type[RecordForm], record: Record, save: writing.Save = saving.save
) -> HttpResponse:
    context = {"noun": noun, "room_url": noun.room_url(request)}
    return writing.edit(request, record, form, template="actionplan/records/edit.html", context=context, save=save)


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: CityRequest, noun: Noun, **address: int) -> HttpResponse:
    """Ask, with what hangs on the record; then take it out of the plan, from where it can be brought back."""
    record = find(request, noun, address[noun.key])
    if record.removed_at:
        words = _("%(record)s has already been removed from the plan.")
        messages.info(request, sentence(words, request.city.language, record=record))
        return redirect(record)
    status = 200
    if request.method == "POST":
        seen = SeenForm(request.POST).seen
        if seen == record.revision and not _conflicts(records.remove(record, seen=seen, by=request.membership)):
            return _say_removed(request, noun, record)
        messages.warning(request, _("Somebody changed it after you opened this page. Check it again."))
        status = 409
        record = find(request, noun, record.pk)
    context = {
        "dependants": trace.dependants(record),
        "comments": _comments_on(record),
        "room_url": noun.room_url(request),
    }
    return render(request, "actionplan/records/remove.html", {"noun": noun, "record": record, **context}, status=status)


@requires(Permission.EDIT_PLAN)
@require_POST
def bring_back(request: CityRequest, noun: Noun, **address: int) -> HttpResponse:
    record = find(request, noun, address[noun.key])
    seen = SeenForm(request.POST).seen
    if _conflicts(records.bring_back(record, seen=seen, by=request.membership)):
        messages.warning(request, _("Somebody changed it after you opened this page. Check it again."))
    else:
        words = _("%(record)s has been restored.")
        messages.success(request, sentence(words, request.city.language, record=record))
    return redirect(record)


def _added(request: CityRequest, noun: Noun, form: RecordForm) -> Record | None:
    """The new record, or the one that this form made before; None if it says something else now."""

    try:
        return submissions.once(sending.sent(request), _store, form.instance, form.links, request)
    except submissions.AlreadySent as earlier:
        made = find(request, noun, earlier.made)
        if earlier.is_same:
            unsent.was_sent(request)
            return made
        sending.hand_back(form, made, made.get_absolute_url())
        return None


def _store(record: Record, links: dict[str, Any], request: CityRequest) -> Record:
    """What was written is a record, and no unsent text any more: both or neither."""
    unsent.was_sent(request)
    return records.add(record, by=request.membership, links=links)


def _say_removed(request: CityRequest, noun: Noun, record: Record) -> HttpResponse:
    words = sentence(_("%(record)s has been removed from the plan."), request.city.language, record=record)
    back = format_html('<a href="{}">{}</a>', record.get_absolute_url(), _("View and restore"))
    messages.success(request, format_html("{} {}", words, back))
    return redirect(noun.room_url(request))


def _conflicts(outcome: saving.Saved | saving.Conflict) -> bool:
    return isinstance(outcome, saving.Conflict)


def _comments_on(record: Record) -> int:
    return Comment.objects.filter(**{record.kind: record}, withdrawn_at=None).count()


def _plan(request: CityRequest) -> Plan:
    plan = Plan.objects.in_city(request.city).select_related("city").first()
    if plan is None:
        raise Http404("The city has no plan yet.")
    return plan


def _asked_for(request: CityRequest, form_class: type[RecordForm]) -> dict[str, Any]:
    """What the address asks to be linked, such as `?barrier=3`: the loose end that the new record mends."""
    asked = {}
    for name in form_class._meta.fields:
        target = form_class._meta.model._meta.get_field(name)
        key = request.GET.get(target.related_model._meta.model_name, "") if target.is_relation else ""
        if key.isdecimal() and len(key) < 12:
            asked[name] = [key] if target.many_to_many else key
    return asked
