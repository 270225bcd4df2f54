"""The plan as a PDF/A-3a and PDF/UA-1 in one file, with the frozen document attached.

The compiler runs in a child process: its memory goes with it, and no web process forks after using it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from actionplan.document.frozen import FrozenDocument
from actionplan.exports import fonts, view_model
from actionplan.exports.characters import UNKNOWN
from actionplan.exports.errors import ExportFailed
from actionplan.exports.pdf import captions, compounds, failing_record, row_headers, stream_ends
from actionplan.exports.pdf.printable import clean

TIME_LIMIT = 30.0  # seconds
WORKER = Path(__file__).with_name("worker.py")
FONTS = [str(file) for file in fonts.FILES]
# Nothing of the web process goes along, its secrets least of all
ENVIRONMENT = {"LANG": "C.UTF-8"} | {key: os.environ[key] for key in ("SYSTEMROOT", "TMPDIR") if key in os.environ}


class CompileError(Exception):
    """The compiler refused the job and said why."""


def render_pdf(document: FrozenDocument, names: dict[str, Any], language: str | None = None) -> bytes:
    """The PDF with fixed words in the plan's language or another one; the same input gives the same bytes."""
    try:
        return _compiled(document, names, language)
    except CompileError as error:
        raise _refused(document, names, language, str(error)) from error
    except subprocess.TimeoutExpired as error:
        raise _too_slow(document.content) from error


def _compiled(document: FrozenDocument, names: dict[str, Any], language: str | None) -> bytes:
    shown = view_model.build(view_model.printed(document.plan), names, language, document.sha256)
    shown = clean(shown, _sign(shown["language"]))
    shown["has_wide_words"] = compounds.has_wide(shown)
    shown["long_words"] = compounds.parted(shown, shown["language"])
    made_at = _moment(document.content)
    job = {"job": json.dumps(shown), "document": document.text, "made_at": made_at, "fonts": FONTS}
    done = subprocess.run(
        [sys.executable, "-I", WORKER],
        input=json.dumps(job).encode(),
        capture_output=True,
        timeout=TIME_LIMIT,
        env=ENVIRONMENT,
        check=False,
    )
    said = done.stderr.decode(errors="replace")
    if done.returncode == 1:
        raise CompileError(said)
    if done.returncode or not done.stdout:
        raise ExportFailed(
            _("The PDF could not be made: the program that makes it stopped (%(code)s). Try again in a while.")
            % {"code": done.returncode},
            said,
        )
    return captions.within(row_headers.marked(stream_ends.repaired(done.stdout)))


def _sign(language: str) -> str:
    """A square and words, in the language of the text, for what no font can draw."""
    with translation.override(language):
        words = _("character that cannot be printed")
    return f"{UNKNOWN} [{words}]"


def _moment(document: dict[str, Any]) -> float:
    """Midnight of the version's day: no clock, so that a version always gives the same bytes."""
    try:
        day = datetime.fromisoformat(document["version"]["date"])
    except (KeyError, TypeError, ValueError):
        return 0.0
    return max(day.replace(tzinfo=UTC).timestamp(), 0.0)


def _refused(document: FrozenDocument, names: dict[str, Any], language: str | None, detail: str) -> ExportFailed:
    """Looks for the record as long as one export may take."""
    until = monotonic() + TIME_LIMIT

    def fails(part: dict[str, Any]) -> bool:
        if monotonic() > until:
            raise TimeoutError
        try:
            _compiled(FrozenDocument(part), names, language)
        except CompileError:
            return True
        return False

    try:
        place = failing_record.find(document.content, fails)
    except (ExportFailed, TimeoutError, subprocess.TimeoutExpired):
        return ExportFailed(_("The PDF could not be made, and the cause could not be found in time."), detail)
    if place is None:
        words = _("The PDF could not be made. The cause is not in the records or sections; it may be in a title.")
        return ExportFailed(words, detail)
    words = _("The PDF could not be made. The cause is in %(place)s.")
    return ExportFailed(words % {"place": failing_record.words(place, document.content)}, detail, place)


def _too_slow(document: dict[str, Any]) -> ExportFailed:
    place = failing_record.longest(document)
    words = _(
        "The PDF was not ready after %(seconds)g seconds, so the attempt was stopped. The longest text is in %(place)s."
    )
    return ExportFailed(words % {"seconds": TIME_LIMIT, "place": failing_record.words(place, document)}, place=place)
