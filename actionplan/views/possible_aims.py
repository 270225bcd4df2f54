"""Lots whose texts speak of gender equality although no notice states it: read by all, decided by editors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from actionplan.forms.possible_aims import DecisionForm, StatusForm
from actionplan.models import AimDecision, ProcedureLot
from actionplan.notices.passages import MOST_PASSAGES
from actionplan.notices.rules import RULES, Aim
from actionplan.queries import possible_aims as queries
from actionplan.queries.possible_aims import PossibleLot
from actionplan.reference.notice_languages import tag_of
from actionplan.reference.notice_words import AIMS
from actionplan.reference.possible_aims import PARTS, PossibleAim
from actionplan.services import possible_aims
from ulg.access import CityRequest, requires
from ulg.paging import page_of
from ulg.roles import Permission
from ulg.views import sending
from ulg.writing import submissions


@requires(Permission.VIEW_PLAN)
@require_safe
def possible(request: CityRequest) -> HttpResponse:
    asked = StatusForm(request.GET).asked
    return _show(request, queries.lots(request.city, asked), asked=asked)


@requires(Permission.EDIT_PLAN)
@require_POST
def decide(request: CityRequest) -> HttpResponse:
    """Confirm or dismiss one lot; a refused form stands on a page with that lot alone."""
    form = DecisionForm(request.POST, language=request.city.language)
    rows = _rows_of(request, form)
    if form.is_valid():
        try:
            _decide_once(request, form)
        except possible_aims.Overtaken:
            return _show(request, rows, refused=form, is_overtaken=True, status=409)
        messages.success(request, _("Your decision is saved. The shares are as they were."))
        return redirect(_list_url(request))
    return _show(request, rows, refused=form, status=422)


def _rows_of(request: CityRequest, form: DecisionForm) -> QuerySet[ProcedureLot]:
    """The lot that the form is about; an import may have taken it from the list."""
    form.full_clean()
    place = {"procedure__identifier": form.cleaned_data.get("procedure"), "identifier": form.cleaned_data.get("lot")}
    rows = queries.lots(request.city).filter(**place)
    if not rows.exists():
        raise Http404("No such lot speaks of gender equality without the code.")
    return rows


def _decide_once(request: CityRequest, form: DecisionForm) -> None:
    try:
        submissions.once(sending.sent(request), _decided, request, form.cleaned_data)
    except submissions.AlreadySent:
        return


def _decided(request: CityRequest, given: dict[str, Any]) -> AimDecision:
    return possible_aims.decide(request.city, by=request.membership, **given)


def _list_url(request: CityRequest) -> str:
    asked = {name: request.GET[name] for name in ("status", "page") if name in request.GET}
    return f"{reverse('actionplan:possible', args=[request.city.slug])}{'?' if asked else ''}{urlencode(asked)}"


def _show(
    request: CityRequest,
    rows: QuerySet[ProcedureLot],
    *,
    asked: str = "",
    refused: DecisionForm | None = None,
    is_overtaken: bool = False,
    status: int = 200,
) -> HttpResponse:
    page, counts = page_of(request, rows), queries.counts(request.city)
    context = {
        "page": page,
        "groups": list(_groups(request, page, counts, refused, is_overtaken=is_overtaken)),
        "counts": [(each, each.label, number) for each, number in counts.items()],
        "total": sum(counts.values()),
        "asked": asked,
        "form": refused,
        "is_overtaken": is_overtaken,
        "is_alone": refused is not None,
        "is_refused": status != 200,
        "rule": RULES["possible"],
        "list_url": _list_url(request),
        "query": urlencode({name: request.GET[name] for name in ("status", "page") if name in request.GET}),
    }
    return render(request, "actionplan/possible_aims/list.html", context, status=status)


def _groups(
    request: CityRequest,
    page: Page,
    counts: dict[PossibleAim, int],
    refused: DecisionForm | None,
    *,
    is_overtaken: bool,
) -> Iterator[tuple[PossibleAim, int, list[dict[str, Any]]]]:
    """The lots of the page by what has become of them, each with its form."""
    found = queries.with_decisions(request.city, page)
    for status, rows in groupby(found, key=lambda each: PossibleAim(each.lot.possible)):
        yield status, counts[status], [_told(request, row, refused, is_overtaken=is_overtaken) for row in rows]


def _told(
    request: CityRequest, row: PossibleLot, refused: DecisionForm | None, *, is_overtaken: bool
) -> dict[str, Any]:
    return {
        "row": row,
        "aim": AIMS[Aim(row.lot.aim)],
        "passages": [
            {"part": PARTS[each["part"]], "language": tag_of(each["language"]), "pieces": each["pieces"]}
            for each in row.lot.passages
        ],
        "may_have_more": len(row.lot.passages) == MOST_PASSAGES,
        "form": _form(request, row, refused, is_overtaken=is_overtaken),
    }


def _form(request: CityRequest, row: PossibleLot, refused: DecisionForm | None, *, is_overtaken: bool) -> DecisionForm:
    """A new form, or the refused one; what was overtaken goes on from the lot as it stands now."""
    language = request.city.language
    if refused is None:
        return DecisionForm(language=language, of=row)
    if not is_overtaken:
        refused.auto_id = f"lot-{row.lot.pk}-%s"
        return refused
    kept = {name: refused.cleaned_data[name] for name in ("decision", "reason")}
    return DecisionForm(language=language, of=row, kept=kept)
