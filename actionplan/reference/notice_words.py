"""What is said of a notice that was taken with a remark, or of a file that was not taken."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actionplan.notices.facts import Outcome, Remark, Remarked
from actionplan.notices.rules import Aim
from actionplan.notices.tree import Refusal

AIMS: dict[Aim, Promise] = {
    Aim.GENDER: _("Gender equality"),
    Aim.SOCIAL: _("Another social aim"),
    Aim.NO: _("No social aim"),
    Aim.NOT_STATED: _("Not stated"),
    Aim.NOT_APPLICABLE: _("Not applicable"),
}

FORMS: dict[str, Promise] = {
    "planning": pgettext_lazy("form of a notice", "Planning notice"),
    "consultation": pgettext_lazy("form of a notice", "Market consultation"),
    "competition": pgettext_lazy("form of a notice", "Contract notice"),
    "dir-awa-pre": pgettext_lazy("form of a notice", "Notice of a direct award"),
    "result": pgettext_lazy("form of a notice", "Award notice"),
    "cont-modif": pgettext_lazy("form of a notice", "Change of a contract"),
    "completion": pgettext_lazy("form of a notice", "Completion of a contract"),
}

OUTCOMES: dict[Outcome, Promise] = {
    Outcome.TAKEN: pgettext_lazy("file of notices", "Taken"),
    Outcome.NEWER: pgettext_lazy("file of notices", "Taken, newer than what was here"),
    Outcome.OLDER: pgettext_lazy("file of notices", "Taken, older than what was here"),
    Outcome.ALREADY_HERE: pgettext_lazy("file of notices", "Already here"),
    Outcome.PASSED_OVER: pgettext_lazy("file of notices", "Passed over, no notice"),
    Outcome.NOT_OURS: pgettext_lazy("file of notices", "Left out, of another buyer"),
    Outcome.REFUSED: pgettext_lazy("file of notices", "Not taken"),
}

REMARKS: dict[Remark, Promise] = {
    Remark.NEWER_SDK: _("It uses eForms %(about)s, which is newer than what the portal knows."),
    Remark.OLDER_SDK: _("It uses eForms %(about)s, a trial version."),
    Remark.NO_SDK: _("It does not say which version of eForms it uses."),
    Remark.NO_VERSION: _("It has no version number and is taken as the first version."),
    Remark.NO_PROCEDURE: _(
        "It has no procedure identifier. It is counted with the notice that it refers to, or else by itself."
    ),
    Remark.NO_LOTS: _("It has no lots."),
    Remark.UNKNOWN_CODE: _("It has a code that the portal does not know: %(about)s."),
    Remark.CODE_TWICE: _("%(about)s has the same code twice."),
    Remark.CODE_NOT_ALLOWED: _("%(about)s has an aim, which this kind of notice cannot have. It is not counted."),
    Remark.NONE_WITH_OTHERS: _("%(about)s says that it has no strategic aim, and names one."),
    Remark.GENDER_WITHOUT_SOCIAL: _("%(about)s names gender equality, but does not say that it promotes social aims."),
    Remark.BAD_AMOUNT: _("%(about)s has an amount that is no number. It is left out."),
    Remark.ABSURD_AMOUNT: _("%(about)s has an amount that is too large to be true. It is left out."),
    Remark.NO_CURRENCY: _("%(about)s has an amount without a currency. It is left out."),
    Remark.SEVERAL_CURRENCIES: _("Its estimates are in several currencies. Each is added up by itself."),
    Remark.TENDER_WITHOUT_CONTRACT: _("%(about)s has a winner, but no contract. Nothing is counted as awarded."),
    Remark.LOT_TWICE: _("A lot is described twice, or without an identifier: %(about)s. The first counts."),
    Remark.TWO_CHANGES: _("Two notices change %(about)s. The later one counts."),
    Remark.PARENT_MISSING: _("The notice that %(about)s changes is not here."),
    Remark.LOTS_EXCEED_TOTAL: _("The estimates of its lots are more than that of the procedure, which counts."),
    Remark.SAYS_TWO_THINGS: _("Two files say different things under the same number and version. One of them counts."),
}

REFUSALS: dict[str, Promise] = {
    "missing": _("There is no such file."),
    "empty": _("The file is empty."),
    "too_large": _("The file is larger than 20 MB, which no notice is."),
    "not_xml": _("This is not XML that can be read, or it is nested too deeply."),
    "has_doctype": _("The file defines entities of its own, which a notice never does."),
    "old_schema": _("This is a notice of the old TED format, before eForms. It holds no social aims."),
    "registration": _("This is a registration of a company, not a procurement notice."),
    "no_notice": _("This is XML, but not an eForms notice (%(about)s)."),
    "no_number": _("The notice has no number (BT-701)."),
    "no_day": _("The notice has no day of dispatch that can be read (BT-05)."),
    "pdf": _("A PDF file is not a notice. Use the XML file of the tender system."),
    "nested": _("An archive within an archive is not opened. Unpack it first."),
    "climbs": _("The name of the file leads out of the archive."),
    "link": _("A link is not followed."),
    "encrypted": _("The file is protected by a password."),
    "bomb": _("The file unpacks to far more than a notice holds."),
    "too_many": _("The archive holds more than can be read at once. Divide it."),
    "broken_archive": _("The archive is damaged, or not complete."),
    "broken_entry": _("The file is damaged within its archive."),
}


def said_of(remarked: Remarked) -> str:
    return str(REMARKS[remarked.remark]) % {"about": remarked.about}


def said_of_all(stored: Iterable[tuple[str, str]]) -> list[str]:
    """Remarks as the database holds them, in words."""
    return [said_of(Remarked(Remark(remark), about)) for remark, about in stored]


def refused_because(refusal: Refusal) -> str:
    return str(REFUSALS[refusal.reason]) % {"about": refusal.about}
