"""What is said of a file of suppliers that is not taken, and of a row of it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

COLUMN_TITLES: dict[str, Promise] = {
    "number": pgettext_lazy("column of a file of suppliers", "Organisation number"),
    "name": pgettext_lazy("column of a file of suppliers", "Name"),
    "ownership": pgettext_lazy("column of a file of suppliers", "Ownership"),
    "source": pgettext_lazy("column of a file of suppliers", "Source"),
    "source_on": pgettext_lazy("column of a file of suppliers", "Source date"),
}

REFUSALS: dict[str, Promise] = {
    "empty": _("The file is empty."),
    "no_rows": _("The file has a header and no rows."),
    "too_large": _("The file is larger than 20 MB. Divide it."),
    "too_many": _("The file has more than 100,000 rows. Divide it."),
    "wrong_type": _("This is not a table. Save it as CSV or as an Excel workbook (XLSX)."),
    "old_excel": _("This is an old or protected Excel file. Save it without a password as XLSX, or as CSV."),
    "encrypted": _("The file is protected by a password."),
    "bomb": _("The file unpacks to far more than a table holds."),
    "damaged": _("The file is damaged, or not complete."),
}

PROBLEMS: dict[str, Promise] = {
    "none": _("The organisation number is missing."),
    "no_number": _("“%(about)s” is not an organisation number."),
    "lost_digits": _(
        "“%(about)s”: the spreadsheet has taken the number for an amount, and digits are lost. Give the column the "
        "format text, and write the number again."
    ),
    "no_name": _("The name is missing."),
    "no_source": _("The source is missing, here and in the form."),
    "no_day": _("The date of the source is missing, here and in the form."),
    "bad_day": _("“%(about)s” is not a date. Write it as year, month and day, such as 2026-03-31."),
    "unknown_word": _("“%(about)s” is none of the classes of ownership."),
    "too_long": _("“%(about)s…” is too long."),
    "repeats": _("The number stands in row %(about)s already, and says the same there."),
    "contradicts": _("The number stands in row %(about)s as well, and says something else. Neither is taken."),
}


def refused_because(reason: str, about: str = "") -> str:
    if reason == "no_column":
        return str(_("The file has no column “%(column)s”.")) % {"column": COLUMN_TITLES[about]}
    return str(REFUSALS[reason])


def said_of(reason: str, about: str) -> str:
    return str(PROBLEMS[reason]) % {"about": about}
