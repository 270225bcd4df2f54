"""What a finding begins with that is made of an answer of the assessment or of a number of the figures.

It is written in the plan's language, for whoever adds the finding to reword.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Max
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from actionplan.forms.notices import CountedForm
from actionplan.models import Answer, Notice, Plan, Procedure, ProcedureLot
from actionplan.notices.rules import Aim
from actionplan.reference import cpv
from actionplan.reference.assessment import Score
from actionplan.reference.notice_words import AIMS
from ulg import numbers

LONGEST = 200  # letters of a title


def begun_with(plan: Plan, asked: Mapping[str, str]) -> dict[str, Any]:
    with translation.override(plan.city.language):
        return _of_answer(plan, asked.get("answer", "")) or _of_figure(plan, asked.get("figure", ""))


def _of_answer(plan: Plan, key: str) -> dict[str, Any]:
    if not key.isdecimal() or len(key) > 12:
        return {}
    answer = Answer.objects.current().filter(plan=plan, pk=key).first()
    if answer is None:
        return {}
    said = Score(answer.score).label if answer.score else _("not answered")
    words = _("%(statement)s Answer: %(score)s.") % {"statement": answer.title, "score": str(said).lower()}
    return {
        "title": words[:LONGEST],
        "text": answer.evidence,
        "source": answer.source,
        "year": answer.source_on.year if answer.source_on else None,
    }


def _of_figure(plan: Plan, query: str) -> dict[str, Any]:
    form = CountedForm.of_query(query)
    if not form.query:
        return {}
    model = Procedure if form.is_of_procedures else ProcedureLot
    every = model.objects.in_city(plan.city).filter(**{k: v for k, v in form.asked.items() if k != "aim"})
    counts = {"number": every.filter(**form.asked).count(), "total": every.count()}
    if not counts["total"]:
        return {}
    until = Notice.objects.in_city(plan.city).filter(is_counted=True).aggregate(until=Max("dispatched_on"))["until"]
    return {
        "title": _titled(form, counts, plan.city.language)[:LONGEST],
        "source": _("The city's notices up to %(day)s") % {"day": date_format(until, "j F Y")},
        "year": form.asked.get("year"),
        "figure": form.query,
    }


def _titled(form: CountedForm, counts: dict[str, int], language: str) -> str:
    """9 of 188 lots in 2024: gender equality."""
    written = {name: numbers.figure(number, language) for name, number in counts.items()}
    asked = form.asked
    words = _("%(number)s of %(total)s procedures") if form.is_of_procedures else _("%(number)s of %(total)s lots")
    words %= written
    if "year" in asked:
        words = _("%(counted)s in %(year)s") % {"counted": words, "year": asked["year"]}
    of = [str(AIMS[Aim(asked["aim"])])] if "aim" in asked else []
    of += [str(cpv.title_of(asked["division"]))] if "division" in asked else []
    return f"{words}: {', '.join(of)}" if of else words
