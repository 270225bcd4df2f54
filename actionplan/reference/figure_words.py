"""What the figures of notices are called, what each class means, and an example of it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actionplan.notices.rules import Aim, Measure
from actionplan.reference.notice_words import AIMS

PROCEDURES = pgettext_lazy("of procurement", "Procedures")
LOTS = pgettext_lazy("of procurement", "Lots")
ALL = pgettext_lazy("sum of a row", "All")
NOT_DIVIDED = pgettext_lazy("of procurement", "Not divided")
MEASURES = {
    Measure.ESTIMATED: _("Estimated value"),
    Measure.AWARDED: _("Awarded value"),
    Measure.FRAMEWORK: _("Ceilings of framework agreements"),
}
RULE_TITLES = {
    "procedure": pgettext_lazy("of procurement", "Procedure"),
    "notice": pgettext_lazy("of procurement", "Notice"),
    "lot": pgettext_lazy("of procurement", "Lot"),
    "gender": AIMS[Aim.GENDER],
    "social": _("Social aim"),
    "no": AIMS[Aim.NO],
    "not_stated": AIMS[Aim.NOT_STATED],
    "not_applicable": AIMS[Aim.NOT_APPLICABLE],
    "possible": _("Possible, not coded"),
    "estimated": MEASURES[Measure.ESTIMATED],
    "awarded": MEASURES[Measure.AWARDED],
    "framework": MEASURES[Measure.FRAMEWORK],
    "currency": pgettext_lazy("of procurement", "Currencies"),
}

# What each class means, and an example
CLASSES: dict[Aim, tuple[Promise, Promise]] = {
    Aim.GENDER: (
        _("The notice says that the lot promotes equality between women and men."),
        _("Cleaning of schools, where the supplier reports pay and full-time work for women and men."),
    ),
    Aim.SOCIAL: (
        _("The notice states another social aim, such as fair working conditions or work for the unemployed."),
        _("Maintenance of parks, where the supplier offers five work placements a year."),
    ),
    Aim.NO: (
        _("The notice says that there is no such aim, or names only environmental or innovative ones."),
        _("A purchase of buses that run on electricity, with no social requirement."),
    ),
    Aim.NOT_STATED: (
        _("The fields were left empty. There may be an aim behind that or none."),
        _("Work clothes, where nobody filled in whether the purchase has an aim."),
    ),
    Aim.NOT_APPLICABLE: (
        _("All that is known of the lot are notices that have no place for an aim."),
        _("A planning notice that announces a tender for next year."),
    ),
}
