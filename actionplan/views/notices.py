"""Notices are uploaded, and each file is answered with what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from actionplan.forms.notices import MOST_MB, UploadForm
from actionplan.notices.archives import File, files_of
from actionplan.notices.facts import Outcome
from actionplan.reference.notice_words import OUTCOMES, refused_because, said_of
from actionplan.services.notices import Imported, import_files
from ulg.access import CityRequest, requires
from ulg.roles import Permission
from ulg.uploads import takes_files

MOST_LINES = 500


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
@takes_files(lambda: MOST_MB * 1_000_000)
def upload(request: CityRequest) -> HttpResponse:
    """Ask for files, import them, and say of each what became of it; the same files again change nothing."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "actionplan/figures/upload.html", {"form": form}, status=status)
    lines = list(import_files(request.city, _files(form.cleaned_data["notices"]), by=request.membership))
    counts = Counter(line.outcome for line in lines)
    lines.sort(key=lambda line: (line.outcome != Outcome.REFUSED, not line.remarks))
    context = {
        "form": UploadForm(),
        "lines": [_told(line) for line in lines[:MOST_LINES]],
        "left_out": max(len(lines) - MOST_LINES, 0),
        "counts": [(OUTCOMES[outcome], counts[outcome]) for outcome in Outcome if counts[outcome]],
        "total": len(lines),
        "has_other_buyers": bool(counts[Outcome.NOT_OURS]),
    }
    return render(request, "actionplan/figures/upload.html", context)


def _files(given: Iterable[UploadedFile]) -> Iterator[File]:
    for each in given:
        yield from files_of(each.name or "", each)


def _told(line: Imported) -> dict[str, object]:
    remarks = [said_of(each) for each in line.remarks]
    return {
        "name": line.name,
        "outcome": OUTCOMES[line.outcome],
        "is_refused": line.outcome == Outcome.REFUSED,
        "lots": line.lots if line.is_here else None,
        "words": [refused_because(line.refusal)] if line.refusal else remarks,
    }
