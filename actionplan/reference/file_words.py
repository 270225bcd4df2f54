"""What is said of a file that is not taken."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actionplan.files.refusal import Fault

TAKEN = _(
    "PDF, office documents (docx, xlsx, pptx, odt, ods, odp), images (png, jpg, webp, gif), tables (csv) and plain "
    "text (txt)."
)
REFUSED: dict[Fault, Promise] = {
    Fault.UNKNOWN: _(
        "By its content this file is of a type that cannot be added here. Choose a PDF, an office document, an image, "
        "a table or plain text."
    ),
    Fault.MARKUP: _("This is a web page, an SVG drawing or XML, which cannot be added here. Save it as a PDF instead."),
    Fault.TEXT_BY_ANOTHER_NAME: _(
        "This file holds plain text, but its name does not end in .txt or .csv. Rename it if that is what it is."
    ),
    Fault.OLD_OFFICE: _(
        "Old office files (doc, xls, ppt) and documents with a password cannot be added. Save it as docx, xlsx, pptx "
        "or PDF, without a password."
    ),
    Fault.MACROS: _("This document contains macros. Save it without them, as docx, xlsx, pptx or PDF."),
    Fault.ENCRYPTED: _("This file is protected by a password. Save it without one."),
    Fault.UNPACKS_TO_TOO_MUCH: _("This file is far larger when it is opened than it looks. Save it as a PDF instead."),
    Fault.TOO_MANY_PIXELS: _("This image has more than 200 million pixels. Make it smaller."),
    Fault.DAMAGED: _("This file is damaged or incomplete. Open it on your computer, save it again and choose that."),
}
