from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from actionplan.exports.errors import ExportFailed
from actionplan.models import Plan, PlanVersion
from actionplan.services import exporting, versions
from actionplan.views.versions import find
from ulg.access import CityRequest, requires
from ulg.roles import Permission

SHOWN_IN_THE_BROWSER = {"pdf"}


@requires(Permission.VIEW_PLAN)
@require_safe
def version_export(request: CityRequest, number: int, format: str) -> HttpResponse:
    """A file of a published version, also of one that is not open to everyone."""
    known(format)
    return serve(request, find(request, number), format, is_public=False)


@requires(Permission.EXPORT_DRAFT)
@require_safe
def draft_export(request: CityRequest, format: str) -> HttpResponse:
    """The plan as it stands, marked as a draft."""
    known(format)
    plan = get_object_or_404(Plan.objects.in_city(request.city).select_related("city"))
    try:
        content, name = exporting.render_draft(plan, format)
    except ExportFailed as failure:
        return failed(request, plan, format, failure)
    return _file(content, name, format, as_attachment=True)


def known(format: str) -> None:
    if format not in exporting.FORMATS:
        raise Http404("No such format.")


def serve(request: CityRequest, version: PlanVersion, format: str, *, is_public: bool) -> HttpResponse:
    document = versions.document(version)
    try:
        file = versions.render_file(version, format, document["language"])
    except ExportFailed as failure:
        return failed(request, version.plan, format, failure, version=version)
    is_attached = not is_public or format not in SHOWN_IN_THE_BROWSER
    response = _file(bytes(file.content), exporting.file_name(document, format), format, as_attachment=is_attached)
    response["ETag"] = f'"{file.sha256}"'
    # Always asked for again: erasing a person makes the files anew, and a version can be closed
    response["Cache-Control"] = f"{'public' if is_public else 'private'}, no-cache"
    return get_conditional_response(request, etag=response["ETag"], response=response)


def failed(
    request: CityRequest, plan: Plan, format: str, failure: ExportFailed, version: PlanVersion | None = None
) -> HttpResponse:
    """Say why the file cannot be made, with a way to the record that stops it for whoever may open it."""
    record = exporting.named(plan, failure.place) if request.membership else None
    others = [each for each in exporting.FORMATS if each != format]
    context = {"failure": failure, "record": record, "format": format.upper(), "others": others, "version": version}
    return render(request, "actionplan/versions/export_failed.html", context, status=503)


def _file(content: bytes, name: str, format: str, *, as_attachment: bool) -> HttpResponse:
    disposition = "attachment" if as_attachment else "inline"
    response = HttpResponse(content, content_type=exporting.FORMATS[format])
    response["Content-Disposition"] = f'{disposition}; filename="{name}"'
    return response
