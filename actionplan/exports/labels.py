"""The words of an export that no city writes: fixed ones, and those of the codelists, in the wanted language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actionplan.kinds import printed
from actionplan.reference import actions, procurement_steps
from actionplan.reference.actions import ActionStatus, CostKind, FundingStatus
from actionplan.reference.assessment import SHORT_LABELS, Dimension, Score
from actionplan.reference.barriers import BarrierCategory, BarrierStatus
from actionplan.reference.cpv import DIVISIONS
from actionplan.reference.cpv import NONE as NO_DIVISION
from actionplan.reference.entered_figures import EnteredMeasure
from actionplan.reference.figure_words import MEASURES, NOT_DIVIDED
from actionplan.reference.notice_words import AIMS
from actionplan.reference.questionnaire import ASPECTS, CRITERIA
from actionplan.reference.sections import SectionStatus
from actionplan.reference.solutions import SolutionStatus, SolutionType
from actionplan.reference.suppliers import Ownership
from ulg.reference import organisations
from ulg.reference.words import Words
from ulg.roles import Role

VERSION: dict[str, Words] = {
    "version": _("Version {number}"),
    "version_of": _("Version {number} · {day}"),
    "draft": pgettext_lazy("version", "Draft"),
    "draft_of": _("Draft of {day}, not a published version"),
    "draft_note": _("This is the plan as it was on {day}. It may change, and nothing in it has been decided yet."),
    "about": _("About this version"),
    "about_draft": _("About this draft"),
    "facts": _("Facts about this document"),
    "which": pgettext_lazy("fact", "Version"),
    "fact": pgettext_lazy("column of facts", "Fact"),
    "value": pgettext_lazy("column of facts", "Value"),
    "published_on": pgettext_lazy("version", "Published"),
    "taken_on": pgettext_lazy("draft", "Created"),
    "decided_by": _("Decided by"),
    "decided_on": _("Decided on"),
    "paragraph": _("Paragraph of the minutes"),
    "case_number": _("Case number"),
    "period": _("Plan period"),
    "publisher": _("Publisher"),
    "network": pgettext_lazy("of cities", "Network"),
    "cofunded": _("Co-funded by the European Union – Interreg"),
    "previous": _("Previous version"),
    "previous_value": _("Version {number} of {day}"),
    "first_version": _("None, this is the first one"),
    "fingerprint": _("Fingerprint"),
    "fingerprint_note": _("SHA-256 of the attached file {file}, which holds the whole plan as data."),
    "attachment": _("The whole plan as machine-readable data"),
    "reading": _("How to read the plan"),
    "reading_note": _(
        "Each action can be traced back to the findings and comments behind it, and forward to the expected change. "
        "The codes show how the records are connected."
    ),
}
WORDS: dict[str, Words] = {
    "page": _("Page {page} of {pages}"),
    "contents": pgettext_lazy("of a document", "Contents"),
    "skip": _("Skip to the plan"),
    "table": pgettext_lazy("caption", "Table"),
    "figure": pgettext_lazy("caption", "Figure"),
    "untitled": _("Without a title"),
    "missing": pgettext_lazy("value", "Missing"),
    "none": "–",
    "empty": _("Nothing has been entered here yet."),
    "left_out": _("Not included, because it has not been written yet"),
    "anonymous": _("A member who chose not to be named"),
    "anonymous_within": _("a member who chose not to be named"),
    "part_of": _("part {part} of {parts}"),
    "code": pgettext_lazy("of a record", "Code"),
    "title": pgettext_lazy("column", "Title"),
    "status": pgettext_lazy("column", "Status"),
    "source": pgettext_lazy("column", "Source"),
    **{kind.name: kind.title for kind in printed()},
    **{kind.plural: kind.titles for kind in printed()},
    "findings_table": _("Findings, with source and year"),
    "barriers_table": _("The barriers and their solutions"),
    "category": pgettext_lazy("of a barrier", "Area"),
    "step": pgettext_lazy("of procurement", "Step"),
    "raised": _("Added by {who}"),
    "raised_on": _("Added by {who}, {day}"),
    "parked_reason": _("Why it is parked"),
    "solutions_table": _("The solutions and the barriers they address"),
    "kind": pgettext_lazy("of a solution", "Kind"),
    "proposed": _("Proposed by {who}"),
    "proposed_on": _("Proposed by {who}, {day}"),
    "rejected_reason": _("Why it was not chosen"),
    "without_solution": _("No solution yet"),
    "without_action": _("No action yet"),
}
ACTIONS: dict[str, Words] = {
    "overview_table": _("Overview of the actions"),
    "lead": _("Responsible"),
    "time": pgettext_lazy("column", "Time"),
    "starts": pgettext_lazy("column", "Starts"),
    "ends": pgettext_lazy("column", "Ends"),
    "cost": pgettext_lazy("column", "Cost"),
    "hours": _("{hours} hours of own work"),
    "likelihood": pgettext_lazy("of a risk", "Likelihood"),
    "impact": pgettext_lazy("of a risk", "Consequence"),
    "score": _("{likelihood} × {impact} = {score}, {level}"),
    "scored": _("Likelihood {likelihood} × consequence {impact} = {score}, {level}"),
    "mitigation": _("Mitigation"),
    "low": pgettext_lazy("level of a risk", "low"),
    "medium": pgettext_lazy("level of a risk", "medium"),
    "high": pgettext_lazy("level of a risk", "high"),
    "critical": pgettext_lazy("level of a risk", "critical"),
    "timeline_table": _("The timeline as a table"),
    "timeline": _("Timeline by quarter. The pattern of each bar shows the funding status"),
    "timeline_years": _("Timeline by year. The pattern of each bar shows the funding status"),
    "timeline_alt": _("Timeline from {start} to {end}. {rows}."),
    "timeline_row": _("{code}: {start} to {end}"),
    "quarter": pgettext_lazy("quarter of a year, short", "Q{quarter}"),
    "not_stated": pgettext_lazy("funding status", "Not stated"),
    "funding_table": _("Cost and funding of each action"),
    "amount": pgettext_lazy("column", "Amount"),
    "risks_table": _("The risks of the actions. Likelihood and consequence on a scale of 1 to 5"),
    "risk_matrix": _("The actions' risks by likelihood and consequence"),
    "risk_matrix_alt": _("Matrix of likelihood and consequence. {rows}."),
    "risk_row": _("{code}: likelihood {likelihood}, consequence {impact}, {level}"),
    "level": pgettext_lazy("of a risk", "Level"),
    "indicators_table": _("The indicators with baseline and target"),
    "baseline": pgettext_lazy("of an indicator", "Baseline"),
    "target": pgettext_lazy("of an indicator", "Target"),
}
ANNEXES: dict[str, Words] = {
    "unnamed_one": _("One member chose not to be shown."),
    "unnamed_many": _("{number} members chose not to be shown."),
    "members_table": _("The members of the local group, each shown as they chose"),
    "member": _("Member"),
    "organisation": _("Organisation"),
    "sector": pgettext_lazy("of society", "Sector"),
    "role": pgettext_lazy("in the group", "Role"),
    "comments_table": _("Comments on the plan and what they led to"),
    "about_what": pgettext_lazy("a comment", "About"),
    "said": _("You said"),
    "done": _("We did"),
    "unanswered": _("Not answered yet"),
    "withdrawn": _("The comment was withdrawn."),
    "reply_withdrawn": _("The reply was withdrawn."),
    "replied": _("{who} replied:"),
}
BASELINE: dict[str, Words] = {
    "assessment": _("The assessment"),
    "figures": _("Figures of the city's notices"),
    "as_of": _("As of {day}"),
    "not_closed": _("This assessment is not closed yet."),
    "answered_of": _("Statements answered: {answered} of {asked}. Answered with “don't know”: {unknown}."),
    "left_out_statements": _("Statements left out: {number}."),
    "means_table": _("Mean of each dimension, from 0 to 3"),
    "dimension": pgettext_lazy("of the assessment", "Dimension"),
    "answered": pgettext_lazy("column, statements", "Answered"),
    "of": _("{number} of {total}"),
    "start": pgettext_lazy("assessment", "Start"),
    "follow_up": pgettext_lazy("assessment", "Follow-up"),
    "mean": pgettext_lazy("column", "Mean"),
    "change": pgettext_lazy("column", "Change"),
    "radar": _("Mean of each dimension, from 0 to 3"),
    "radar_alt": _("{rows}. The table has the same numbers."),
    "radar_row": _("{dimension}: {now}"),
    "radar_row_of_two": _("{dimension}: {before} at the start, {now} now"),
    "criteria_table": _("The same statements about four kinds of criteria"),
    "criteria": pgettext_lazy("column", "Criteria"),
    "statement": pgettext_lazy("of the assessment", "Statement"),
    "answer": pgettext_lazy("of the assessment", "Answer"),
    "no_answer": _("No answer yet"),
    "statement_left_out": pgettext_lazy("statement", "Left out"),
    "at_start": _("At the start: {score}"),
    "shares": _(
        "Lots whose notices can state an aim: {all}. With a social aim: {social}, of which with gender equality: "
        "{gender}. Counted from the city's notices up to {day}: {notices}."
    ),
    "by_aim_and_year": _("{measure} by aim and year"),
    "measure_in": pgettext_lazy("value", "{measure}, {currency}"),
    "lots_by_division": _("Lots by aim and CPV division"),
    "bars_alt": _("{rows}. The tables of the baseline in detail have the same numbers."),
    "bars_row": _("{name}: {classes}"),
    "bars_class": _("{aim} {number}"),
    "gender_of": _("{gender} of {total}"),
    "gender_note": _("Of all, with gender equality"),
    "other_divisions": _("Other divisions"),
    "year": pgettext_lazy("column", "Year"),
    "whole": pgettext_lazy("row of a table of numbers", "All years"),
    "total": pgettext_lazy("column of numbers", "All"),
    "division": pgettext_lazy("of procurement", "CPV division"),
    "possible": _(
        "Lots that speak of gender equality without the code are in none of these figures: {confirmed} confirmed by an "
        "editor, {dismissed} dismissed, {to_review} not yet looked at."
    ),
    "series_breaks": _(
        "The figures of some years were entered by hand, by another method than those that are counted from notices. "
        "They are never added to each other and cannot be compared."
    ),
    "women_owned": _(
        "Firms owned by women won at least {lower} and at most {upper} per cent of what was awarded in {year}: "
        "{won} of {total} {currency} is known, and of {unknown} {currency} the owner is not known."
    ),
    "by_ownership": _("Awarded value by ownership, {currency}"),
    "entered": _("entered by hand"),
    "entered_note": _("{gender} of {total}, entered by hand"),
    "break_here": _("The series breaks here"),
    "not_known": _("not known"),
    "counting": _(
        "A procedure and a lot are counted once, however many notices they have. Gender equality is a social aim. What "
        "is not stated is never added to “no aim”. Estimates, awards and ceilings of framework agreements are never "
        "added to each other."
    ),
}
CURRENCIES: dict[str, Words] = {
    "EUR": pgettext_lazy("currency, after an amount", "EUR"),
    "SEK": pgettext_lazy("currency, after an amount", "SEK"),
    "PLN": pgettext_lazy("currency, after an amount", "PLN"),
    "RON": pgettext_lazy("currency, after an amount", "RON"),
    "HUF": pgettext_lazy("currency, after an amount", "HUF"),
    "BAM": pgettext_lazy("currency, after an amount", "BAM"),
}
CODELISTS: dict[str, Iterable[Any]] = {
    "category": BarrierCategory.choices,
    "barrier_status": BarrierStatus.choices,
    "step": [step for _stage, steps in procurement_steps.STEPS for step in steps],
    "solution_kind": SolutionType.choices,
    "solution_status": SolutionStatus.choices,
    "action_status": ActionStatus.choices,
    "cost": CostKind.choices,
    "funding": FundingStatus.choices,
    "duty": actions.DUTIES,
    "section_status": SectionStatus.choices,
    "dimension": Dimension.choices,
    "dimension_short": SHORT_LABELS.items(),
    "score": Score.choices,
    "aim": [
        *AIMS.items(),
        ("not_divided", NOT_DIVIDED),
        ("not_known", pgettext_lazy("part of a bar", "Not known")),
    ],
    "measure": [*EnteredMeasure.choices, *MEASURES.items()],
    "ownership": Ownership.choices,
    "division": [*DIVISIONS.items(), ("", NO_DIVISION)],
    "criteria": CRITERIA.items(),
    "aspect": ASPECTS.items(),
    "sector": organisations.SECTORS,
    "role": Role.choices,
    "currency": CURRENCIES.items(),
}


def build(language: str) -> dict[str, Any]:
    """{labels, codes}: every fixed word by its key, and for each codelist the word of each code."""
    with translation.override(language):
        fixed = VERSION | WORDS | ACTIONS | BASELINE | ANNEXES
        return {
            "labels": {key: str(word) for key, word in fixed.items()},
            "codes": {name: {str(code): str(word) for code, word in codelist} for name, codelist in CODELISTS.items()},
        }
