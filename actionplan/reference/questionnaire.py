"""The statements of an assessment, in our own words. Neither they nor the scale are anybody else's questionnaire.

A version never changes once a city has used it: whoever rewords, adds or drops a statement writes the next version.
A statement keeps its key from one version to the next as long as it asks the same, so that answers can be compared. An
answer keeps the words that it was given to.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actionplan.reference.assessment import Dimension
from ulg.reference.words import Words


@dataclass(frozen=True)
class Statement:
    key: str
    dimension: Dimension
    words: Words


# Kinds of criteria that a city may set already, and what is asked of each of them: a table of the same statements
CRITERIA = {
    "environmental": pgettext_lazy("kind of criteria", "Environmental"),
    "social": pgettext_lazy("kind of criteria", "Social"),
    "employment": pgettext_lazy("kind of criteria", "Employment"),
    "gender": pgettext_lazy("kind of criteria", "Gender equality"),
}
ASPECTS = {
    "policy": _("Stand in the procurement policy"),
    "tenders": _("Are set in tenders where they are relevant"),
    "contracts": _("Are followed up in the contract"),
}


def criteria_key(criterion: str, aspect: str) -> str:
    return f"criteria-{criterion}-{aspect}"


_CRITERIA_WORDS = {
    ("environmental", "policy"): _("Environmental criteria stand in the procurement policy."),
    ("environmental", "tenders"): _("Environmental criteria are set in tenders where they are relevant."),
    ("environmental", "contracts"): _("Environmental criteria are followed up in the contract."),
    ("social", "policy"): _("Social criteria stand in the procurement policy."),
    ("social", "tenders"): _("Social criteria are set in tenders where they are relevant."),
    ("social", "contracts"): _("Social criteria are followed up in the contract."),
    ("employment", "policy"): _("Employment criteria stand in the procurement policy."),
    ("employment", "tenders"): _("Employment criteria are set in tenders where they are relevant."),
    ("employment", "contracts"): _("Employment criteria are followed up in the contract."),
    ("gender", "policy"): _("Gender equality criteria stand in the procurement policy."),
    ("gender", "tenders"): _("Gender equality criteria are set in tenders where they are relevant."),
    ("gender", "contracts"): _("Gender equality criteria are followed up in the contract."),
}

QUESTIONNAIRES: dict[int, tuple[Statement, ...]] = {
    1: (
        Statement(
            "frame-rules",
            Dimension.FRAME,
            _("Those who buy know what the law allows and requires on gender equality in procurement."),
        ),
        Statement("frame-policy", Dimension.FRAME, _("The procurement policy names gender equality as an aim.")),
        Statement(
            "frame-commitment",
            Dimension.FRAME,
            _("The city has committed itself to gender equality and applies the commitment to procurement."),
        ),
        Statement(
            "organisation-responsible",
            Dimension.ORGANISATION,
            _("Somebody is named as responsible for gender equality in procurement."),
        ),
        Statement(
            "organisation-cooperation",
            Dimension.ORGANISATION,
            _("Those who buy and those who work with gender equality plan procurement together."),
        ),
        Statement(
            "organisation-mandate",
            Dimension.ORGANISATION,
            _("Whoever is responsible has the time and the mandate that the work takes."),
        ),
        Statement(
            "strategy-equality",
            Dimension.STRATEGY,
            _("The city's gender equality strategy uses procurement as one of its means."),
        ),
        Statement(
            "strategy-targets",
            Dimension.STRATEGY,
            _("There are targets for gender equality in procurement, each with a year and somebody who follows it up."),
        ),
        Statement(
            "skills-training",
            Dimension.SKILLS,
            _("Those who buy have been trained in gender equality in procurement in the last two years."),
        ),
        Statement(
            "skills-guidance",
            Dimension.SKILLS,
            _("There is guidance with examples and model wording, and those who buy use it."),
        ),
        Statement(
            "skills-support",
            Dimension.SKILLS,
            _("Those who buy know whom to ask about gender equality in a procurement."),
        ),
        Statement(
            "practice-needs",
            Dimension.PRACTICE,
            _("Before the tender, we find out how women and men use what we buy, and what each need."),
        ),
        Statement(
            "practice-relevance",
            Dimension.PRACTICE,
            _("Before the tender, we assess whether gender equality matters for the contract, and write it down."),
        ),
        Statement(
            "practice-lots",
            Dimension.PRACTICE,
            _("Before the tender, we consider lots and procedures in which small firms can bid."),
        ),
        Statement(
            "practice-documents",
            Dimension.PRACTICE,
            _("In the tender, the documents say what the contract is to do for gender equality."),
        ),
        Statement(
            "practice-award",
            Dimension.PRACTICE,
            _("In the tender, we set requirements or award criteria on gender equality, linked to the contract."),
        ),
        Statement(
            "practice-clauses",
            Dimension.PRACTICE,
            _("In the contract, we set clauses on equal pay, working conditions or equal treatment."),
        ),
        Statement(
            "practice-monitoring",
            Dimension.PRACTICE,
            _("In the contract, we check that what was agreed on gender equality is done, and act if it is not."),
        ),
        Statement(
            "data-users",
            Dimension.DATA,
            _("Statistics about those who use what we buy are divided by sex."),
        ),
        Statement(
            "data-suppliers",
            Dimension.DATA,
            _("We know how many of our suppliers are owned or led by women."),
        ),
        Statement(
            "data-reporting",
            Dimension.DATA,
            _("Results on gender equality in procurement are reported every year to those who decide."),
        ),
        Statement(
            "market-dialogue",
            Dimension.MARKET,
            _("We meet suppliers before tenders, and reach firms that are led by women too."),
        ),
        Statement(
            "market-stakeholders",
            Dimension.MARKET,
            _("Women's organisations, trade unions and others who are affected are heard about what we buy."),
        ),
        *(Statement(criteria_key(*of), Dimension.CRITERIA, words) for of, words in _CRITERIA_WORDS.items()),
    ),
}
NEWEST = max(QUESTIONNAIRES)
