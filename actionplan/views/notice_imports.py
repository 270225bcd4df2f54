"""The imports of notices on record. Only those who import see them: names of files are their own, and work to do."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import require_safe

from actionplan.forms.notices import OutcomeForm
from actionplan.models import NoticeImport
from actionplan.notices.facts import Outcome
from actionplan.notices.imported import Imported
from actionplan.reference.notice_words import OUTCOMES, refused_because, said_of
from ulg.access import CityRequest, requires
from ulg.paging import page_of
from ulg.roles import Permission

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
AT_A_TIME = 1000


@requires(Permission.EDIT_PLAN)
@require_safe
def imports(request: CityRequest) -> HttpResponse:
    page = page_of(request, NoticeImport.objects.in_city(request.city).select_related("by__user"))
    for each in page:
        each.city = request.city
    return render(request, "actionplan/notice_imports/list.html", {"page": page})


@requires(Permission.EDIT_PLAN)
@require_safe
def notice_import(request: CityRequest, import_id: int) -> HttpResponse:
    """What became of its files, those first that somebody has to look at."""
    record = _find(request, import_id)
    asked = OutcomeForm(request.GET).asked
    files = record.files.filter(outcome=asked) if asked else record.files.all()
    page = page_of(request, files)
    context = {
        "record": record,
        "page": page,
        "files": [told_of(each.line) for each in page],
        "outcomes": [(each, OUTCOMES[each], number) for each in Outcome if (number := record.count_of(each))],
        "asked": asked,
    }
    return render(request, "actionplan/notice_imports/show.html", context)


@requires(Permission.EDIT_PLAN)
@require_safe
def files(request: CityRequest, import_id: int) -> StreamingHttpResponse:
    """All its files as a table for a spreadsheet, which must take none of their names for a formula."""
    record = _find(request, import_id)
    titles = [
        pgettext("of an import", "File"),
        pgettext("of an import", "Result"),
        pgettext("of procurement", "Notice"),
        pgettext("of procurement", "Lots"),
        pgettext("what to know of a file", "Remarks"),
    ]
    response = StreamingHttpResponse(_csv(titles, record, get_language()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="import-{record.pk}.csv"'
    return response


def told_of(line: Imported) -> dict[str, Any]:
    """A file of an import in words."""
    return {
        "name": line.name,
        "outcome": OUTCOMES[line.outcome],
        "is_refused": line.outcome == Outcome.REFUSED,
        "lots": line.lots if line.is_here else None,
        "words": [refused_because(line.refusal)] if line.refusal else [said_of(each) for each in line.remarks],
    }


def _find(request: CityRequest, import_id: int) -> NoticeImport:
    rows = NoticeImport.objects.in_city(request.city).select_related("by__user")
    record = get_object_or_404(rows, pk=import_id)
    record.city = request.city
    return record


class _Written:
    """Gives back what the csv module writes."""

    def write(self, text: str) -> str:
        return text


def _csv(titles: list[str], record: NoticeImport, language: str | None) -> Iterator[str]:
    writer = csv.writer(_Written())
    yield "\ufeff" + writer.writerow(titles)  # by its first sign spreadsheets know that it is UTF-8
    for each in record.files.iterator(chunk_size=AT_A_TIME):
        with translation.override(language):
            told = told_of(each.line)
            row = [told["name"], str(told["outcome"]), each.notice, each.lots, " ".join(told["words"])]
        yield writer.writerow([_as_text(str(cell)) for cell in row])


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell
