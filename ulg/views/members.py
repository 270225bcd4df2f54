"""The coordinator adds members, changes their role and organisation, and removes them."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ulg import confirmation
from ulg.access import CityRequest, Refused, Way, requires
from ulg.forms.members import ONLY_COORDINATOR, AddMemberForm, MemberForm
from ulg.forms.seen import SeenForm
from ulg.models import Membership, Visit
from ulg.models.membership import MembershipQuerySet
from ulg.roles import Permission
from ulg.services import members, organisations
from ulg.views import sending, unsent, writing
from ulg.writing import saving, submissions, unsent_texts


@requires(Permission.MANAGE_GROUP)
def add(request: CityRequest) -> HttpResponse:
    found = unsent.of_form(request)
    values = request.POST if request.method == "POST" else None
    form = AddMemberForm(values, city=request.city, initial=unsent_texts.initial(found.chosen))
    if request.method == "POST" and (member := _added(request, form)):
        _tell_of_mail(request, member, _("%(name)s is a member of the group.") % {"name": member})
        return redirect("ulg:group", request.city.slug)
    context = {"form": form, "unsent": found}
    return render(request, "ulg/group/add.html", context, status=422 if form.errors else 200)


@requires(Permission.MANAGE_GROUP)
def member(request: CityRequest, member_id: int) -> HttpResponse:
    record = _find(request, member_id)
    context = {"invitation": record.invitations.first(), "visit": Visit.objects.filter(membership=record).first()}
    done = reverse("ulg:group", args=[request.city.slug])
    template = "ulg/group/member.html"
    return writing.edit(request, record, MemberForm, template=template, context=context, done=done, save=_change_seat)


@requires(Permission.MANAGE_GROUP)
def end(request: CityRequest, member_id: int) -> HttpResponse:
    record = get_object_or_404(_seats(request), pk=member_id)
    if record.ended_at:
        return _say_ended(request, record)
    seen = SeenForm(request.POST).seen
    if not confirmation.is_confirmed(request, seen):
        return _ask_to_end(request, record)
    try:
        outcome = members.end_membership(record, seen=seen, by=request.membership)
    except members.LastCoordinator:
        return _ask_to_end(request, record)
    except members.EndedAlready:
        outcome = saving.Saved(record)
    if isinstance(outcome, saving.Conflict):
        messages.warning(
            request,
            _("Somebody has changed this membership in the meantime. Check it again before you remove the member."),
        )
        return redirect("ulg:member-end", request.city.slug, record.pk)
    return _say_ended(request, record)


@requires(Permission.MANAGE_GROUP)
@require_POST
def take_back(request: CityRequest, member_id: int) -> HttpResponse:
    record = get_object_or_404(Membership.objects.in_city(request.city).select_related("user"), pk=member_id)
    if record.ended_at:
        members.take_back(record, by=request.membership)
        messages.success(request, _("%(name)s is in the group again.") % {"name": record})
    else:
        messages.info(request, _("%(name)s is already in the group.") % {"name": record})
    return redirect("ulg:member", request.city.slug, record.pk)


@requires(Permission.MANAGE_GROUP)
@require_POST
def invite(request: CityRequest, member_id: int) -> HttpResponse:
    record = _find(request, member_id)
    with suppress(submissions.AlreadySent):
        submissions.once(sending.sent(request), members.invite, record, by=request.membership)
    _tell_of_mail(request, record, "")
    return redirect("ulg:member", request.city.slug, record.pk)


def _find(request: CityRequest, member_id: int) -> Membership:
    found = get_object_or_404(_seats(request), pk=member_id)
    if found.ended_at:
        words = _("%(name)s is no longer in the group. Add them again before you change their details.")
        former = Way(_("Former members"), reverse("ulg:former-members", args=[request.city.slug]))
        raise Refused(words % {"name": found}, former)
    return found


def _seats(request: CityRequest) -> MembershipQuerySet:
    return Membership.objects.in_city(request.city).select_related("city", "user", "organisation")


def _say_ended(request: CityRequest, member: Membership) -> HttpResponse:
    words = _("%(name)s is no longer in the group. You can add them again under “Former members”.")
    messages.success(request, words % {"name": member})
    return redirect("home") if member == request.membership else redirect("ulg:group", request.city.slug)


def _ask_to_end(request: CityRequest, member: Membership) -> HttpResponse:
    is_refused = request.method == "POST" and member.is_last_coordinator
    status = 409 if is_refused else confirmation.asking_status(request)
    return render(request, "ulg/group/end.html", {"member": member, "is_refused": is_refused}, status=status)


def _added(request: CityRequest, form: AddMemberForm) -> Membership | None:
    """The seat that this form makes, or made when it came before; None with the reason at the form's field."""
    try:
        return sending.once_if_valid(sending.sent(request), form, _add, request, form)
    except submissions.AlreadySent as earlier:
        made = _find(request, earlier.made)
        if earlier.is_same:
            unsent.was_sent(request)
            return made
        sending.hand_back(form, made, reverse("ulg:member", args=[request.city.slug, made.pk]))
    except members.AlreadyMember:
        form.add_error("email", _("This person is already in the group."))
    except members.PersonClosed:
        form.add_error("email", _("This person may no longer log in to the portal."))
    return None


def _add(request: CityRequest, form: AddMemberForm) -> Membership:
    unsent.was_sent(request)
    organisation = form.cleaned_data["organisation"]
    if new := form.organisation_to_add:
        organisation = organisations.add_organisation(request.city, **new, by=request.membership)
    return members.add_member(request.city, **form.seat, organisation=organisation, by=request.membership)


def _change_seat(record: Membership, changes: dict[str, Any], **guard: Any) -> saving.Saved | saving.Conflict:
    try:
        return members.change_seat(record, changes, **guard)
    except members.LastCoordinator as refusal:
        raise ValidationError({"role": ONLY_COORDINATOR}) from refusal


def _tell_of_mail(request: CityRequest, member: Membership, first: str) -> None:
    """Say whether the invitation is on its way; it can be sent again from the member's page."""
    invitation = member.invitations.first()
    if invitation and invitation.mailed_at:
        sent = _("Invitation sent to %(email)s.") % {"email": member.user.shown_email}
        messages.success(request, f"{first} {sent}".strip())
    else:
        failed = _("The invitation could not be sent to %(email)s. Send it again later, from the person's page.")
        messages.warning(request, f"{first} {failed % {'email': member.user.shown_email}}".strip())
