"""The coordinator lets people in, changes what they are, and lets them go."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ulg.access import CityRequest, requires
from ulg.forms.members import AddMemberForm, MemberForm
from ulg.forms.seen import SeenForm
from ulg.models import Membership, Visit
from ulg.roles import Permission
from ulg.services import members, organisations, saving
from ulg.views import writing


@requires(Permission.MANAGE_GROUP)
def add(request: CityRequest) -> HttpResponse:
    form = AddMemberForm(request.POST if request.method == "POST" else None, city=request.city)
    if request.method == "POST" and form.is_valid() and (member := _let_in(request, form)):
        _tell_of_mail(request, member, _("%(name)s has a seat in the group.") % {"name": member})
        return redirect("ulg:group", request.city.slug)
    return render(request, "ulg/group/add.html", {"form": form}, status=422 if form.errors else 200)


@requires(Permission.MANAGE_GROUP)
def member(request: CityRequest, member_id: int) -> HttpResponse:
    record = _find(request, member_id)
    context = {"invitation": record.invitations.first(), "visit": Visit.objects.filter(membership=record).first()}
    done = reverse("ulg:group", args=[request.city.slug])
    with transaction.atomic():
        if request.method == "POST":
            members.lock(request.city)
        return writing.edit(request, record, MemberForm, template="ulg/group/member.html", context=context, done=done)


@requires(Permission.MANAGE_GROUP)
def end(request: CityRequest, member_id: int) -> HttpResponse:
    record = _find(request, member_id)
    if request.method == "POST" and not record.is_last_coordinator:
        seen = SeenForm(request.POST).seen
        outcome = members.end_membership(record, seen=seen, by=request.membership)
        if isinstance(outcome, saving.Saved):
            messages.success(
                request,
                _("%(name)s is no longer in the group. You can take them back under “Former members”.")
                % {"name": record},
            )
            return redirect("ulg:group", request.city.slug)
        messages.warning(request, _("Somebody changed this seat meanwhile. Look again before you end it."))
        return redirect("ulg:member-end", request.city.slug, record.pk)
    return render(request, "ulg/group/end.html", {"member": record}, status=200 if request.method == "GET" else 409)


@requires(Permission.MANAGE_GROUP)
@require_POST
def take_back(request: CityRequest, member_id: int) -> HttpResponse:
    record = get_object_or_404(Membership.objects.in_city(request.city).former(), pk=member_id)
    members.take_back(record, by=request.membership)
    messages.success(request, _("%(name)s is in the group again.") % {"name": record})
    return redirect("ulg:member", request.city.slug, record.pk)


@requires(Permission.MANAGE_GROUP)
@require_POST
def invite(request: CityRequest, member_id: int) -> HttpResponse:
    record = _find(request, member_id)
    members.invite(record, by=request.membership)
    _tell_of_mail(request, record, "")
    return redirect("ulg:member", request.city.slug, record.pk)


def _find(request: CityRequest, member_id: int) -> Membership:
    seats = Membership.objects.in_city(request.city).current().select_related("city", "user", "organisation")
    return get_object_or_404(seats, pk=member_id)


def _let_in(request: CityRequest, form: AddMemberForm) -> Membership | None:
    """The new seat, or None with the reason at the form's field."""
    organisation = form.cleaned_data["organisation"]
    try:
        with transaction.atomic():
            if new := form.organisation_to_add:
                organisation = organisations.add_organisation(request.city, **new, by=request.membership)
            return members.add_member(request.city, **form.seat, organisation=organisation, by=request.membership)
    except members.AlreadyMember:
        form.add_error("email", _("This person is in the group already."))
    except members.PersonClosed:
        form.add_error("email", _("This person may not log in to the portal any more."))
    return None


def _tell_of_mail(request: CityRequest, member: Membership, first: str) -> None:
    """Say whether the invitation is on its way; it can be sent again from the member's page."""
    invitation = member.invitations.first()
    if invitation and invitation.mailed_at:
        sent = _("An invitation is on its way to %(email)s.") % {"email": member.user.email}
        messages.success(request, f"{first} {sent}".strip())
    else:
        failed = _("The invitation could not be mailed to %(email)s. Send it again in a while, from the person's page.")
        messages.warning(request, f"{first} {failed % {'email': member.user.email}}".strip())
