"""Login by e-mailed code. Whether an address may log in is told by mail alone, never by a page."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.stagekit import unstash_login
from allauth.account.views import ConfirmLoginCodeView, LogoutView, RequestLoginCodeView
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from genprocure.demo import logins
from ulg import emails
from ulg.forms.login import AskForCodeForm, EnterCodeForm

TOO_MANY = 429
WRONG = 422


class Login(RequestLoginCodeView):
    """Ask for a code. An address without a seat gets a mail as well, so that the answer takes as long."""

    form_class = AskForCodeForm
    template_name = "account/login.html"

    def form_valid(self, form: AskForCodeForm) -> HttpResponse:
        response = super().form_valid(form)
        if form._user is None:
            emails.unknown_address(form.cleaned_data["email"])
        return response

    def form_invalid(self, form: AskForCodeForm) -> HttpResponse:
        status = TOO_MANY if form.has_error("email", "too_many_login_attempts") else WRONG
        return self.render_to_response(self.get_context_data(form=form), status=status)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        has_code = unstash_login(self.request, peek=True) is not None
        return super().get_context_data(**context, has_code=has_code, demo_people=logins.offered())

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> None:
        """Whoever comes back to this page may take another address; the code page is a link away."""


class EnterCode(ConfirmLoginCodeView):
    """Write in the code: three guesses a code, also where they all come at once."""

    form_class = EnterCodeForm
    template_name = "account/code.html"

    @method_decorator(login_not_required)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().dispatch(request, *args, **kwargs)
        if not getattr(self, "_process", None) and not request.user.is_authenticated:
            messages.info(request, _("The code is no longer valid. Request a new one."))
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not ratelimit.consume(request, action="guess_login_code", key=request.session.session_key):
            return too_many(request)
        return super().post(request, *args, **kwargs)

    def form_invalid(self, form: EnterCodeForm) -> HttpResponse:
        response = super().form_invalid(form)
        if response.status_code == 200:
            response.status_code = WRONG
        return response


@method_decorator(login_not_required, name="dispatch")
class Logout(LogoutView):
    template_name = "account/logout.html"


def too_many(request: HttpRequest) -> HttpResponse:
    return render(request, "429.html", status=TOO_MANY)
