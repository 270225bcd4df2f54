"""The page that grows while notices are read: its head at once, a line for each batch, then what became of them all."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from django.http import StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils import timezone, translation

from actionplan.models import NoticeImport
from actionplan.notices.imported import Imported
from actionplan.views.notice_imports import told_of
from ulg.access import CityRequest

PARTED = "<!-- what is read -->"
SHOWN = 25  # files whose outcome the page itself tells; the stored import has all of them

logger = logging.getLogger(__name__)


def page(request: CityRequest, record: NoticeImport, batches: Generator[list[Imported]]) -> StreamingHttpResponse:
    """Nothing is held back on the way: compressed parts would wait for each other, and so may those in a proxy."""
    growing = _Growing(request, record, translation.get_language())
    response = StreamingHttpResponse(growing.parts(batches, *growing.frame()))
    response["Content-Encoding"] = "identity"
    response["X-Accel-Buffering"] = "no"
    return response


@dataclass(frozen=True)
class _Growing:
    """The page, whose parts are written after the view has answered: each in the reader's language and time."""

    request: CityRequest
    record: NoticeImport
    language: str | None

    def frame(self) -> tuple[str, str]:
        """What stands before and after the parts; whatever fails here still gets an error page."""
        before, _parted, after = self._said("reading.html").partition(PARTED)
        return before, after

    def parts(self, batches: Generator[list[Imported]], before: str, after: str) -> Iterator[str]:
        yield before
        try:
            with closing(batches):
                for lines in batches:
                    yield self._said("_progress.html", last=lines[-1].name)
            ending = self._result()
        except Exception:  # the page has begun: an error page can no longer take its place
            logger.exception("The import %s ended by a failure", self.record.pk)
            ending = self._said("_failed.html")
        yield ending
        yield after

    def _result(self) -> str:
        with translation.override(self.language):
            files = [told_of(each.line) for each in self.record.files.all()[:SHOWN]]
        return self._said("_result.html", files=files, left_out=max(self.record.total - SHOWN, 0))

    def _said(self, template: str, **context: Any) -> str:
        with translation.override(self.language), timezone.override(self.request.city.time_zone):
            name = f"actionplan/notice_imports/{template}"
            return render_to_string(name, {"record": self.record, **context}, self.request)
