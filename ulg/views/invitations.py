"""The link of an invitation: a page that says who invites, with the button that accepts."""

from __future__ import annotations

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from ulg.caching import revisions
from ulg.forms.members import JoinForm
from ulg.models import Invitation
from ulg.services import members

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_not_required
@never_cache
def join(request: HttpRequest, token: str) -> HttpResponse:
    invitation = Invitation.objects.with_token(token)
    if invitation is None or not invitation.is_open:
        return _refuse(request, invitation)
    person = invitation.membership.user
    form = JoinForm(request.POST if request.method == "POST" else None, instance=person) if not person.name else None
    if request.method == "POST" and (form is None or form.is_valid()):
        return _accept(request, invitation, form)
    context = {"invitation": invitation, "seat": invitation.membership, "person": person, "form": form}
    return render(request, "ulg/group/join.html", context, status=422 if form and form.errors else 200)


def _accept(request: HttpRequest, invitation: Invitation, form: JoinForm | None) -> HttpResponse:
    person = invitation.membership.user
    if request.user != person and person.last_login:
        # A link that lies in a mailbox for days opens no account that is in use: its owner logs in by code
        return redirect_to_login(request.path)
    if not members.accept(invitation):
        return _refuse(request, invitation)
    if form is not None:
        form.save()
        revisions.renew_all_of(person)
    if request.user != person:
        login(request, person, backend=BACKEND)
    return redirect(invitation.membership.city)


def _refuse(request: HttpRequest, invitation: Invitation | None) -> HttpResponse:
    """A link that is used up, too old or unknown: its member goes on to the city, others are told what to do."""
    if invitation and invitation.membership.ended_at is None and request.user == invitation.membership.user:
        return redirect(invitation.membership.city)
    return render(request, "ulg/group/join_refused.html", status=410)
