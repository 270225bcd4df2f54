from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from actionplan.document import people, snapshot
from actionplan.document.frozen import FrozenDocument
from actionplan.exports.errors import ExportFailed
from actionplan.exports.formats import FORMATS, File, Format
from actionplan.models import Plan, PlanVersion
from actionplan.queries.places import record_at
from actionplan.services import versions
from actionplan.views.versions import find
from ulg.access import CityRequest, OpenRequest, requires
from ulg.roles import Permission


@requires(Permission.VIEW_PLAN)
@require_safe
def version_export(request: CityRequest, number: int, format: str) -> HttpResponse:
    """A file of a published version, also of one that is not open to everyone."""
    return serve(request, find(request, number), format_named(format), is_public=False)


@requires(Permission.EXPORT_DRAFT)
@require_safe
def draft_export(request: CityRequest, format: str) -> HttpResponse:
    """The plan as it stands, marked as a draft."""
    wanted = format_named(format)
    plan = get_object_or_404(Plan.objects.in_city(request.city).select_related("city"))
    try:
        file = wanted.file(FrozenDocument(snapshot.take(plan)), people.names(plan))
    except ExportFailed as failure:
        return failed(request, plan, wanted, failure)
    return _response(file, wanted, as_attachment=True)


def format_named(name: str) -> Format:
    if name not in FORMATS:
        raise Http404("No such format.")
    return FORMATS[name]


def serve(request: OpenRequest, version: PlanVersion, format: Format, *, is_public: bool) -> HttpResponse:
    try:
        made = versions.render_file(version, format)
    except ExportFailed as failure:
        return failed(request, version.plan, format, failure, version=version)
    file = File(format.file_name(version.document), bytes(made.content))
    response = _response(file, format, as_attachment=not (is_public and format.opens_in_browser))
    response["ETag"] = f'"{made.sha256}"'
    # Always asked for again: erasing a person makes the files anew, and a version can be closed
    response["Cache-Control"] = f"{'public' if is_public else 'private'}, no-cache"
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def failed(
    request: OpenRequest, plan: Plan, format: Format, failure: ExportFailed, version: PlanVersion | None = None
) -> HttpResponse:
    """Say why the file cannot be made, with a way to the record that stops it for whoever may open it."""
    record = record_at(plan, failure.place) if request.membership else None
    others = [each for each in FORMATS.values() if each != format]
    context = {"failure": failure, "record": record, "format": format, "others": others, "version": version}
    return render(request, "actionplan/versions/export_failed.html", context, status=503)


def _response(file: File, format: Format, *, as_attachment: bool) -> HttpResponse:
    disposition = "attachment" if as_attachment else "inline"
    response = HttpResponse(file.content, content_type=format.media_type)
    response["Content-Disposition"] = f'{disposition}; filename="{file.name}"'
    return response
