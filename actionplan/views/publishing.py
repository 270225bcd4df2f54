"""Publishing a version: what is said about it, the question whether to, and the deed."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from actionplan.document import people
from actionplan.forms.versions import PublishForm
from actionplan.models import Plan, PlanVersion
from actionplan.queries import gaps, unprintable
from actionplan.queries.gaps import Gap
from actionplan.queries.overview import PlanCounts, plan_with_counts
from actionplan.services import versions
from ulg import confirmation
from ulg.access import CityRequest, requires
from ulg.models import UnsentText
from ulg.roles import Permission
from ulg.templatetags.portal import clock
from ulg.views import sending, unsent, writing
from ulg.views.unsent import Unsent
from ulg.writing import saving, submissions, unsent_texts
from ulg.writing.submissions import KEY

CHANGE = "change"  # the button that leads from the question back to the form


class Overtaken(Exception):
    """Somebody else wrote what this publisher has not seen; nothing was published."""


@dataclass(frozen=True)
class Offer:
    """What may be published now: the plan, its counts, the version before, and what is missing."""

    plan: Plan
    counts: PlanCounts
    last: PlanVersion | None
    gaps: list[Gap]

    @property
    def last_number(self) -> int:
        return self.last.number if self.last else 0

    @property
    def form_options(self) -> dict[str, Any]:
        return {"instance": copy(self.plan), "gaps": len(self.gaps), "last": self.last_number}

    @property
    def context(self) -> dict[str, Any]:
        return {
            "plan": self.plan,
            "counts": self.counts,
            "last": self.last,
            "next_number": self.last_number + 1,
            "gaps": self.gaps,
            "groups": gaps.grouped(self.gaps),
            "unprintable": unprintable.of_plan(self.plan),
            "people": [(seat, people.printed_name(seat)) for seat in people.seats(self.plan)],
        }

    def facts(self, form: PublishForm) -> tuple[Any, ...]:
        """What is confirmed: if any of it changes, the coordinator is asked again."""
        return form.cleaned_data, self.last_number, [str(gap.words) for gap in self.gaps]


@requires(Permission.PUBLISH)
@require_http_methods(["GET", "POST"])
def publish(request: CityRequest) -> HttpResponse:
    """Say what will be frozen and what is missing, ask once more, then freeze it."""
    offer = _offer(request)
    if request.method == "GET":
        found = unsent.of_form(request)
        form = PublishForm(initial=unsent_texts.initial(found.chosen), **offer.form_options)
        return _ask(request, form, offer, found)
    sent = sending.sent(request)
    try:
        submissions.check(sent)
        form = PublishForm(request.POST, **offer.form_options)
        if not form.is_valid() or CHANGE in request.POST:
            return _ask(request, form, offer, status=422 if form.errors else 200)
        if not confirmation.is_confirmed(request, offer.facts(form)):
            return _confirm(request, form, offer)
        version = submissions.once_at_one_moment(sent, _freeze, request, offer.plan, form)
    except Overtaken as overtaken:
        return _ask_again(request, str(overtaken))
    except submissions.AlreadySent as earlier:
        return _sent_before(request, earlier)
    return _done(request, version)


def _offer(request: CityRequest) -> Offer:
    plan, counts = _plan(request)
    return Offer(plan, counts, plan.versions.defer("content").first(), gaps.missing(plan))


def _plan(request: CityRequest) -> tuple[Plan, PlanCounts]:
    try:
        return plan_with_counts(request.city)
    except Plan.DoesNotExist as error:
        raise Http404("The city has no plan yet.") from error


def _ask(
    request: CityRequest, form: PublishForm, offer: Offer, found: Unsent | None = None, *, status: int = 200
) -> HttpResponse:
    template = "actionplan/versions/publish.html"
    return writing.show(request, template, form, found, status=status, **offer.context)


def _confirm(request: CityRequest, form: PublishForm, offer: Offer) -> HttpResponse:
    """What will become public, under which number, with what missing; what was filled in is carried along."""
    kept = Unsent(source=_keep(request))
    carried = [(name, value) for name in (*form.fields, KEY) for value in form.data.getlist(name)]
    context = {"form": form, "carried": carried, "facts": offer.facts(form), "unsent": kept, **offer.context}
    return render(request, "actionplan/versions/confirm.html", context)


def _freeze(request: CityRequest, plan: Plan, form: PublishForm) -> PlanVersion:
    saved = saving.save(plan, form.changes, seen=form.seen, by=request.membership)
    if isinstance(saved, saving.Conflict):
        words = _("Somebody else has changed the case number to “%(theirs)s”. Decide which one is right.")
        raise Overtaken(words % {"theirs": saved.record.case_number})
    try:
        return versions.publish_version(
            plan,
            by=request.membership,
            decision=form.decision,
            is_public=form.is_public,
            reason=form.opening_reason,
            seen=form.cleaned_data["last"],
        )
    except versions.ReasonNeeded as needed:
        words = _("Something more is missing now than when you opened this page. Check the list again.")
        raise Overtaken(words) from needed
    except versions.PublishedMeanwhile as meanwhile:
        words = _(
            "%(name)s published version %(number)s at %(clock)s, after you had opened this page. "
            "Publish another version only if it is needed."
        )
        by, at = meanwhile.version.published_by, clock(meanwhile.version.published_at)
        raise Overtaken(words % {"name": by, "number": meanwhile.version.number, "clock": at}) from meanwhile


def _ask_again(request: CityRequest, words: str) -> HttpResponse:
    """Show the page anew with what was filled in, which is kept as unsent text."""
    _keep(request)
    messages.warning(request, words)
    return redirect(request.path)


def _sent_before(request: CityRequest, earlier: submissions.AlreadySent) -> HttpResponse:
    """The form has published its version; other words in it since then are for one more."""
    version = PlanVersion.objects.in_city(request.city).select_related("plan__city").get(pk=earlier.made)
    if earlier.is_same:
        return _say_published(request, version)
    words = _(
        "%(version)s was published when you sent the form the first time. Publish another version only if it is needed."
    )
    return _ask_again(request, words % {"version": version})


def _keep(request: CityRequest) -> UnsentText:
    return unsent_texts.keep(
        by=request.membership,
        form_url=request.path,
        page=request.path,
        title=_("Publish the plan"),
        seen=None,
        fields={name: request.POST.getlist(name) for name in request.POST if name not in (CHANGE, confirmation.FIELD)},
        origin=unsent.origin(request.POST),
    )


def _done(request: CityRequest, version: PlanVersion) -> HttpResponse:
    unsent.was_sent(request)
    for failure in versions.make_files(version):
        words = _("The version is saved, but one of its files is missing. %(why)s")
        messages.warning(request, words % {"why": failure})
    return _say_published(request, version)


def _say_published(request: CityRequest, version: PlanVersion) -> HttpResponse:
    messages.success(request, _("%(version)s is published.") % {"version": version})
    return redirect(version)
