"""What the plan still lacks before it is published, each with the very field where it is filled. Three queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet, Value
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actionplan import kinds
from actionplan.models import Action, Answer, Barrier, Finding, Indicator, Objective, Plan, Section
from actionplan.queries import duties
from actionplan.reference.outline import NUMBERS, PARTS, WRITTEN
from actionplan.reference.sections import SectionStatus

# The plan, its sections and its start, then the records in the order of the trace
ORDER = ["plan", kinds.SECTION.name, kinds.ANSWER.name, *(kind.name for kind in kinds.numbered())]
RECORD_WORDS = {
    ("answer", "score"): gettext_lazy("Statement %(code)s has no answer"),
    ("finding", "source"): gettext_lazy("%(code)s has no source"),
    ("barrier", "solutions"): gettext_lazy("%(code)s has no solution and is not parked"),
    ("objective", "actions"): gettext_lazy("%(code)s has no action"),
    ("indicator", "actions"): gettext_lazy("%(code)s does not measure any action"),
    ("indicator", "baseline"): gettext_lazy("%(code)s has no baseline value"),
    ("indicator", "target"): gettext_lazy("%(code)s has no target value"),
}
DUTY_WORDS = {
    "timing": gettext_lazy("%(code)s has no dates"),
    "responsible": gettext_lazy("%(code)s has no responsible organisation"),
    "cost": gettext_lazy("%(code)s has no cost stated"),
    "funding": gettext_lazy("%(code)s has no funding stated"),
    "indicator": gettext_lazy("%(code)s has no indicator"),
    "risk": gettext_lazy("%(code)s has no risk stated"),
}


@dataclass(frozen=True)
class Gap:
    """One thing that is missing, and the address of the field that fills it."""

    words: str
    url: str
    kind: str


@dataclass(frozen=True)
class GapGroup:
    """What is missing in one kind of record."""

    kind: str
    title: str
    gaps: list[Gap]


def missing(plan: Plan) -> list[Gap]:
    """Everything that is missing, in the order of the plan's trace; the plan comes with its city."""
    records = [_record_gap(plan, *row) for row in sorted(_record_gaps(plan))]
    gaps = [*_of_plan(plan), *_of_sections(plan), *records, *_of_actions(plan)]
    return sorted(gaps, key=lambda gap: ORDER.index(gap.kind))


def grouped(gaps: Iterable[Gap]) -> list[GapGroup]:
    """The same by kind, without the kinds that lack nothing; the lengths are the counts."""
    gaps = list(gaps)
    groups = (GapGroup(kind, _title(kind), [gap for gap in gaps if gap.kind == kind]) for kind in ORDER)
    return [group for group in groups if group.gaps]


def _title(kind: str) -> str:
    return _("The plan") if kind == "plan" else capfirst(kinds.find(kind).model._meta.verbose_name_plural)


def _of_plan(plan: Plan) -> Iterator[Gap]:
    url = _url(plan, "plan-edit")
    if not plan.title.strip():
        yield Gap(_("The plan has no title"), f"{url}#id_title", "plan")
    if not plan.first_year or not plan.last_year:
        field = "last_year" if plan.first_year else "first_year"
        yield Gap(_("The plan has no period"), f"{url}#id_{field}", "plan")


def _of_sections(plan: Plan) -> Iterator[Gap]:
    is_blank = ExpressionWrapper(Q(text=""), output_field=BooleanField())
    rows = Section.objects.filter(plan=plan).annotate(is_blank=is_blank).values_list("code", "status", "is_blank")
    found = {key: (status, is_blank) for key, status, is_blank in rows}
    for key in WRITTEN:
        status, is_blank = found.get(key, (SectionStatus.NOT_STARTED, True))
        title = f"{NUMBERS[key]} {PARTS[key].title}".strip()
        url = _url(plan, "section-edit", key)
        if is_blank:
            yield Gap(_("“%(section)s” is not written") % {"section": title}, f"{url}#id_text", "section")
        elif status != SectionStatus.DONE:
            yield Gap(_("“%(section)s” is not marked as done") % {"section": title}, f"{url}#id_status", "section")


def _record_gaps(plan: Plan) -> QuerySet:
    """Rows of kind, number, field, key and code."""
    rows = partial(_rows, plan)
    return rows(Finding.objects.kept().filter(source=""), "finding", "source").union(
        rows(Answer.objects.missing().of_open_start(), "answer", "score"),
        rows(Barrier.objects.unsolved(), "barrier", "solutions"),
        rows(Objective.objects.unserved(), "objective", "actions"),
        rows(Indicator.objects.without_action(), "indicator", "actions"),
        rows(Indicator.objects.kept().filter(baseline=None), "indicator", "baseline"),
        rows(Indicator.objects.kept().filter(target=None), "indicator", "target"),
        all=True,
    )


def _rows(plan: Plan, records: QuerySet, kind: str, field: str) -> QuerySet:
    named = records.filter(plan=plan).order_by().annotate(kind_name=Value(kind), field_name=Value(field))
    return named.values_list("kind_name", "number", "field_name", "pk", "code")


def _record_gap(plan: Plan, kind: str, number: int, field: str, pk: int, code: str) -> Gap:
    words = RECORD_WORDS[kind, field] % {"code": code.rpartition("/")[2]}  # without the number of an assessment
    if kind == "barrier":
        return Gap(words, f"{_url(plan, 'solution-add')}?barrier={pk}", kind)
    if kind == "objective":
        return Gap(words, f"{_url(plan, 'action-add')}?objective={pk}#id_objective", kind)
    return Gap(words, f"{_url(plan, f'{kind}-edit', pk)}#id_{field}", kind)


def _of_actions(plan: Plan) -> Iterator[Gap]:
    for action in Action.objects.kept().filter(plan=plan).with_indicator().defer("description"):
        action.plan = plan
        for gap in duties.readiness(action, has_indicator=action.has_indicator).missing:
            yield Gap(DUTY_WORDS[gap.duty] % {"code": action.code}, gap.url, "action")


def _url(plan: Plan, name: str, *args: object) -> str:
    return reverse(f"actionplan:{name}", args=[plan.city.slug, *args])
