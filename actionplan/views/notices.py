"""Notices are uploaded; while they are read, the page says how far that has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from actionplan.forms.notices import MOST_MB, UploadForm
from actionplan.notices.archives import File, files_of
from actionplan.services import notice_imports, notices
from actionplan.views import notice_reading
from ulg.access import CityRequest, requires
from ulg.roles import Permission
from ulg.uploads import takes_files


@requires(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
@takes_files(lambda: MOST_MB * 1_000_000)
def upload(request: CityRequest) -> HttpResponse | StreamingHttpResponse:
    """Ask for files, import them, and say of each what became of it; the same files again change nothing."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "actionplan/figures/upload.html", {"form": form}, status=status)
    given: list[UploadedFile] = form.cleaned_data["notices"]
    record = notice_imports.begin(request.city, by=request.membership, given=[each.name or "" for each in given])
    return notice_reading.page(request, record, notices.read_in(record, _files(given)))


def _files(given: Iterable[UploadedFile]) -> Iterator[File]:
    for each in given:
        yield from files_of(each.name or "", each)
