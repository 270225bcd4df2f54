"""The means of an assessment's dimensions, drawn beside those of the start."""

from __future__ import annotations

from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from actionplan.charts import Chart
from actionplan.models import Assessment
from actionplan.queries.assessment import Part, Sheet
from actionplan.radar import Axis, RadarWords, radar
from actionplan.reference.assessment import MOST_POINTS
from ulg import numbers


def draw(sheet: Sheet) -> Chart | None:
    """Nothing where no mean is known, or where there are too few dimensions for a surface."""
    if not sheet.has_means or len(sheet.parts) <= 2:
        return None
    return radar([_axis(part) for part in sheet.parts], MOST_POINTS, _words(sheet))


def written(mean: Decimal | None) -> str:
    return "–" if mean is None else numbers.mean(mean, get_language())


def _axis(part: Part) -> Axis:
    return Axis(part.dimension.short_label, part.now.mean, part.before.mean if part.before else None)


def _words(sheet: Sheet) -> RadarWords:
    start = sheet.start
    return RadarWords(
        title=_("Mean of each dimension, from 0 to 3"),
        alt=_("{rows}. The table has the same numbers."),
        row=_row_of_two if start else _row,
        now=_called(sheet.assessment),
        before=_called(start) if start else "",
    )


def _row(axis: Axis) -> str:
    return _("%(dimension)s: %(mean)s") % {"dimension": axis.name, "mean": written(axis.now)}


def _row_of_two(axis: Axis) -> str:
    means = {"dimension": axis.name, "before": written(axis.before), "now": written(axis.now)}
    return _("%(dimension)s: %(before)s at the start, %(now)s now") % means


def _called(assessment: Assessment) -> str:
    """In our own words: a chart is in one language."""
    occasion = pgettext("assessment", "Start") if assessment.is_start else pgettext("assessment", "Follow-up")
    return f"{occasion}, {date_format(assessment.describes_on, 'F Y')}"
